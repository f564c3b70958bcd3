import { normalQuantile } from './normal.ts';
import type { Interval } from './quantiles.ts';

// Found four times out of five; what is smaller would often be missed.
const power = normalQuantile(0.8);

/** The difference that would be found four times out of five with as many runs again, told by the width of an interval. */
export function detectableByInterval([low, high]: Interval, level: number): number {
  const reach = -normalQuantile((1 - level) / 2);
  return ((high - low) / 2) * (1 + power / reach);
}

/**
 * The difference that so many runs an arm would find four times out of five, from the standard deviation of one run:
 * asymptotic standard error of the Hodges–Lehmann difference for normal values (E. L. Lehmann, “Nonparametrics”, 1975,
 * section 2.4).
 */
export function detectableBySpread(spread: number, runs: number, alpha: number): number {
  const reach = -normalQuantile(alpha / 2);
  return (reach + power) * spread * Math.sqrt((2 / runs) * (Math.PI / 3));
}
