import { lastAttempt, type RunState } from './state.ts';

/** Where a run stands; `idle` before the first. */
export type RunPhase = 'idle' | 'connecting' | 'waiting' | 'thinking' | 'writing' | 'retrying' | 'ended';
/** Where the run stands. */
export function phaseOf(state: RunState): RunPhase {
  if (state.endState !== null) return 'ended';
  const attempt = lastAttempt(state);
  if (attempt === null) return 'connecting';
  if (attempt.failedAt !== null) return 'retrying';
  if (attempt.sentAt === null) return 'connecting';
  const block = state.blocks.at(-1);
  if (block === undefined) return 'waiting';
  if (block.open && (block.kind === 'thinking' || block.kind === 'redacted-thinking')) return 'thinking';
  return state.firstTokenAt === null ? 'waiting' : 'writing';
}
