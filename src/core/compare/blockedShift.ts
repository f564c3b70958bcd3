import { median } from '../quantiles.ts';
import { groupBy } from './groupBy.ts';
import { flipsReject } from './signFlips.ts';

/** A closed interval, lower end first. */
export type Interval = readonly [low: number, high: number];

/** What two arms measured in one block. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly input: string;
}

/** How far the second arm lies from the first. */
export interface Shift {
  /** Hodges–Lehmann difference, b less a. */
  readonly estimate: number;
  /** Null with a single pair. */
  readonly interval: Interval | null;
  /** Level that the interval holds at least; less than was asked where so few pairs can’t reach it. */
  readonly level: number;
  /** Whether 0 is rejected at the level that was asked; never where so few pairs can’t reach it. */
  readonly shown: boolean;
}

/** Whether a level `1 − alpha` can be reached at all with so many pairs: the rarest outcome must be rare enough. */
export function canShow(pairs: number, alpha: number): boolean {
  return rarest(pairs) <= alpha;
}

/**
 * Hodges–Lehmann difference of two arms, with an interval that holds its level by the random order within blocks alone,
 * whatever the distribution and the drift; null of nothing.
 *
 * Values are aligned within their input and ranked together; the statistic is the sum of the rank differences within
 * blocks, and chance is all swaps within blocks (J. L. Hodges and E. L. Lehmann, “Rank Methods for Combination of
 * Independent Experiments in Analysis of Variance”, Ann. Math. Statist. 33, 1962). The interval holds all shifts that
 * are not rejected; the estimate is the median of the differences between every b and every a (the same authors,
 * “Estimates of Location Based on Rank Tests”, Ann. Math. Statist. 34, 1963). On one input this is nearly as powerful as
 * the Mann–Whitney test, whose level rests on runs without drift, and more so than the signed-rank test, to which it
 * comes close with one block an input.
 */
export function blockedShift(pairs: readonly Pair[], alpha: number): Shift | null {
  if (pairs.length === 0) return null;
  const { a, b } = aligned(pairs);
  const estimate = median(b.flatMap((upper) => a.map((lower) => upper - lower))) ?? Number.NaN;
  const level = 1 - Math.max(alpha, rarest(pairs.length));
  if (pairs.length === 1) return { estimate, interval: null, level, shown: false };
  const low = leastShift(a, b, 1 - level);
  // Not a plain minus, which would make -0 of 0.
  const high = 0 - leastShift(b, a, 1 - level);
  const shown = canShow(pairs.length, alpha) && (low > 0 || high < 0);
  return { estimate, interval: [low, high], level, shown };
}

function rarest(pairs: number): number {
  return 2 ** (1 - pairs);
}

/**
 * The values less the place of their input, which is the median of its blocks’ means: swaps within blocks leave it as
 * it is, so the test stays exact, and a shift of b moves it by half, so aligned differences just move along.
 */
function aligned(pairs: readonly Pair[]): { readonly a: readonly number[]; readonly b: readonly number[] } {
  const inputs = groupBy(pairs, ({ input }) => input);
  const places = new Map(
    [...inputs].map(([input, own]) => [input, median(own.map(({ a, b }) => (a + b) / 2)) ?? 0]),
  );
  // A single input is ranked as it is: its place changes no rank and would only round.
  const place = ({ input }: Pair): number => (inputs.size === 1 ? 0 : (places.get(input) ?? 0));
  return { a: pairs.map((pair) => pair.a - place(pair)), b: pairs.map((pair) => pair.b - place(pair)) };
}

/**
 * The least shift of b that is not rejected. Far below it every b lies above every a; going up, ranks change only where
 * one b passes one a, which tie right there.
 */
function leastShift(a: readonly number[], b: readonly number[], alpha: number): number {
  const count = a.length;
  const scores = b.map((_, block) => 2 * count + twiceRank(b, block) - twiceRank(a, block));
  const crossings = b
    .flatMap((upper, above) => a.map((lower, below) => ({ at: upper - lower, above, below })))
    .sort((one, other) => one.at - other.at);
  const pass = (from: number, to: number): boolean => {
    for (let i = from; i < to; i++) {
      const { above = 0, below = 0 } = crossings[i] ?? {};
      scores[above] = (scores[above] ?? 0) - 1;
      scores[below] = (scores[below] ?? 0) - 1;
    }
    return scores.reduce((sum, score) => sum + score, 0) <= 0 || !flipsReject(scores, alpha);
  };
  for (let from = 0; from < crossings.length; ) {
    const at = crossings[from]?.at ?? 0;
    let to = from + 1;
    while (crossings[to]?.at === at) to += 1;
    // Twice half a step: at the shift itself the values tie, beyond it they have changed places.
    if (pass(from, to) || pass(from, to)) return at;
    from = to;
  }
  return crossings.at(-1)?.at ?? Number.NaN;
}

// Whole numbers, since tied values share a rank that may end in a half.
function twiceRank(values: readonly number[], index: number): number {
  const own = values[index] ?? 0;
  return values.reduce((rank, value) => rank + (value < own ? 2 : value === own ? 1 : 0), 1);
}
