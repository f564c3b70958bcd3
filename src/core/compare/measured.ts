import type { Pair } from './blockedShift.ts';
import type { Looks, Pairing } from './errorRate.ts';
import { groupBy } from './groupBy.ts';
import type { Metric } from './metric.ts';
import type { Outcome } from './outcome.ts';

/** One measured value; samples of two arms in the same block are compared with each other. */
export interface Sample {
  readonly value: number;
  /** Id of its block. */
  readonly block: string | number;
  readonly input: string;
}

/** An arm with the runs that count. */
export interface MeasuredArm {
  readonly name: string;
  readonly samples: readonly Sample[];
  readonly outcomes: readonly Outcome[];
}

/** What was measured on one metric, and under which promise. */
export interface Measured {
  readonly metric: Metric;
  readonly arms: readonly MeasuredArm[];
  readonly looks: Looks;
  readonly pairing: Pairing;
}

/** What two arms measured in the same blocks; several samples in a block are paired in their order. */
export function pairsOf(a: readonly Sample[], b: readonly Sample[]): readonly Pair[] {
  const partners = groupBy(b, ({ block }) => block);
  return [...groupBy(a, ({ block }) => block)].flatMap(([block, own]) =>
    own.flatMap(({ value, input }, at) => {
      const partner = partners.get(block)?.[at];
      return partner === undefined ? [] : [{ a: value, b: partner.value, input }];
    }),
  );
}
