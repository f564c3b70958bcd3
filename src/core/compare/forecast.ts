import { costAtMost } from '../request/cost.ts';
import type { Price } from '../request/prices.ts';
import { detectableDifference } from './detectable.ts';
import { alphaOfPair } from './errorRate.ts';
import { type ComparisonPlan, replacementLimit } from './plan.ts';

/** What is known of the runs of one arm on one input before they are made. */
export interface RunOutlook {
  readonly inputTokens: number;
  readonly maxTokens: number;
  /** Null when unknown. */
  readonly price: Price | null;
  /** Usual time of such a run in ms; null when it was never run. */
  readonly usualMs: number | null;
}

/** What a comparison will take until one of its looks. */
export interface Forecast {
  readonly runs: number;
  /** Tokens sent and written at most, blocks run again included. */
  readonly tokensAtMost: number;
  /** US dollars at most without caching, blocks run again included; null where a price is unknown. */
  readonly costAtMost: number | null;
  /** Of the arms whose usual time is known; null where none is. */
  readonly timeMs: number | null;
  /** The other arms. */
  readonly timeUnknownOf: readonly string[];
  /** The difference that it would find four times out of five; null where the spread is unknown. */
  readonly detectable: number | null;
}

/**
 * Forecasts a comparison up to a look (0 is the first) from what is known of its runs and from the spread of earlier
 * ones, in the unit of the metric.
 */
export function forecastOf(
  plan: ComparisonPlan,
  look: number,
  outlookOf: (arm: string, input: string) => RunOutlook,
  spread: number | null,
): Forecast {
  const blocks = plan.blocksAt[look] ?? 0;
  const each = blocks / plan.inputs.length;
  const byInput = plan.inputs.map((input) => plan.arms.map((arm) => outlookOf(arm, input)));
  const cells = byInput.flat();
  // Blocks may be run again for any input: the dearest one bounds them all.
  const again = replacementLimit(plan, look);
  const bound = (amount: (run: RunOutlook) => number): number =>
    each * sum(cells.map(amount)) + again * Math.max(...byInput.map((runs) => sum(runs.map(amount))));
  const timeOf = (arm: string) => plan.inputs.map((input) => outlookOf(arm, input).usualMs);
  const timeUnknownOf = plan.arms.filter((arm) => timeOf(arm).includes(null));
  const times = plan.arms.filter((arm) => !timeUnknownOf.includes(arm)).flatMap(timeOf);
  const priced = cells.every(({ price }) => price !== null);
  return {
    runs: blocks * plan.arms.length,
    tokensAtMost: bound(({ inputTokens, maxTokens }) => inputTokens + maxTokens),
    costAtMost: priced
      ? bound(({ inputTokens, maxTokens, price }) => costAtMost(inputTokens, maxTokens, price) ?? 0)
      : null,
    timeMs: times.length === 0 ? null : each * sum(times.map((ms) => ms ?? 0)),
    timeUnknownOf,
    detectable:
      spread === null
        ? null
        : detectableDifference(spread, blocks, alphaOfPair(plan.arms.length, plan.pairing, plan.looks)),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
