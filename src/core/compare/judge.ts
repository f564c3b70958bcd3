import { median, medianInterval, p95, robustSpread } from '../quantiles.ts';
import { blockedShift, canShow, type Interval, type Pair, type Shift } from './blockedShift.ts';
import { detectableDifference } from './detectable.ts';
import { alphaOfPair } from './errorRate.ts';
import { groupBy } from './groupBy.ts';
import { type Measured, type MeasuredArm, pairsOf } from './measured.ts';
import { directionOf, isHardly, type Metric, type Verdict } from './metric.ts';
import { countOutcomes, endAlike, type OutcomeCount } from './outcome.ts';

/** One arm by itself; null where nothing was measured. */
export interface ArmSummary {
  readonly name: string;
  readonly n: number;
  readonly median: number | null;
  readonly interval: Interval | null;
  /** Level that the order-statistic interval achieves. */
  readonly level: number | null;
  /** From 20 runs on. */
  readonly p95: number | null;
  readonly outcomes: readonly OutcomeCount[];
}

/** What one input, or all together, tell of two arms; null where no block has both. */
export interface ShiftSummary {
  /** Blocks that have both arms. */
  readonly n: number;
  /** Hodges–Lehmann difference, b less a. */
  readonly estimate: number | null;
  readonly interval: Interval | null;
  /** Level that the interval holds at least, the other comparisons of the family included. */
  readonly level: number | null;
}

/** Arm b against arm a. */
export interface ArmDifference extends ShiftSummary {
  readonly a: string;
  readonly b: string;
  readonly verdict: Verdict;
  /** The difference is shown but under 5 % or 50 ms. */
  readonly hardly: boolean;
  /** What as many runs would find four times out of five; null where so few can’t show anything. */
  readonly detectable: number | null;
  /** By input, in the order of their first runs; a promise holds for all together alone. */
  readonly inputs: readonly (ShiftSummary & { readonly input: string })[];
}

/** The outcome of a comparison on one metric. */
export interface Judgement {
  readonly arms: readonly ArmSummary[];
  readonly differences: readonly ArmDifference[];
  /** The largest of the differences’ own; null where one has none. */
  readonly detectable: number | null;
}

/** Judges a comparison; false verdicts stay under 5 % over all its looks and pairs together. */
export function judge({ metric, arms, looks, pairing }: Measured): Judgement {
  const summaries = arms.map(summaryOf);
  const pairs = arms.flatMap((b, at) =>
    arms.slice(0, pairing === 'with-first' ? Math.min(at, 1) : at).map((a) => ({ a, b })),
  );
  const alpha = alphaOfPair(arms.length, pairing, looks);
  const differences = pairs.map(({ a, b }) => differenceOf(a, b, metric, alpha));
  const found = differences.map(({ detectable }) => detectable).filter((one) => one !== null);
  return {
    arms: summaries,
    differences,
    detectable: found.length > 0 && found.length === differences.length ? Math.max(...found) : null,
  };
}

/** What an arm tells by itself. */
export function summaryOf({ name, samples, outcomes }: MeasuredArm): ArmSummary {
  const values = samples.map(({ value }) => value);
  const interval = medianInterval(values, 0.95, 0);
  return {
    name,
    n: values.length,
    median: median(values),
    interval: interval === null ? null : [interval.low, interval.high],
    level: interval?.level ?? null,
    p95: p95(values),
    outcomes: countOutcomes(outcomes),
  };
}

function differenceOf(a: MeasuredArm, b: MeasuredArm, metric: Metric, alpha: number): ArmDifference {
  const pairs = pairsOf(a.samples, b.samples);
  const shift = blockedShift(pairs, alpha);
  const enough = canShow(pairs.length, alpha);
  const comparable = endAlike(countOutcomes(a.outcomes), countOutcomes(b.outcomes));
  const shown = comparable && shift?.shown === true ? shift.estimate : null;
  const undecided = enough ? 'no-difference-shown' : 'not-enough-runs';
  return {
    a: a.name,
    b: b.name,
    ...shiftSummary(pairs.length, shift),
    verdict: comparable ? (shown === null ? undecided : directionOf(shown, metric.kind)) : 'not-comparable',
    hardly: shown !== null && isHardly(shown, median(pairs.map((pair) => pair.a)) ?? 0, metric),
    detectable: enough ? detectableOf(pairs, alpha) : null,
    inputs: [...groupBy(pairs, ({ input }) => input)].map(([input, own]) => ({
      input,
      ...shiftSummary(own.length, blockedShift(own, alpha)),
    })),
  };
}

// The difference of two runs varies as much as √2 times one run.
function detectableOf(pairs: readonly Pair[], alpha: number): number | null {
  const spread = robustSpread(pairs.map(({ a, b }) => b - a));
  return spread === null ? null : detectableDifference(spread * Math.SQRT1_2, pairs.length, alpha);
}

function shiftSummary(n: number, shift: Shift | null): ShiftSummary {
  return {
    n,
    estimate: shift?.estimate ?? null,
    interval: shift?.interval ?? null,
    level: shift?.interval ? shift.level : null,
  };
}
