import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { flipProbability, flipsReject } from '../../../../src/core/compare/signFlips.ts';

test('Darwin’s maize, 15 pairs: 1,726 of 32,768 patterns, as Fisher counted', () => {
  // R. A. Fisher, “The Design of Experiments”, section 21; differences in eighths of an inch.
  const differences = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48];
  assert.equal(flipProbability(differences), 1726 / 32_768);
});

// Largest sum of negative ranks that is significant at 5 %, two-sided, as tables of the signed-rank test have it.
const table: Readonly<Record<number, number>> = {
  6: 0,
  7: 2,
  8: 3,
  9: 5,
  10: 8,
  12: 13,
  15: 25,
  20: 52,
  25: 89,
};

suite('signed ranks are rejected at 5 % up to the tabled sum', () => {
  for (const [count, most] of Object.entries(table)) {
    test(count, () => {
      assert.deepEqual(
        [most, most + 1].map((negative) => flipsReject(signedRanks(Number(count), negative), 0.05)),
        [true, false],
      );
    });
  }
});

test('the tail of the signed-rank distribution with ten ranks', () => {
  // Patterns with a sum up to 0, 1, …: partitions into distinct parts, added up.
  const patterns = [1, 2, 3, 5, 7, 10, 14, 19, 25, 33];
  assert.deepEqual(
    patterns.map((_, negative) => flipProbability(signedRanks(10, negative))),
    patterns.map((count) => (2 * count) / 1024),
  );
});

suite('no score, or none that leans', () => {
  for (const scores of [[], [0], [0, 0, 0], [3, -3], [1, 2, -3]]) {
    test(JSON.stringify(scores), () => assert.equal(flipProbability(scores), 1));
  }
});

test('beyond forty scores the normal limit takes over without a jump', () => {
  const leaning = (count: number, negative: number): readonly number[] =>
    Array.from({ length: count }, (_, at) => (at < negative ? -1 : 1));
  // 40 and 41 tosses of a coin: 13 of one side are too few at 5 %, 14 are not.
  assert.deepEqual(
    [leaning(40, 13), leaning(40, 14), leaning(41, 13), leaning(41, 15)].map((scores) =>
      flipsReject(scores, 0.05),
    ),
    [true, false, true, false],
  );
});

/** The ranks 1 to `count`, as many of the largest negative as sum to `negative`. */
function signedRanks(count: number, negative: number): readonly number[] {
  let left = negative;
  return Array.from({ length: count }, (_, at) => count - at).map((rank) => {
    if (rank > left) return rank;
    left -= rank;
    return -rank;
  });
}
