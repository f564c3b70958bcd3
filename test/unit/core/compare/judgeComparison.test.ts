import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { ArmRun, ComparedNumber } from '../../../../src/core/compare/comparison.ts';
import {
  hasAllRuns,
  inputSummariesOn,
  inputsOfBlocks,
  judgeOn,
  summariesOn,
} from '../../../../src/core/compare/judgeComparison.ts';
import { armRun, sampleComparison } from '../../../support/comparisons.ts';

const { setup } = sampleComparison();
const firstLook = setup.plan.blocks.slice(0, 10);

/** Ten blocks in which B has half of what A has. */
const halved = (number: ComparedNumber, most: number): readonly ArmRun[] =>
  firstLook.flatMap(({ id }) => [
    armRun('A', id, { [number]: most * (1 + id / 100) }),
    armRun('B', id, { [number]: (most / 2) * (1 + id / 100) }),
  ]);

suite('half of a number is', () => {
  const rows: Readonly<Record<ComparedNumber, readonly [most: number, verdict: string]>> = {
    ttlt: [2_000, 'faster'],
    'first-text': [500, 'faster'],
    ttft: [500, 'faster'],
    otps: [1, 'slower'],
    'input-tokens': [1, 'less'],
    'output-tokens': [1, 'less'],
    cost: [0.0001, 'less'],
  };
  for (const [number, [most, verdict]] of Object.entries(rows)) {
    test(`${number}: ${verdict}`, () => {
      const name = number as ComparedNumber;
      const [difference] = judgeOn(setup, halved(name, most), name).differences;
      assert.deepEqual([difference?.verdict, difference?.hardly], [verdict, false]);
    });
  }
});

test('what each arm tells by itself is what the verdict tells of it', () => {
  const runs = halved('ttlt', 2_000);
  assert.deepEqual(summariesOn(setup, runs, 'ttlt'), judgeOn(setup, runs, 'ttlt').arms);
});

test('what the arms measured on each input, in the order of the inputs', () => {
  const inputs = ['long', 'short'].map((name) => ({ name, label: name }));
  const comparison = sampleComparison({ inputs });
  const inputOf = inputsOfBlocks(comparison.setup, []);
  const runs = comparison.setup.plan.blocks.slice(0, 10).flatMap(({ id }) => {
    const ttlt = inputOf.get(id) === 'long' ? 3_000 : 1_000;
    return [armRun('A', id, { ttlt }), armRun('B', id, { ttlt: ttlt + 1 })];
  });
  assert.deepEqual(inputSummariesOn(comparison.setup, runs, 'ttlt'), [
    { input: 'long', arms: [3_000, 3_001].map((median) => ({ n: 5, median })) },
    { input: 'short', arms: [1_000, 1_001].map((median) => ({ n: 5, median })) },
  ]);
});

test('a comparison has all runs of its look once the last one is made', () => {
  const runs = halved('ttlt', 2_000);
  const of = (made: readonly ArmRun[]) => hasAllRuns(sampleComparison({ outcome: { runs: made } }));
  assert.deepEqual([of(runs.slice(1)), of(runs)], [false, true]);
});
