import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  type AssertionFault,
  checkAnswer,
  withoutAssertionText,
} from '../../../../src/core/assertions/checkAnswer.ts';
import { TooSlow } from '../../../../src/core/assertions/tooSlow.ts';
import type { Assertion } from '../../../../src/core/prompt/assertions.ts';
import { endStates, isAnswered } from '../../../../src/core/run/endState.ts';

const matches = (source: string, text: string): boolean => {
  if (source === 'slow') throw new TooSlow();
  return new RegExp(source, 'u').test(text);
};

suite('an answer is checked', () => {
  const person = { type: 'object', required: ['name'], properties: { age: { pattern: 'slow' } } };
  const rows: readonly (readonly [Assertion, answer: string, fault: AssertionFault | null])[] = [
    [{ type: 'contains', value: 'Rhine' }, 'The Rhine.', null],
    [{ type: 'contains', value: 'rhine' }, 'The Rhine.', { kind: 'missing' }],
    [{ type: 'not-contains', value: 'Certainly' }, 'The Rhine.', null],
    [{ type: 'not-contains', value: 'Rhine' }, 'The Rhine.', { kind: 'present' }],
    [{ type: 'regex', value: '^The \\w+\\.$' }, 'The Rhine.', null],
    [{ type: 'regex', value: '^\\d+$' }, 'The Rhine.', { kind: 'no-match' }],
    [{ type: 'regex', value: 'slow' }, 'The Rhine.', { kind: 'too-slow' }],
    [{ type: 'json-schema', value: person }, ' {"name": "Ada"}\n', null],
    [{ type: 'json-schema', value: person }, '{}', { kind: 'mismatch', path: '/name', keyword: 'required' }],
    [{ type: 'json-schema', value: person }, '{"name": "Ada", "age": "1"}', { kind: 'too-slow' }],
    [{ type: 'json-schema', value: person }, '```json\n{"name": "Ada"}\n```', { kind: 'not-json' }],
    [{ type: 'json-schema', value: person }, '', { kind: 'not-json' }],
    [{ type: 'max-sentences', value: 2 }, 'One. Two.', null],
    [{ type: 'max-sentences', value: 1 }, 'One. Two.', { kind: 'sentences', count: 2 }],
  ];
  for (const [assertion, answer, fault] of rows) {
    test(`${assertion.type} ${JSON.stringify(assertion.value)} ← ${JSON.stringify(answer)}`, () => {
      assert.deepEqual(checkAnswer([assertion], answer, matches), [{ assertion, fault }]);
    });
  }
});

test('only answers that the model ended are checked', () => {
  assert.deepEqual(
    endStates.filter((endState) => !isAnswered(endState)),
    ['cancelled', 'stalled', 'broken', 'failed'],
  );
  assert.equal(isAnswered(null), false);
});

test('without texts a result keeps its kind and its reason', () => {
  const fault: AssertionFault = { kind: 'mismatch', path: '/name', keyword: 'required' };
  assert.deepEqual(
    (
      [
        { assertion: { type: 'contains', value: 'Rhine' }, fault: null },
        { assertion: { type: 'json-schema', value: { required: ['name'] } }, fault },
        { assertion: { type: 'max-sentences', value: 2 }, fault: null },
      ] as const
    ).map(withoutAssertionText),
    [
      { assertion: { type: 'contains', value: '' }, fault: null },
      { assertion: { type: 'json-schema', value: {} }, fault: { ...fault, path: '' } },
      { assertion: { type: 'max-sentences', value: 2 }, fault: null },
    ],
  );
});
