import { normalQuantile } from './normal.ts';

// Found four times out of five.
const power = normalQuantile(0.8);

/**
 * The difference that so many runs an arm would find four times out of five, from the standard deviation of one run;
 * what is smaller would often be missed. By the asymptotic standard error of the Hodges–Lehmann difference for normal
 * values (E. L. Lehmann, “Nonparametrics: Statistical Methods Based on Ranks”, 1975, chapter 2).
 */
export function detectableDifference(spread: number, runs: number, alpha: number): number {
  const reach = -normalQuantile(alpha / 2);
  return (reach + power) * spread * Math.sqrt((2 / runs) * (Math.PI / 3));
}
