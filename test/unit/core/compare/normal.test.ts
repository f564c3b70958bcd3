import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as reference from 'simple-statistics';
import { normalQuantile } from '../../../../src/core/compare/normal.ts';

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
