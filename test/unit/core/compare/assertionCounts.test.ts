import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertionCounts } from '../../../../src/core/compare/assertionCounts.ts';
import type { FailedAssertion } from '../../../../src/core/compare/comparison.ts';
import type { Assertion } from '../../../../src/core/prompt/assertions.ts';
import { armRun, sampleComparison } from '../../../support/comparisons.ts';

const assertions: readonly Assertion[] = [
  { type: 'contains', value: 'a' },
  { type: 'max-sentences', value: 1 },
];
const missing: FailedAssertion = { assertion: 0, fault: { kind: 'missing' } };
const two: FailedAssertion = { assertion: 1, fault: { kind: 'sentences', count: 2 } };
const three: FailedAssertion = { assertion: 1, fault: { kind: 'sentences', count: 3 } };

test('runs that count, by arm, with the first reason of each assertion that failed', () => {
  const { setup } = sampleComparison({ setup: { assertions } });
  const runs = [
    armRun('A', 0, {}, { failedAssertions: [] }),
    armRun('A', 1, {}, { failedAssertions: [two] }),
    armRun('A', 2, {}, { failedAssertions: [missing, three] }),
    armRun('A', 3, {}, { failedAssertions: [missing], endState: 'failed' }),
    armRun('A', 4, {}, { failedAssertions: [missing], cacheReadTokens: 9 }),
    armRun('B', 0, {}, { failedAssertions: [] }),
    armRun('B', 1, {}),
  ];
  assert.deepEqual(assertionCounts(setup, runs), [
    {
      arm: 'A',
      checked: 3,
      held: 1,
      failed: [
        { ...missing, runs: 1 },
        { ...two, runs: 2 },
      ],
    },
    { arm: 'B', checked: 1, held: 1, failed: [] },
  ]);
});

test('one assertion is told too, none is nothing', () => {
  const runs = [armRun('A', 0, {}, { failedAssertions: [missing] })];
  const one = sampleComparison({ setup: { assertions: assertions.slice(0, 1) } }).setup;
  assert.deepEqual(assertionCounts(one, runs)[0]?.failed, [{ ...missing, runs: 1 }]);
  assert.deepEqual(assertionCounts(sampleComparison().setup, runs), []);
});
