import { normalQuantile } from './normal.ts';

// Counts of more than 2^40 sign patterns would cost time and show nothing that the normal limit does not.
const mostExact = 40;

// The tail of a sum of random signs is at most so many times the normal one (V. Bentkus and D. Dzindzalieta, “A tight
// Gaussian bound for weighted sums of Rademacher random variables”, Bernoulli 21, 2015).
const tailRatio = 3.18;

/**
 * Whether a sum of scores is too far from 0 for chance at this level, where chance gives each score its sign: two-sided
 * sign-flip test (R. A. Fisher, “The Design of Experiments”, 1935, section 21); scores must be integers. Exact up to 40
 * scores, beyond by the normal limit.
 */
export function flipsReject(scores: readonly number[], alpha: number): boolean {
  let sum = 0;
  let squares = 0;
  for (const score of scores) {
    sum += score;
    squares += score * score;
  }
  if (sum === 0) return false;
  const deviations = Math.abs(sum) / Math.sqrt(squares);
  if (scores.length > mostExact) return deviations >= -normalQuantile(alpha / 2);
  // The bound spares most of the exact counts.
  return deviations > 0.001 - normalQuantile(alpha / 2 / tailRatio) || flipProbability(scores) <= alpha;
}

/** Share of all sign patterns whose sum lies at least as far from 0 as the sum of these integer scores. */
export function flipProbability(scores: readonly number[]): number {
  // Ranks without ties come doubled, which would only double the table.
  const unit = scores.every((score) => score % 2 === 0) ? 2 : 1;
  const sizes = scores.map((score) => Math.abs(score) / unit);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const sum = Math.abs(scores.reduce((all, score) => all + score, 0)) / unit;
  if (sum === 0) return 1;
  // As far as |sum| out: what is flipped against the rest sums to at most this.
  const most = (total - sum) / 2;
  const patterns = new Float64Array(most + 1);
  patterns[0] = 1;
  let reached = 0;
  for (const size of sizes) {
    reached = Math.min(most, reached + size);
    for (let at = reached; at >= size; at--) patterns[at] = (patterns[at] ?? 0) + (patterns[at - size] ?? 0);
  }
  return (2 * patterns.reduce((all, count) => all + count, 0)) / 2 ** scores.length;
}
