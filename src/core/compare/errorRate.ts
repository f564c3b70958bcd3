/** How often a comparison may be looked at: once, or again after “Run 10 More”. */
export type Looks = 1 | 2;

/** Which arms are compared: each with the first one, or every two. */
export type Pairing = 'with-first' | 'every-two';

/**
 * Error rate at which one pair of arms is tested at one look, so that false verdicts stay under 5 % over all looks and
 * pairs together.
 *
 * Looks: Pocock’s boundary, the same at every look, so that a verdict does not depend on which look it is (S. J. Pocock,
 * “Group sequential methods in the design and analysis of clinical trials”, Biometrika 64, 1977, table 1). It is made
 * for looks at equal distances and errs on the safe side where the second brings less than the first. Pairs: Bonferroni.
 */
export function alphaOfPair(arms: number, pairing: Pairing, looks: Looks): number {
  const pairs = pairing === 'with-first' ? arms - 1 : (arms * (arms - 1)) / 2;
  return (looks === 1 ? 0.05 : 0.0294) / Math.max(1, pairs);
}
