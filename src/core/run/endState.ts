/** How a run ended. Stored in records: ids are never renamed. */
export const endStates = [
  'complete',
  'max-tokens',
  'stop-sequence',
  'refusal',
  'paused',
  'context-exceeded',
  'tool-use',
  'cancelled',
  'stalled',
  'broken',
  'failed',
] as const;

/** One of {@link endStates}. */
export type EndState = (typeof endStates)[number];

/** Whether a run that ended so has a whole answer: one that was stopped or broke off tells nothing of the prompt. */
export function isAnswered(endState: EndState | null): boolean {
  return endState !== null && !['cancelled', 'stalled', 'broken', 'failed'].includes(endState);
}

/** The end state for a whole response by its API `stop_reason`; an unknown reason counts as complete. */
export function endStateOf(stopReason: string | null): EndState {
  switch (stopReason) {
    case 'max_tokens':
      return 'max-tokens';
    case 'stop_sequence':
      return 'stop-sequence';
    case 'refusal':
      return 'refusal';
    case 'pause_turn':
      return 'paused';
    case 'model_context_window_exceeded':
      return 'context-exceeded';
    case 'tool_use':
      return 'tool-use';
    default:
      return 'complete';
  }
}
