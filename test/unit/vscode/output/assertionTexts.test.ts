import '../../../support/vscodeWords.ts';
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { AssertionResult } from '../../../../src/core/assertions/checkAnswer.ts';

const { assertionsText, assertionsView } = await import('../../../../src/vscode/output/assertionTexts.ts');

const schema = { title: 'Person', type: 'object' };
const long = 'a line\nof more than sixty characters, which is cut where nobody would read on';

suite('an assertion as the panel shows it', () => {
  const rows: readonly (readonly [shown: string, AssertionResult])[] = [
    ['contains “Rhine”', { assertion: { type: 'contains', value: 'Rhine' }, fault: null }],
    [
      'contains “a line of more than sixty characters, which is cut where no…”: it is not there',
      { assertion: { type: 'contains', value: long }, fault: { kind: 'missing' } },
    ],
    [
      'does not contain “Certainly”: it is there',
      { assertion: { type: 'not-contains', value: 'Certainly' }, fault: { kind: 'present' } },
    ],
    [
      'matches /^\\d+$/: nothing matches',
      { assertion: { type: 'regex', value: '^\\d+$' }, fault: { kind: 'no-match' } },
    ],
    [
      'matches /(a+)+$/: given up after 250 ms: it needs to be simpler',
      { assertion: { type: 'regex', value: '(a+)+$' }, fault: { kind: 'too-slow' } },
    ],
    [
      'is JSON that fits the schema “Person”: the answer as a whole is no JSON',
      { assertion: { type: 'json-schema', value: schema }, fault: { kind: 'not-json' } },
    ],
    [
      'is JSON that fits the schema: /name is missing',
      {
        assertion: { type: 'json-schema', value: {} },
        fault: { kind: 'mismatch', path: '/name', keyword: 'required' },
      },
    ],
    [
      'is JSON that fits the schema: /a is not allowed',
      {
        assertion: { type: 'json-schema', value: {} },
        fault: { kind: 'mismatch', path: '/a', keyword: 'additionalProperties' },
      },
    ],
    [
      'is JSON that fits the schema: the value does not fit “type”',
      {
        assertion: { type: 'json-schema', value: {} },
        fault: { kind: 'mismatch', path: '', keyword: 'type' },
      },
    ],
    [
      'has at most 3 sentences: it has 7',
      { assertion: { type: 'max-sentences', value: 3 }, fault: { kind: 'sentences', count: 7 } },
    ],
    ['has one sentence', { assertion: { type: 'max-sentences', value: 1 }, fault: null }],
    ['contains a text that was not kept', { assertion: { type: 'contains', value: '' }, fault: null }],
  ];
  for (const [shown, result] of rows) {
    test(shown, () => {
      const [row] = assertionsView([result])?.rows ?? [];
      assert.equal([row?.text, row?.fault].filter((part) => part != null).join(': '), shown);
    });
  }
});

test('the heading counts', () => {
  const held: AssertionResult = { assertion: { type: 'max-sentences', value: 3 }, fault: null };
  const failed: AssertionResult = { ...held, fault: { kind: 'sentences', count: 4 } };
  assert.deepEqual(
    [undefined, [], [held], [failed], [held, failed, held, held]].map(
      (results) => assertionsView(results)?.title ?? null,
    ),
    [null, null, 'The assertion holds', 'The assertion does not hold', '3 of 4 assertions hold'],
  );
  assert.deepEqual([undefined, [held], [held, failed]].map(assertionsText), [
    null,
    'The assertion holds',
    '1 of 2 assertions hold (max-sentences)',
  ]);
});
