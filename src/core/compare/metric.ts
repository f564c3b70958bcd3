/** What lower values of a metric mean: less time, a slower rate, or less of something. */
export type MetricKind = 'time' | 'rate' | 'amount';

/** What a verdict must know of a metric. */
export interface Metric {
  readonly kind: MetricKind;
  /** A difference below this, in the metric’s unit, is hardly one; 0 where only its share counts. */
  readonly hardlyBelow: number;
}

/** A time in milliseconds. */
export const timeInMs: Metric = { kind: 'time', hardlyBelow: 50 };

/** What a comparison says of b against a on its primary metric. */
export type Verdict =
  | 'faster'
  | 'slower'
  | 'less'
  | 'more'
  | 'no-difference-shown'
  | 'not-enough-runs'
  | 'not-comparable';

/** The verdict for a difference of this sign that was shown. */
export function directionOf(difference: number, kind: MetricKind): Verdict {
  if (kind === 'amount') return difference < 0 ? 'less' : 'more';
  return difference < 0 === (kind === 'time') ? 'faster' : 'slower';
}

/** Whether a shown difference is under 5 % of what a takes, or under the metric’s own limit: real, but hardly felt. */
export function isHardly(difference: number, medianOfA: number, { hardlyBelow }: Metric): boolean {
  return Math.abs(difference) < Math.max(0.05 * Math.abs(medianOfA), hardlyBelow);
}
