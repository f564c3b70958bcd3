/** An interval of the median, made of two of the values. */
export interface MedianInterval {
  readonly low: number;
  readonly high: number;
  /** Probability with which such an interval holds the true median, at least. */
  readonly level: number;
}

/** Values from this many on have a spread and an interval. */
export const minSpreadRuns = 5;

/** Values from this many on have a 95th percentile; of fewer, the sample's says next to nothing of the true one. */
export const minP95Runs = 20;

// [min, max] of five values covers the median with 93.75 %: little enough below 95 % to be told with its level.
const usualLeast = 0.9;

/** The middle value, or the mean of the two in the middle; null without values. */
export function median(values: readonly number[]): number | null {
  return quantile(values, 0.5);
}

/**
 * Quantile by linear interpolation between order statistics (type 7 of Hyndman and Fan, "Sample Quantiles in
 * Statistical Packages", The American Statistician 50, 1996); null without values.
 * @param share from 0 to 1
 */
export function quantile(values: readonly number[], share: number): number | null {
  return quantileOfSorted(sorted(values), share);
}

/** The 95th percentile; null under {@link minP95Runs} values. */
export function p95(values: readonly number[]): number | null {
  return values.length < minP95Runs ? null : quantile(values, 0.95);
}

/**
 * How much values vary, as the ± of a typical one: half the interquartile range, which holds the middle half of them,
 * asks for no bell curve and is not moved by a few slow runs (NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.6
 * "Measures of Scale"). Null under {@link minSpreadRuns} values.
 */
export function spread(values: readonly number[]): number | null {
  if (values.length < minSpreadRuns) return null;
  const ordered = sorted(values);
  const lower = quantileOfSorted(ordered, 0.25);
  const upper = quantileOfSorted(ordered, 0.75);
  return lower === null || upper === null ? null : (upper - lower) / 2;
}

/** Robust standard deviation: the interquartile range over that of a normal distribution; null under 4 values. */
export function robustSpread(values: readonly number[]): number | null {
  if (values.length < 4) return null;
  const ordered = sorted(values);
  const lower = quantileOfSorted(ordered, 0.25);
  const upper = quantileOfSorted(ordered, 0.75);
  return lower === null || upper === null ? null : (upper - lower) / 1.349;
}

/**
 * Interval of the median from the k-th smallest to the k-th largest value, whatever the distribution (David and
 * Nagaraja, "Order Statistics", 3rd edition 2003, section 7.1). The narrowest one that holds it with `level`; where
 * even the extremes don't reach that, from the smallest to the largest if they hold it with `least`, else null.
 */
export function medianInterval(
  values: readonly number[],
  level = 0.95,
  least = usualLeast,
): MedianInterval | null {
  const ordered = sorted(values);
  const rank = medianIntervalRank(ordered.length, level, least);
  if (rank === null) return null;
  const low = ordered[rank.k - 1];
  const high = ordered[ordered.length - rank.k];
  return low === undefined || high === undefined ? null : { low, high, level: rank.level };
}

/**
 * The k of {@link medianInterval} for `n` values and the level that it achieves: 1 − 2 P(B < k), B binomial with n
 * trials of ½.
 */
function medianIntervalRank(
  n: number,
  level: number,
  least: number,
): { readonly k: number; readonly level: number } | null {
  let best: { readonly k: number; readonly level: number } | null = null;
  let logTerm = -n * Math.LN2;
  let below = 0;
  for (let k = 1; k <= n / 2; k += 1) {
    below += Math.exp(logTerm);
    const achieved = 1 - 2 * below;
    if (achieved < (k === 1 ? Math.min(level, least) : level)) break;
    best = { k, level: achieved };
    // From C(n, k − 1) to C(n, k); as logarithms, since 2⁻ⁿ is 0 from about 1,075 values on.
    logTerm += Math.log((n - k + 1) / k);
  }
  return best;
}

function quantileOfSorted(ordered: readonly number[], share: number): number | null {
  const position = (ordered.length - 1) * share;
  const lower = ordered[Math.floor(position)];
  const upper = ordered[Math.ceil(position)];
  if (lower === undefined || upper === undefined) return null;
  return lower + (upper - lower) * (position - Math.floor(position));
}

function sorted(values: readonly number[]): readonly number[] {
  return values.toSorted((a, b) => a - b);
}
