import { type Random, seededRandom } from '../../../src/core/random.ts';
import { lognormal } from '../../simulator/distribution.ts';
import { medianOf } from '../figure.ts';

/** How the service’s pace changes while a comparison runs: nothing, slower and slower, or a slow spell in the middle. */
export const drifts = ['steady', 'slowing', 'slow spell'] as const;

/** One of {@link drifts}. */
export type Drift = (typeof drifts)[number];

// Times as runs of one prompt show them: skewed, and one run in twelve much slower than the rest.
const middle = 2_000;
const sigma = 0.25;
const slowShare = 1 / 12;

/** Draws the time of one run in ms, without drift. */
export function drawLatency(random: Random): number {
  const slow = random() < slowShare ? 1.5 + 2 * random() : 1;
  return lognormal(random, middle, sigma) * slow;
}

/** By how much the pace stretches a time; `at` goes from 0 to 1 while twenty blocks run, the slow spell from ¼ to ¾. */
export function stretch(drift: Drift, at: number): number {
  switch (drift) {
    case 'steady':
      return 1;
    case 'slowing':
      return 1 + 0.4 * at;
    case 'slow spell':
      return at >= 0.25 && at < 0.75 ? 1.5 : 1;
  }
}

/** The true median of the times, in ms. */
export function trueMedian(): number {
  const random = seededRandom(1);
  return medianOf(Array.from({ length: 200_000 }, () => drawLatency(random)));
}
