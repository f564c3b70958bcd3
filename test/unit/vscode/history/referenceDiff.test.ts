import assert from 'node:assert/strict';
import { test } from 'node:test';
import { referenceDiff } from '../../../../src/vscode/history/referenceDiff.ts';
import type { ReferenceDiff } from '../../../../src/vscode/output/situation.ts';
import { newRun } from '../../../support/newRuns.ts';

const long = 'word '.repeat(12_000);

const cases: readonly (readonly [string, string, string, boolean, ReferenceDiff['difference']])[] = [
  ['the same answer', 'Good day.', 'Good day.', true, 'none'],
  ['an answer that was not kept', '', 'Good day.', false, 'not-kept'],
  ['answers too long for the panel', long, `${long}more`, true, 'too-long'],
  [
    'another word',
    'Good day.',
    'Good evening.',
    true,
    [
      { kind: 'same', text: 'Good ' },
      { kind: 'removed', text: 'day' },
      { kind: 'added', text: 'evening' },
      { kind: 'same', text: '.' },
    ],
  ],
];

for (const [name, reference, answer, hasTexts, difference] of cases) {
  test(`against the reference: ${name}`, () => {
    const { record } = newRun({ answer: reference, startedAt: 1_700_000_000_000 });
    assert.deepEqual(referenceDiff({ record, hasTexts }, answer), {
      startedAt: 1_700_000_000_000,
      difference,
    });
  });
}
