/** A closed interval, lower end first. */
export type Interval = readonly [low: number, high: number];

/** A median with the interval that covers the true one. */
export interface MedianEstimate {
  readonly median: number;
  readonly interval: Interval;
  /** Share of samples of this size whose interval covers the true median; under 0.95 where no interval reaches it. */
  readonly level: number;
}

// The sample's p95 of fewer runs lies anywhere between half of the true one and well above it.
const leastForP95 = 20;

/** The middle value, or the mean of the two in the middle; NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}

/** The 95th percentile by nearest rank; null under 20 values. */
export function p95(values: readonly number[]): number | null {
  if (values.length < leastForP95) return null;
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? null;
}

/**
 * The median with its order-statistic interval: the narrowest pair of values, equally far from both ends, that covers
 * the true median at 95 % or more whatever the distribution, else the outermost pair (H. A. David and H. N. Nagaraja,
 * “Order Statistics”, 3rd ed. 2003, section 7.1); null of nothing.
 */
export function medianEstimate(values: readonly number[]): MedianEstimate | null {
  const sorted = values.toSorted((a, b) => a - b);
  const count = sorted.length;
  const { rank, level } = medianRank(count);
  const [low, high] = [sorted[rank - 1], sorted[count - rank]];
  return low === undefined || high === undefined
    ? null
    : { median: median(sorted), interval: [low, high], level };
}

/** Robust standard deviation: the interquartile range over that of a normal distribution; null under 4 values. */
export function robustSpread(values: readonly number[]): number | null {
  if (values.length < 4) return null;
  const sorted = values.toSorted((a, b) => a - b);
  return (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / 1.349;
}

// Below the r-th value of n lie fewer than r: the median is missed on one side by P(Binomial(n, ½) < r).
function medianRank(count: number): { readonly rank: number; readonly level: number } {
  let logShare = -count * Math.LN2;
  let below = 0;
  let rank = 1;
  let level = Math.max(0, 1 - 2 * Math.exp(logShare));
  for (let fewer = 0; fewer < count / 2; fewer++) {
    below += Math.exp(logShare);
    logShare += Math.log((count - fewer) / (fewer + 1));
    if (1 - 2 * below < 0.95) break;
    rank = fewer + 1;
    level = 1 - 2 * below;
  }
  return { rank, level };
}

function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const [low = 0, high = 0] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}
