import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { blockedShift, canShow, type Pair, type Shift } from '../../../../src/core/compare/blockedShift.ts';
import { randomSeed } from '../../randomSeed.ts';
import { referenceShift } from './referenceShift.ts';

const alpha = 0.0294;

// Whole numbers, so that sums and halves are exact; few of them, so that there are ties.
const pairOf = (most: number): fc.Arbitrary<Pair> =>
  fc.record({
    a: fc.integer({ min: 0, max: most }),
    b: fc.integer({ min: 0, max: most }),
    input: fc.constantFrom('x', 'y', 'z'),
  });
const pairs = fc.oneof(
  fc.array(pairOf(9), { minLength: 1, maxLength: 12 }),
  fc.array(pairOf(4_000), { minLength: 1, maxLength: 12 }),
);

const property = (name: string, holds: fc.IProperty<unknown>, numRuns = 300): void => {
  test(`${name} (seed ${randomSeed})`, () => fc.assert(holds, { seed: randomSeed, numRuns }));
};

const moved = (shift: Shift | null, by: number): Shift | null =>
  shift && {
    ...shift,
    estimate: shift.estimate + by,
    interval: shift.interval && [shift.interval[0] + by, shift.interval[1] + by],
  };

const turned = (shift: Shift | null): Shift | null =>
  shift && {
    ...shift,
    estimate: 0 - shift.estimate,
    interval: shift.interval && [0 - shift.interval[1], 0 - shift.interval[0]],
  };

const withoutVerdict = (shift: Shift | null): Partial<Shift> | null => shift && { ...shift, shown: false };

property(
  'b later by a constant: the difference grows by it',
  fc.property(pairs, fc.integer({ min: -5_000, max: 5_000 }), (own, by) => {
    const later = own.map((pair) => ({ ...pair, b: pair.b + by }));
    assert.deepEqual(
      withoutVerdict(blockedShift(later, alpha)),
      withoutVerdict(moved(blockedShift(own, alpha), by)),
    );
  }),
);

property(
  'another unit: the difference in that unit',
  fc.property(pairs, (own) => {
    const scaled = own.map(({ a, b, input }) => ({ a: a * 8, b: b * 8, input }));
    const shift = blockedShift(own, alpha);
    assert.deepEqual(
      blockedShift(scaled, alpha),
      shift && {
        ...shift,
        estimate: shift.estimate * 8,
        interval: shift.interval && [shift.interval[0] * 8, shift.interval[1] * 8],
      },
    );
  }),
);

property(
  'arms change places: the difference turns around',
  fc.property(pairs, (own) => {
    const swapped = own.map(({ a, b, input }) => ({ a: b, b: a, input }));
    assert.deepEqual(blockedShift(swapped, alpha), turned(blockedShift(own, alpha)));
  }),
);

property(
  'blocks in another order: the same',
  fc.property(
    pairs.chain((own) =>
      fc.tuple(fc.constant(own), fc.shuffledSubarray([...own], { minLength: own.length })),
    ),
    ([own, mixed]) => assert.deepEqual(blockedShift(mixed, alpha), blockedShift(own, alpha)),
  ),
);

property(
  'one input slower for both arms: the same',
  fc.property(pairs, fc.integer({ min: -5_000, max: 5_000 }), (own, by) => {
    fc.pre(new Set(own.map(({ input }) => input)).size > 1);
    const slower = own.map((pair) =>
      pair.input === 'x' ? { ...pair, a: pair.a + by, b: pair.b + by } : pair,
    );
    assert.deepEqual(blockedShift(slower, alpha), blockedShift(own, alpha));
  }),
);

property(
  'the interval holds the estimate, and a difference is shown where it does not hold 0',
  fc.property(pairs, (own) => {
    const { estimate, interval, shown } = blockedShift(own, alpha) ?? assert.fail();
    if (interval === null) return assert.equal(own.length, 1);
    const [low, high] = interval;
    assert.ok(low <= estimate && estimate <= high);
    assert.equal(shown, canShow(own.length, alpha) && (low > 0 || high < 0));
  }),
);

property(
  'up to eight blocks it is what all swaps, tried one by one, make it',
  fc.property(
    pairs.map((own) => own.slice(0, 8)),
    fc.constantFrom(0.01, alpha, 0.05, 0.2),
    (own, level) => assert.deepEqual(blockedShift(own, level), referenceShift(own, level)),
  ),
  150,
);

suite('how many blocks it takes to show anything', () => {
  const table: Readonly<Record<number, number>> = { 0.05: 6, 0.0294: 7, 0.00588: 9, 0.00196: 10 };
  for (const [level, least] of Object.entries(table)) {
    test(`at ${level}`, () => {
      assert.deepEqual(
        [least - 1, least].map((count) => canShow(count, Number(level))),
        [false, true],
      );
      const apart = (count: number): readonly Pair[] =>
        Array.from({ length: count }, (_, at) => ({ a: 100 + at, b: at, input: '' }));
      assert.deepEqual(
        [least - 1, least].map((count) => blockedShift(apart(count), Number(level))?.shown),
        [false, true],
      );
    });
  }
});

test('five blocks: from the least difference within a block to the greatest, at the level that they reach', () => {
  const own = [10, 20, 30, 40, 50].map((a, at) => ({ a, b: a + 100 + at, input: '' }));
  assert.deepEqual(blockedShift(own, alpha), {
    estimate: 102,
    interval: [100, 104],
    level: 0.9375,
    shown: false,
  });
});

test('one slow run does not move the estimate', () => {
  const own = [10, 12, 14, 16, 18, 20, 22, 24, 26, 28].map((a) => ({ a, b: a - 5, input: '' }));
  const slow = own.map((pair, at) => (at === 9 ? { ...pair, b: 5_000 } : pair));
  assert.deepEqual(
    [own, slow].map((rows) => blockedShift(rows, alpha)?.estimate),
    [-5, -5],
  );
});

test('no block, no difference; one block, no interval', () => {
  assert.deepEqual(
    [blockedShift([], alpha), blockedShift([{ a: 3, b: 5, input: '' }], alpha)],
    [null, { estimate: 2, interval: null, level: 0, shown: false }],
  );
});

test('all runs alike: a difference of 0, and none that could be', () => {
  const own = Array.from({ length: 10 }, () => ({ a: 7, b: 7, input: '' }));
  assert.deepEqual(blockedShift(own, alpha), {
    estimate: 0,
    interval: [0, 0],
    level: 1 - alpha,
    shown: false,
  });
});
