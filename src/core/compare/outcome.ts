import type { EndState } from '../run/endState.ts';
import { groupBy } from './groupBy.ts';

/** How a run that counts ended: its end state, or that its answer failed an assertion. */
export type Outcome = EndState | 'assertion-failed';

/** An outcome and how many runs had it. */
export interface OutcomeCount {
  readonly outcome: Outcome;
  readonly runs: number;
}

/** Counts outcomes, the most frequent first. */
export function countOutcomes(outcomes: readonly Outcome[]): readonly OutcomeCount[] {
  return [...groupBy(outcomes, (outcome) => outcome)]
    .map(([outcome, own]) => ({ outcome, runs: own.length }))
    .toSorted((one, other) => other.runs - one.runs);
}

/** Whether two arms ended in the same ways, in the same shares: an answer that was cut or refused is no faster answer. */
export function endAlike(one: readonly OutcomeCount[], other: readonly OutcomeCount[]): boolean {
  const [runs, otherRuns] = [total(one), total(other)];
  return (
    one.length === other.length &&
    one.every(({ outcome, runs: count }) => {
      const same = other.find((row) => row.outcome === outcome);
      return same !== undefined && count * otherRuns === same.runs * runs;
    })
  );
}

function total(counts: readonly OutcomeCount[]): number {
  return counts.reduce((sum, { runs }) => sum + runs, 0);
}
