import '../../../support/vscodeWords.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ArmRun } from '../../../../src/core/compare/comparison.ts';
import type { Assertion } from '../../../../src/core/prompt/assertions.ts';
import { armRun, sampleComparison } from '../../../support/comparisons.ts';

const { noComparison } = await import('../../../../src/vscode/compare/compareModel.ts');
const { compareView } = await import('../../../../src/vscode/compare/views/compareView.ts');

const assertions: readonly Assertion[] = [
  { type: 'contains', value: 'Rhine' },
  { type: 'max-sentences', value: 3 },
];
const missing: Partial<ArmRun> = {
  assertionsHold: false,
  failedAssertions: [{ assertion: 0, fault: { kind: 'missing' } }],
};
const wordy: Partial<ArmRun> = {
  assertionsHold: false,
  failedAssertions: [{ assertion: 1, fault: { kind: 'sentences', count: 7 } }],
};

/** The view of ten blocks in which B takes a third of A's time. */
function viewOf(of: (arm: string, block: number) => Partial<ArmRun>) {
  const runs = Array.from({ length: 10 }, (_, block) =>
    ['A', 'B'].map((arm) =>
      armRun(
        arm,
        block,
        { ttlt: (arm === 'A' ? 6_000 : 2_000) + block },
        { failedAssertions: [], ...of(arm, block) },
      ),
    ),
  ).flat();
  const comparison = sampleComparison({
    // Only words were lost: without assertions the sentence on the answers would stand first.
    arms: [{ text: 'Name the dear rivers.' }, { text: 'Name the rivers.' }],
    setup: { varied: 'prompt', assertions },
    outcome: { runs, state: 'complete' },
  });
  const answers = new Map(runs.map(({ id }) => [id, 'The Rhine.']));
  return compareView({ ...noComparison, comparison, phase: 'complete', answers }, 0);
}

test('answers that fail more often are no faster answers, and that is said first', () => {
  const { badges, verdicts, facts, arms, runs } = viewOf((arm, block) => {
    if (arm === 'A') return {};
    return block === 1 ? missing : block === 2 || block === 5 ? wordy : {};
  });
  assert.deepEqual(badges, ['Not comparable']);
  assert.deepEqual(
    verdicts.map(({ text }) => text),
    [
      'Not comparable: A ended as Complete in 10 of 10; B as Complete in 7 of 10, Assertion failed in 3 of 10. An answer that is not whole is never a faster answer. On one input.',
      'The answers of A and B are all the same, to the letter.',
    ],
  );
  assert.deepEqual(facts.slice(0, 3), [
    'Runs that hold all assertions: A 10/10, B 7/10.',
    'B failed in 1 of 10: contains “Rhine” (first: it is not there).',
    'B failed in 2 of 10: has at most 3 sentences (first: it has 7).',
  ]);
  assert.deepEqual(
    [arms?.heads[3], arms?.rows.map(({ cells }) => cells[3])],
    ['Assertions', ['10/10 hold', '7/10 hold']],
  );
  assert.equal(runs?.heads.at(-1), 'Assertions');
  assert.deepEqual(
    runs?.rows.slice(0, 4).map(({ cells }) => cells.at(-1)),
    ['hold', 'hold', 'hold', 'failed: contains “Rhine” (it is not there)'],
  );
});

test('where all hold, the verdict stands', () => {
  const { badges, verdicts, facts } = viewOf(() => ({}));
  assert.deepEqual(badges, []);
  assert.match(verdicts.at(-1)?.text ?? '', /^B is faster: TTLT −4\.0 s/);
  assert.deepEqual(facts[0], 'Runs that hold all assertions: A 10/10, B 10/10.');
});

test('runs that don’t count are not counted', () => {
  const { facts } = viewOf((arm, block) => (arm === 'A' && block === 0 ? { ...missing, attempts: 2 } : {}));
  assert.deepEqual(facts[0], 'Runs that hold all assertions: A 9/9, B 10/10.');
});

test('the plan names what is checked', () => {
  const comparison = sampleComparison({ setup: { assertions } });
  const { plan } = compareView(
    { ...noComparison, comparison, phase: 'planned', outlook: { runs: new Map(), past: [] } },
    0,
  );
  assert.ok(plan.includes('Every answer is checked: contains “Rhine”; has at most 3 sentences.'));
});
