import { isThinking, lastAttempt, type RunState } from './state.ts';

/** The numbers of a run in milliseconds and tokens per second; null where a number does not exist, never 0 for it. */
export interface RunMetrics {
  /** Sent (last attempt) → first token: text, thinking or tool input. */
  readonly ttftMs: number | null;
  /** Sent → first visible text. */
  readonly firstTextMs: number | null;
  /** Sent → `message_stop`. */
  readonly ttltMs: number | null;
  /** Output tokens per second over the visible text. */
  readonly otps: number | null;
  /** DNS + TCP + TLS of the last attempt; null on a reused connection or where it was not seen. */
  readonly connectMs: number | null;
  /** Sent → response headers. */
  readonly headersMs: number | null;
  /** The server's own share of the wait, as its headers tell. */
  readonly serverMs: number | null;
  /** Longest pause between two deltas. */
  readonly longestGapMs: number | null;
  /** What the person waited: start of the first attempt → end, retries and their waits included. */
  readonly waitedMs: number | null;
}

const minTextTokens = 20;

/** Fewer text deltas than this have no rate. */
export const minTextDeltas = 4;

/** The metrics of a run as far as it has come. */
export function metricsOf(state: RunState): RunMetrics {
  const attempt = lastAttempt(state);
  const sentAt = attempt?.sentAt ?? null;
  return {
    ttftMs: between(sentAt, state.firstTokenAt),
    firstTextMs: between(sentAt, state.firstTextAt),
    ttltMs: between(sentAt, state.stoppedAt),
    otps: otpsOf(state),
    connectMs: attempt?.connectMs ?? null,
    headersMs: between(sentAt, attempt?.headersAt ?? null),
    serverMs: state.serverMs,
    longestGapMs: state.longestGapMs,
    waitedMs: between(state.attempts[0]?.startedAt ?? null, state.endedAt),
  };
}

/** Whether the model thought in this run, shown or hidden. */
export function hasThinking(state: RunState): boolean {
  return state.blocks.some(isThinking) || (state.usage.thinkingTokens ?? 0) > 0;
}

/**
 * Billed tokens of the visible text; null while unknown, when tool input was written too, whose share is not told, or
 * when the stream held several messages, since only the last one's usage stands.
 */
export function textTokensOf(state: RunState): number | null {
  const { outputTokens, thinkingTokens } = state.usage;
  if (!state.usageFinal || outputTokens === null || state.messages > 1) return null;
  if (hasThinking(state) && thinkingTokens === null) return null;
  const wroteTools = state.blocks.some((b) => b.kind === 'tool-use' || b.kind === 'server-tool-use');
  return wroteTools ? null : outputTokens - (thinkingTokens ?? 0);
}

/**
 * Text tokens ÷ seconds of text: the first delta's share (by characters) is left out, since its writing lies
 * before the first stamp. Absent under 20 text tokens, under 4 text deltas, or where the tokens are unknown.
 */
function otpsOf(state: RunState): number | null {
  const tokens = textTokensOf(state);
  const writingMs = between(state.firstTextAt, state.lastTextAt);
  if (tokens === null || tokens < minTextTokens || state.textDeltas < minTextDeltas) return null;
  if (writingMs === null || writingMs <= 0) return null;
  const timedShare = 1 - state.firstTextCharacters / state.textCharacters;
  return (tokens * timedShare * 1000) / writingMs;
}

function between(from: number | null, to: number | null): number | null {
  return from === null || to === null ? null : to - from;
}
