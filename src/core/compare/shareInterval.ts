/** The level that {@link shareInterval} holds. */
export const shareLevel = 0.95;

/**
 * An interval for the share behind `count` of `n` > 0, which holds at least 95 %: C. J. Clopper, E. S. Pearson (“The Use of
 * Confidence or Fiducial Limits Illustrated in the Case of the Binomial”, Biometrika 26, 1934).
 */
export function shareInterval(count: number, n: number): readonly [low: number, high: number] {
  const tail = (1 - shareLevel) / 2;
  const low = count === 0 ? 0 : shareWhere((share) => atLeast(count, n, share) >= tail);
  // Those that are not counted, seen from the other side.
  const high = count === n ? 1 : 1 - shareWhere((share) => atLeast(n - count, n, share) >= tail);
  return [low, high];
}

/** The least share for which something holds that holds for all greater ones. */
function shareWhere(holds: (share: number) => boolean): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return low;
}

/** How likely `count` or more of `n` are, each with the probability `share`, which is neither 0 nor 1. */
function atLeast(count: number, n: number, share: number): number {
  let logChoices = 0;
  let sum = 0;
  for (let k = 0; k <= n; k++) {
    if (k > 0) logChoices += Math.log((n - k + 1) / k);
    if (k >= count) sum += Math.exp(logChoices + k * Math.log(share) + (n - k) * Math.log1p(-share));
  }
  return sum;
}
