import { pairsOf } from '../../../src/core/compare/measured.ts';
import { flipsReject } from '../../../src/core/compare/signFlips.ts';
import { type Random, seededRandom } from '../../../src/core/random.ts';
import { type Drift, drawLatency, stretch } from './latencies.ts';
import type { SimulatedLook } from './simulate.ts';

// Student’s t, 97.5 %, with 2n − 2 degrees of freedom.
const tQuantile = { 10: 2.101, 20: 2.024 } as const;

/** What the naive method makes of a comparison: the interval of the difference of means. */
export interface NaiveResult {
  readonly low: number;
  readonly high: number;
}

/** All runs of a, then all of b, and a 95 % t-interval of the difference of their means. */
export function naive(drift: Drift, factor: number, n: 10 | 20, seed: number): NaiveResult {
  const random: Random = seededRandom(seed, 2_000_003);
  const times = (size: number, from: number): readonly number[] =>
    Array.from({ length: n }, (_, at) => drawLatency(random) * size * stretch(drift, (from + at) / 40));
  const [a, b] = [times(1, 0), times(factor, n)];
  const difference = mean(b) - mean(a);
  const half = tQuantile[n] * Math.sqrt((variance(a) + variance(b)) / n);
  return { low: difference - half, high: difference + half };
}

/** Whether Wilcoxon’s signed-rank test of the differences within blocks rejects no difference at this level. */
export function signedRankRejects({ arms: [a, b] }: SimulatedLook, alpha: number): boolean {
  const differences = pairsOf(a?.samples ?? [], b?.samples ?? []).map((pair) => pair.b - pair.a);
  const bySize = differences.toSorted((one, other) => Math.abs(one) - Math.abs(other));
  return flipsReject(
    bySize.map((difference, at) => Math.sign(difference) * (at + 1)),
    alpha,
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function variance(values: readonly number[]): number {
  const middle = mean(values);
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1);
}
