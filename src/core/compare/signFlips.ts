import { normalQuantile } from './normal.ts';

// Counts of more than 2^40 sign patterns would cost time and show nothing that the normal limit does not.
const mostExact = 40;

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
  // Hoeffding’s inequality bounds the probability and spares most of the exact counts.
  if (sum * sum >= 2 * squares * Math.log(2 / alpha)) return true;
  if (scores.length > mostExact) return Math.abs(sum) >= -normalQuantile(alpha / 2) * Math.sqrt(squares);
  return flipProbability(scores) <= alpha;
}

/** Share of all sign patterns whose sum lies at least as far from 0 as the sum of these integer scores. */
export function flipProbability(scores: readonly number[]): number {
  const sizes = scores.map(Math.abs);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const sum = Math.abs(scores.reduce((all, score) => all + score, 0));
  if (sum === 0) return 1;
  // As far as |sum| out: what is flipped against the rest sums to at most this.
  const most = (total - sum) / 2;
  const patterns = new Float64Array(most + 1);
  patterns[0] = 1;
  for (const size of sizes) {
    for (let at = most; at >= 0; at--) {
      patterns[at] = (patterns[at] ?? 0) + (at >= size ? (patterns[at - size] ?? 0) : 0);
    }
  }
  return (2 * patterns.reduce((all, count) => all + count, 0)) / 2 ** scores.length;
}
