import type { Failure, FailureKind } from '../failure.ts';
import type { ArmRun, ComparisonSetup } from './comparison.ts';
import { progressTo } from './judgeComparison.ts';

/** A run that comes next. */
export interface RunStep {
  readonly arm: string;
  readonly input: string;
  readonly block: number;
}

/** How the runs of a comparison are made. */
export interface RunMaker {
  /** Makes a run and keeps it; resolves when it has ended, in whatever way. */
  run(step: RunStep): Promise<{ readonly run: ArmRun; readonly failure: Failure | null }>;
  /** Waits so many ms before the next run, or less when cancelled. */
  pause(ms: number, reason: FailureKind): Promise<void>;
  cancelled(): boolean;
}

/** How a comparison ended: all runs of its look were made, it was cancelled, or it could not go on. */
export type ConductEnd =
  | { readonly kind: 'complete' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly failure: Failure };

// So many failures in a row, and what fails is not chance.
const mostInARow = 3;
const firstPauseMs = 2_000;
const longestPauseMs = 5 * 60_000;

/**
 * Makes the runs of a comparison up to a look, one after another in the order of its plan. After a failure that may pass
 * it waits as long as the server asks, else 2 s and then twice as long; it gives up at any other one, at three in a row,
 * and where it would have to wait for more than five minutes.
 * @param before runs that were made already, in their order
 */
export async function conduct(
  setup: ComparisonSetup,
  look: number,
  before: readonly ArmRun[],
  maker: RunMaker,
): Promise<ConductEnd> {
  const runs = [...before];
  let inARow = 0;
  while (!maker.cancelled()) {
    const { next } = progressTo(setup, look, runs);
    if (next === null) return { kind: 'complete' };
    const step = { arm: next.arm, input: next.block.input, block: next.block.id };
    const { run, failure } = await maker.run(step);
    runs.push(run);
    inARow = failure === null ? 0 : inARow + 1;
    if (failure === null || maker.cancelled()) continue;
    const wait = failure.retryAfterMs ?? firstPauseMs * 2 ** (inARow - 1);
    if (!failure.retryable || inARow === mostInARow || wait > longestPauseMs) {
      return { kind: 'failed', failure };
    }
    await maker.pause(wait, failure.kind);
  }
  return { kind: 'cancelled' };
}
