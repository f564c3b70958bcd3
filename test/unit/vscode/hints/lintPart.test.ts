import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LintOptions } from '../../../../src/core/hints/options.ts';
import { lintPart } from '../../../../src/vscode/hints/lintPart.ts';

const options: LintOptions = { kind: 'text', rules: { PT22: 'off' }, model: null, count: null };

test('what is found in a part stands at its place in the whole, its lines too', () => {
  const rule = '- Show the price of the room before the guest pays.';
  const text = `Read it in order to know.\n\n«Write in order to help.\n\n${rule}\n- Keep calm.\n${rule}\n»`;
  const part = { start: text.indexOf('«') + 1, end: text.indexOf('»') };
  const found = lintPart(text, part, options).findings.map(({ rule: id, start, end, data }) => [
    id,
    text.slice(start, end).trim(),
    data,
  ]);
  assert.deepEqual(found, [
    ['PT01', 'in order to', {}],
    ['PT11', rule, { line: 5 }],
  ]);
});
