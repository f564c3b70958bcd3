import type { EndState } from '../run/endState.ts';
import type { Outcome } from './outcome.ts';

/** What must have come from the prompt cache in every run of an arm: nothing, something, or either. */
export type CacheState = 'unread' | 'read' | 'any';

/** A finished run of a comparison, as far as the comparison looks at it. */
export interface ComparedRun {
  readonly arm: string;
  /** Id of its block. */
  readonly block: number;
  readonly attempts: number;
  readonly endState: EndState;
  /** Null where the response did not tell. */
  readonly cacheReadTokens: number | null;
  readonly assertionsHold: boolean;
  /** Value on the metric that is judged; null where it does not exist. */
  readonly value: number | null;
}

/** Why a run does not count. */
export type LeftOut = 'cancelled' | 'failed' | 'retried' | 'cache-state';

/** Why a run does not count in an arm that asks for this cache state; null where it counts. */
export function leftOutReason(run: ComparedRun, cache: CacheState): LeftOut | null {
  switch (run.endState) {
    case 'cancelled':
      return 'cancelled';
    case 'failed':
    case 'broken':
    case 'stalled':
      return 'failed';
    default:
      if (run.attempts > 1) return 'retried';
      return hasCacheState(run, cache) ? null : 'cache-state';
  }
}

/** How a run that counts ended; an answer that was cut or refused is told by that, whatever else it lacks. */
export function outcomeOf({ endState, assertionsHold }: ComparedRun): Outcome {
  const isWhole = endState === 'complete' || endState === 'stop-sequence';
  return isWhole && !assertionsHold ? 'assertion-failed' : endState;
}

// A response that tells nothing of a cache did not read one.
function hasCacheState({ cacheReadTokens }: ComparedRun, cache: CacheState): boolean {
  return cache === 'any' || (cacheReadTokens ?? 0) > 0 === (cache === 'read');
}
