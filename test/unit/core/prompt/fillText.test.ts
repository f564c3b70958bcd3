import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillText, shownValues } from '../../../../src/core/prompt/fillText.ts';
import { sameText } from '../../../../src/core/prompt/mappedText.ts';
import { withTemplateVariables } from '../../../../src/core/prompt/variables.ts';

const text = withTemplateVariables(sameText('{{a}} and ${input:b:say b}, {{a}}; {{c}}', 0));

test('a value is text, whatever it holds', () => {
  const values = new Map([
    ['a', '{{b}} $& $1 ${input:c}'],
    ['b', '{{a}}'],
    ['c', ''],
  ]);
  assert.deepEqual(fillText(text, values), {
    text: '{{b}} $& $1 ${input:c} and {{a}}, {{b}} $& $1 ${input:c}; ',
    missing: [],
  });
});

test('what has no value stands as it is written, and is told once', () => {
  assert.deepEqual(fillText(text, new Map([['b', 'B']])), {
    text: '{{a}} and B, {{a}}; {{c}}',
    missing: ['a', 'c'],
  });
});

test('a secret shows as its name', () => {
  const values = new Map([
    ['a', 'hidden'],
    ['b', 'B'],
    ['c', 'C'],
  ]);
  assert.equal(fillText(text, shownValues(values, new Set(['a']))).text, '«a» and B, «a»; C');
});
