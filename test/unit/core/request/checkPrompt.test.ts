import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { fallbackCatalogue, findModel } from '../../../../src/core/request/catalogue.ts';
import { checkPrompt } from '../../../../src/core/request/checkPrompt.ts';

const haiku = findModel(fallbackCatalogue, 'claude-haiku-4-5');

suite('text that is nothing', () => {
  for (const text of ['', ' ', '\n\t\r\n', '\u{a0}']) {
    test(JSON.stringify(text), () => assert.deepEqual(checkPrompt(text, 0, haiku), { kind: 'empty' }));
  }
});

test('a prompt is too long only beyond the doubt of the estimate', () => {
  assert.equal(checkPrompt('x', 250_000, haiku), null);
  assert.deepEqual(checkPrompt('x', 250_001, haiku), {
    kind: 'over-context',
    tokens: 250_001,
    limit: 200_000,
  });
  assert.equal(checkPrompt('x', 9e9, null), null);
});
