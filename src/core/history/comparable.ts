import { assertNever } from '../assertNever.ts';
import type { EndState } from '../run/endState.ts';
import type { HistoryRun } from './historyRun.ts';

/** Why a run is not counted in figures; a run is left out for the first reason that holds. */
export const leftOutReasons = [
  'cancelled',
  'failed',
  'cut',
  'retried',
  'cached',
  'concurrent',
  'host-delay',
] as const;

/** One of {@link leftOutReasons}. */
export type LeftOutReason = (typeof leftOutReasons)[number];

/** A host held up for longer than this, in ms, may have stamped a run's pieces late. */
export const notableHostDelayMs = 50;

/** What is counted of some runs, and why the others are not. */
export interface ComparableRuns {
  /** The counted ones, in the order they were given. */
  readonly runs: readonly HistoryRun[];
  readonly counted: number;
  readonly of: number;
  /** How many each reason leaves out; a reason that leaves none out is absent. */
  readonly leftOut: Readonly<Partial<Record<LeftOutReason, number>>>;
}

/** What an end means for the figures; null where the whole answer came. */
const reasonOfEnd: Readonly<Record<EndState, LeftOutReason | null>> = {
  complete: null,
  'max-tokens': 'cut',
  'stop-sequence': 'cut',
  refusal: 'cut',
  paused: 'cut',
  'context-exceeded': 'cut',
  'tool-use': 'cut',
  cancelled: 'cancelled',
  stalled: 'failed',
  broken: 'failed',
  failed: 'failed',
};

/**
 * Why a run is not counted, or null when it is. New connections and first requests are always counted: times start at
 * *sent*.
 * @param include reasons that don't count
 */
export function leftOutReason(run: HistoryRun, include: readonly LeftOutReason[] = []): LeftOutReason | null {
  return leftOutReasons.find((reason) => !include.includes(reason) && holds(reason, run)) ?? null;
}

/**
 * The runs that figures are made of.
 * @param include reasons that don't count; all of them to leave nothing out
 */
export function comparableRuns(
  runs: readonly HistoryRun[],
  include: readonly LeftOutReason[] = [],
): ComparableRuns {
  const counted: HistoryRun[] = [];
  const leftOut: Partial<Record<LeftOutReason, number>> = {};
  for (const run of runs) {
    const reason = leftOutReason(run, include);
    if (reason === null) counted.push(run);
    else leftOut[reason] = (leftOut[reason] ?? 0) + 1;
  }
  return { runs: counted, counted: counted.length, of: runs.length, leftOut };
}

function holds(reason: LeftOutReason, run: HistoryRun): boolean {
  switch (reason) {
    case 'cancelled':
    case 'failed':
    case 'cut':
      return reasonOfEnd[run.endState] === reason;
    case 'retried':
      return run.attempts > 1;
    case 'cached':
      return (run.usage.cacheReadTokens ?? 0) > 0;
    case 'concurrent':
      return run.concurrent;
    case 'host-delay':
      return (run.hostDelayMs ?? 0) > notableHostDelayMs;
    default:
      return assertNever(reason);
  }
}
