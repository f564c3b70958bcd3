import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as reference from 'simple-statistics';
import { normalQuantile } from '../../../../src/core/compare/normal.ts';
import { median, medianEstimate, p95, robustSpread } from '../../../../src/core/compare/quantiles.ts';
import { seededRandom } from '../../../../src/core/random.ts';
import { randomSeed } from '../../randomSeed.ts';

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at + 1);

// Ranks of the interval and its level in percent, from tables of the binomial distribution.
const table: Readonly<Record<number, readonly [low: number, high: number, percent: number]>> = {
  1: [1, 1, 0],
  2: [1, 2, 50],
  3: [1, 3, 75],
  5: [1, 5, 93.75],
  6: [1, 6, 96.88],
  8: [1, 8, 99.22],
  9: [2, 8, 96.09],
  10: [2, 9, 97.85],
  15: [4, 12, 96.48],
  20: [6, 15, 95.86],
  30: [10, 21, 95.72],
};

suite('the interval of the median of 1 to n', () => {
  for (const [count, [low, high, percent]] of Object.entries(table)) {
    test(count, () => {
      const estimate = medianEstimate(upTo(Number(count)));
      assert.deepEqual(
        { ...estimate, level: Math.round((estimate?.level ?? Number.NaN) * 1e4) / 100 },
        { median: (Number(count) + 1) / 2, interval: [low, high], level: percent },
      );
    });
  }
});

test('its level is what the binomial distribution says, up to 200 values', () => {
  for (const count of upTo(200).filter((n) => n >= 6)) {
    const { interval: [rank = 0] = [], level = 0 } = medianEstimate(upTo(count)) ?? {};
    const shares = reference.binomialDistribution(count, 0.5) ?? [];
    const missed = (fewer: number): number =>
      2 * shares.slice(0, fewer).reduce((sum, share) => sum + share, 0);
    assert.ok(Math.abs(level - (1 - missed(rank))) < 1e-6, `level of ${count}`);
    assert.ok(level >= 0.95 && 1 - missed(rank + 1) < 0.95, `${count} values: no narrower one reaches 95 %`);
  }
});

test('of nothing there is none', () => {
  assert.deepEqual([medianEstimate([]), p95([]), robustSpread([])], [null, null, null]);
  assert.ok(Number.isNaN(median([])));
});

test('p95 is absent up to 19 values, then the smallest that 95 % do not exceed', () => {
  assert.deepEqual([19, 20, 21, 40].map(upTo).map(p95), [null, 19, 20, 38]);
});

test(`medians and spreads of random values are those of the reference (seed ${randomSeed})`, () => {
  const random = seededRandom(randomSeed);
  for (let run = 0; run < 200; run++) {
    const values = Array.from({ length: 1 + Math.floor(30 * random()) }, () => Math.floor(100 * random()));
    assert.equal(median(values), reference.median([...values]), JSON.stringify(values));
  }
});

test('the spread of normal values is their standard deviation', () => {
  const values = upTo(999).map((at) => 50 + 10 * reference.probit(at / 1000));
  assert.ok(Math.abs((robustSpread(values) ?? 0) - 10) < 0.05);
});

test('normal quantiles are within 0.0005 of the reference', () => {
  for (const share of [0.0001, 0.001, 0.0147, 0.025, 0.1, 0.5, 0.8, 0.975, 0.9999]) {
    const exact = -Math.sign(0.5 - share) * Math.abs(bisected(share));
    assert.ok(Math.abs(normalQuantile(share) - exact) < 5e-4, `${share}`);
  }
});

/** The quantile by bisection of the reference’s cumulative distribution. */
function bisected(share: number): number {
  let [low, high] = [-6, 6];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (0.5 * (1 + reference.errorFunction(middle / Math.SQRT2)) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
