import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shareInterval } from '../../../../src/core/compare/shareInterval.ts';

// Limits of the exact interval as statistics tables have them.
const cases: readonly (readonly [count: number, n: number, low: number, high: number])[] = [
  [0, 1, 0, 0.975],
  [1, 1, 0.025, 1],
  [0, 10, 0, 0.3085],
  [5, 10, 0.1871, 0.8129],
  [7, 8, 0.4735, 0.9968],
  [12, 12, 0.7354, 1],
  [100, 1_000, 0.0821, 0.1203],
];

for (const [count, n, low, high] of cases) {
  test(`the share behind ${count} of ${n} is from ${low} to ${high}`, () => {
    assert.deepEqual(
      shareInterval(count, n).map((share) => Math.round(share * 10_000) / 10_000),
      [low, high],
    );
  });
}

test('it holds the true share in at least 95 of 100 cases, whatever the share', () => {
  const n = 20;
  for (const share of [0.02, 0.1, 0.31, 0.5, 0.77, 0.95]) {
    let held = 0;
    let chance = (1 - share) ** n;
    for (let count = 0; count <= n; count++) {
      const [low, high] = shareInterval(count, n);
      if (low <= share && share <= high) held += chance;
      chance *= ((n - count) / (count + 1)) * (share / (1 - share));
    }
    assert.ok(held >= 0.95, `${share}: ${held}`);
  }
});
