import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { linearRegression, median } from 'simple-statistics';
import { type Line, type Point, robustLines } from '../../../../src/core/history/robustLine.ts';
import { randomSeed } from '../../randomSeed.ts';

const once = (points: readonly Point[]) => new Uint16Array(points.length).fill(1);
const lineThrough = (points: readonly Point[]) => robustLines(points)(once(points));
const zip = (xs: readonly number[], ys: readonly number[]): readonly Point[] =>
  xs.map((x, i) => ({ x, y: ys[i] ?? Number.NaN }));

function assertClose(actual: Line | null, expected: Line, tolerance = 1e-9) {
  const near = (a: number, b: number) => Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(b));
  assert.ok(
    actual !== null && near(actual.slope, expected.slope) && near(actual.intercept, expected.intercept),
    `${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`,
  );
}

suite('lines as scipy.stats.theilslopes has them', () => {
  // scipy 1.17.1, method “joint”; the first one is the example of Sen’s paper.
  const rows: readonly (readonly [readonly number[], readonly number[], Line])[] = [
    [[1, 2, 3, 4, 10, 12, 18], [9, 15, 19, 20, 45, 55, 78], { slope: 4, intercept: 6 }],
    [
      [120, 340, 340, 900, 1500, 2100, 2100, 4000, 5200, 9000],
      [410, 395, 520, 430, 505, 480, 1900, 610, 640, 870],
      { slope: 0.050411522633744855, intercept: 406.15226337448564 },
    ],
    [[1, 2, 2, 4], [5, 1, 9, 9], { slope: 4 / 3, intercept: 11 / 3 }],
  ];
  for (const [xs, ys, line] of rows) {
    test(`through ${ys.join(' ')}`, () => assertClose(lineThrough(zip(xs, ys)), line));
  }
});

test('points of one x have no line', () => {
  const points = zip([5, 5, 5], [1, 2, 3]);
  assert.equal(lineThrough(points), null);
  assert.equal(robustLines(zip([5, 5, 6], [1, 2, 3]))(Uint16Array.of(2, 1, 0)), null);
});

test('a slope under the least one counts as that', () => {
  const points = zip([0, 1, 2], [6, 4, 2]);
  assert.deepEqual(robustLines(points, 0)(once(points)), { slope: 0, intercept: 4 });
});

const somePoints = fc.array(
  fc.record({ x: fc.integer({ min: 0, max: 40 }), y: fc.double({ min: 0, max: 1e4, noNaN: true }) }),
  { minLength: 2, maxLength: 25 },
);

test(`points on a line have that line, as least squares has it (seed ${randomSeed})`, () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 10_000 }), { minLength: 2, maxLength: 20 }),
      fc.integer({ min: -50, max: 50 }),
      fc.integer({ min: -1_000, max: 1_000 }),
      (xs, slope, intercept) => {
        const ys = xs.map((x) => slope * x + intercept);
        const { m, b } = linearRegression(xs.map((x, i) => [x, ys[i] ?? 0]));
        assertClose(lineThrough(zip(xs, ys)), { slope, intercept });
        assertClose(lineThrough(zip(xs, ys)), { slope: m, intercept: b }, 1e-6);
      },
    ),
    { seed: randomSeed },
  );
});

test(`a point taken several times is as that many points (seed ${randomSeed})`, () => {
  const counted = fc.array(fc.record({ point: somePoints.map(([p]) => p), count: fc.nat(4) }), {
    minLength: 2,
    maxLength: 12,
  });
  fc.assert(
    fc.property(counted, (entries) => {
      const taken = entries.flatMap(({ point, count }) => Array<Point>(count).fill(point ?? { x: 0, y: 0 }));
      const slopes = taken.flatMap((a, i) =>
        taken
          .slice(i + 1)
          .filter((b) => b.x !== a.x)
          .map((b) => (b.y - a.y) / (b.x - a.x)),
      );
      const points = entries.map(({ point }) => point ?? { x: 0, y: 0 });
      const line = robustLines(points)(Uint16Array.from(entries, ({ count }) => count));
      if (slopes.length === 0) return assert.equal(line, null);
      const slope = median(slopes);
      return assertClose(line, { slope, intercept: median(taken.map(({ x, y }) => y - slope * x)) }, 1e-6);
    }),
    { seed: randomSeed },
  );
});

test('a fourth of the points, however far off, leaves the line where it was', () => {
  const xs = Array.from({ length: 20 }, (_, i) => i * 100);
  const ys = xs.map((x) => 400 + x / 10);
  const spoiled = ys.map((y, i) => (i % 4 === 1 ? y + 1e6 : y));
  assertClose(lineThrough(zip(xs, spoiled)), { slope: 0.1, intercept: 400 });
});
