import { isThinking, lastAttempt, type RunState } from './state.ts';

/** Where a run stands; `idle` where there is none yet. */
export type RunPhase = 'idle' | 'connecting' | 'waiting' | 'thinking' | 'writing' | 'retrying' | 'ended';

/** The phase that a run is in by its state, never `idle`. */
export function phaseOf(state: RunState): RunPhase {
  if (state.endState !== null) return 'ended';
  const attempt = lastAttempt(state);
  if (attempt === null) return 'connecting';
  if (attempt.failedAt !== null) return 'retrying';
  if (attempt.sentAt === null) return 'connecting';
  const block = state.blocks.at(-1);
  if (block === undefined) return 'waiting';
  if (block.open && isThinking(block)) return 'thinking';
  return state.firstTokenAt === null ? 'waiting' : 'writing';
}
