import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { binomialDistribution, probit, median as referenceMedian } from 'simple-statistics';
import { median, medianInterval, p95, quantile, robustSpread, spread } from '../../../src/core/quantiles.ts';
import { randomSeed } from '../randomSeed.ts';

const close = (actual: number | null, expected: number, tolerance = 1e-9) =>
  assert.ok(
    actual !== null && Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected)),
    `${actual} is not ${expected}`,
  );

const counting = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
const latency = fc.double({ min: 0, max: 1e6, noNaN: true });

suite('quantiles as numpy.quantile has them', () => {
  // numpy 2.4.6, its default method “linear”, which is type 7.
  const values = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4, 6, 2, 6, 4.5];
  const rows: readonly (readonly [readonly number[], number, number])[] = [
    [values, 0.05, 1.15],
    [values, 0.25, 3],
    [values, 0.5, 4.75],
    [values, 0.75, 6.25],
    [values, 0.9, 8.7],
    [values, 0.95, 9],
    [[1, 2, 3, 4], 0.25, 1.75],
    [[1, 2, 3, 4], 0.95, 3.85],
    [[10], 0.95, 10],
    [[7, 3], 0, 3],
    [[7, 3], 1, 7],
  ];
  for (const [of, share, expected] of rows) {
    test(`${share} of ${of.join(' ')}`, () => close(quantile(of, share), expected));
  }
});

test('nothing is said of too few values', () => {
  assert.deepEqual(
    {
      none: [median([]), quantile([], 0.9), spread([]), robustSpread([]), p95([]), medianInterval([])],
      one: [median([3]), spread([3]), medianInterval([3])],
      four: [median(counting(4)), spread(counting(4)), medianInterval(counting(4))],
      five: [median(counting(5)), spread(counting(5)), medianInterval(counting(5))],
      nineteen: p95(counting(19)),
      twenty: p95(counting(20)),
    },
    {
      none: [null, null, null, null, null, null],
      one: [3, null, null],
      four: [2.5, null, null],
      five: [3, 1, { low: 1, high: 5, level: 0.9375 }],
      nineteen: null,
      twenty: 19.05,
    },
  );
});

suite('the ranks and levels of the median’s interval are those of the binomial table', () => {
  // From scipy.stats.binom 1.17.1: largest k with 1 − 2 P(B ≤ k − 1) ≥ 0.95, and that level.
  const rows: readonly (readonly [n: number, k: number, level: number])[] = [
    [6, 1, 0.9688],
    [7, 1, 0.9844],
    [8, 1, 0.9922],
    [9, 2, 0.9609],
    [10, 2, 0.9785],
    [11, 2, 0.9883],
    [12, 3, 0.9614],
    [13, 3, 0.9775],
    [14, 3, 0.9871],
    [15, 4, 0.9648],
    [16, 4, 0.9787],
    [17, 5, 0.951],
    [18, 5, 0.9691],
    [20, 6, 0.9586],
    [25, 8, 0.9567],
    [30, 10, 0.9572],
    [40, 14, 0.9615],
    [100, 40, 0.9648],
    [1_000, 469, 0.9537],
    [2_000, 956, 0.9534],
  ];
  for (const [n, k, level] of rows) {
    test(`of ${n} runs`, () => {
      const interval = medianInterval(counting(n));
      assert.deepEqual(
        { ...interval, level: Number(interval?.level.toFixed(4)) },
        { low: k, high: n + 1 - k, level },
      );
    });
  }
});

test('another level takes other ranks', () => {
  assert.deepEqual(
    [0.5, 0.9, 0.99].map((level) => {
      const interval = medianInterval(counting(20), level);
      return [interval?.low, interval?.high, interval?.level.toFixed(4)];
    }),
    [
      [8, 13, '0.7368'],
      [6, 15, '0.9586'],
      [4, 17, '0.9974'],
    ],
  );
});

test(`the level is that of simple-statistics (seed ${randomSeed})`, () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 300 }), (n) => {
      const interval = medianInterval(counting(n));
      const below = (binomialDistribution(n, 0.5) ?? []).slice(0, interval?.low);
      close(interval?.level ?? null, 1 - 2 * below.reduce((sum, share) => sum + share, 0), 1e-6);
    }),
    { seed: randomSeed },
  );
});

test(`the median is that of simple-statistics, in any order (seed ${randomSeed})`, () => {
  fc.assert(
    fc.property(fc.array(latency, { minLength: 1, maxLength: 60 }), (values) => {
      close(median(values), referenceMedian(values));
      assert.equal(median(values.toReversed()), median(values));
    }),
    { seed: randomSeed },
  );
});

test(`all move and grow with the values (seed ${randomSeed})`, () => {
  fc.assert(
    fc.property(
      fc.array(latency, { minLength: 20, maxLength: 60 }),
      fc.integer({ min: 1, max: 1_000 }),
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      (values, shift, scale) => {
        const moved = values.map((value) => value * scale + shift);
        const expect = (value: number | null | undefined, by = shift) => (value ?? Number.NaN) * scale + by;
        close(median(moved), expect(median(values)), 1e-6);
        close(p95(moved), expect(p95(values)), 1e-6);
        close(spread(moved), expect(spread(values), 0), 1e-6);
        close(medianInterval(moved)?.low ?? null, expect(medianInterval(values)?.low), 1e-6);
        close(medianInterval(moved)?.high ?? null, expect(medianInterval(values)?.high), 1e-6);
      },
    ),
    { seed: randomSeed },
  );
});

test('where few will do, the extremes stand with the level that they reach', () => {
  assert.deepEqual(
    [1, 2, 3, 5, 6].map((n) => medianInterval(counting(n), 0.95, 0)),
    [
      null,
      { low: 1, high: 2, level: 0.5 },
      { low: 1, high: 3, level: 0.75 },
      { low: 1, high: 5, level: 0.9375 },
      { low: 1, high: 6, level: 0.96875 },
    ],
  );
});

test('the robust spread of normal values is their standard deviation', () => {
  const values = counting(999).map((at) => 50 + 10 * probit(at / 1000));
  assert.ok(Math.abs((robustSpread(values) ?? 0) - 10) < 0.05);
});

test('a few slow runs move neither median nor spread much', () => {
  const values = counting(41);
  const slow = values.map((value) => (value > 37 ? value * 1_000 : value));
  assert.deepEqual([median(slow), spread(slow)], [median(values), spread(values)]);
});
