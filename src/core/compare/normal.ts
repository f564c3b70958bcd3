/**
 * The standard normal quantile of a share in (0, 1), within 0.00045 (M. Abramowitz and I. A. Stegun, “Handbook of
 * Mathematical Functions”, 1964, formula 26.2.23).
 */
export function normalQuantile(share: number): number {
  if (share > 0.5) return -normalQuantile(1 - share);
  const t = Math.sqrt(-2 * Math.log(share));
  const fraction =
    (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  return fraction - t;
}
