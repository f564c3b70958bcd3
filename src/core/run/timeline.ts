import { isAnswered } from './endState.ts';
import { type Gap, notableGapMs, type RunState, type Span } from './state.ts';

/** What a run's time goes to. */
export type TimeKind = 'connect' | 'wait' | 'thinking' | 'text' | 'other' | 'retry';

/** What a stretch of a run's time went to. */
export type StretchKind = TimeKind | 'gap';

/** A stretch of a run; milliseconds from its first attempt. Stretches follow each other without overlap. */
export interface Stretch {
  readonly kind: StretchKind;
  /** What the time counts to: for a pause what it interrupted, else the same as `kind`. */
  readonly part: TimeKind;
  readonly startMs: number;
  readonly endMs: number;
}

function endOf({ stoppedAt, endedAt }: RunState, now: number): number {
  return stoppedAt ?? endedAt ?? now;
}

type Add = (kind: StretchKind, part: TimeKind, from: number, to: number) => void;

/** A whole run from its first attempt to `now` (or its last token, or its end), cut into stretches. */
export function timelineOf(state: RunState, now: number): readonly Stretch[] {
  const first = state.attempts[0];
  const last = state.attempts.at(-1);
  if (first === undefined || last === undefined) return [];
  const zero = first.startedAt;
  const end = endOf(state, now);
  const stretches: Stretch[] = [];
  const add: Add = (kind, part, from, to) => {
    if (to > from) stretches.push({ kind, part, startMs: from - zero, endMs: to - zero });
  };

  // The last attempt too may be one of the failed: the run waits for the next, or was stopped while it did.
  const failedUntil = last.retryInMs === null ? last.startedAt : end;
  add('retry', 'retry', zero, failedUntil);
  if (failedUntil === end) return stretches;
  const sentAt = last.sentAt ?? end;
  add('connect', 'connect', last.startedAt, sentAt);
  const { spans } = state;
  const gaps = [...state.gaps, ...silenceAtEnd(state, end)];
  add('wait', 'wait', sentAt, spans[0]?.startedAt ?? end);
  spans.forEach((span, i) => {
    addWithGaps(gaps, span, spans[i + 1]?.startedAt ?? end, add);
  });
  return stretches;
}

/** What an answer that did not end by itself last waited for: between its last delta and its end nothing came. */
function silenceAtEnd({ endState, lastDeltaAt, spans }: RunState, end: number): readonly Gap[] {
  // What began without a delta since, such as hidden thinking, may have gone on to the end.
  const isLast = lastDeltaAt !== null && lastDeltaAt >= (spans.at(-1)?.startedAt ?? 0);
  if (!isLast || endState === null || isAnswered(endState)) return [];
  return end - lastDeltaAt < notableGapMs ? [] : [{ startedAt: lastDeltaAt, endedAt: end }];
}

function addWithGaps(gaps: readonly Gap[], { kind, startedAt }: Span, end: number, add: Add): void {
  let from = startedAt;
  for (const gap of gaps) {
    if (gap.startedAt < from || gap.startedAt >= end) continue;
    const until = Math.min(gap.endedAt, end);
    add(kind, kind, from, gap.startedAt);
    add('gap', kind, gap.startedAt, until);
    from = until;
  }
  add(kind, kind, from, end);
}

/** Where most of a run's time went. */
export interface TimeShare {
  readonly kind: TimeKind;
  readonly ms: number;
  readonly totalMs: number;
}

/**
 * The largest share of the run's time, pauses counted to what they interrupted; null before anything was timed, and where
 * the silence that a run ended in was longer.
 */
export function largestShare(state: RunState, now: number): TimeShare | null {
  const sums = new Map<TimeKind, number>();
  const stretches = timelineOf(state, now);
  const totalMs = stretches.at(-1)?.endMs ?? 0;
  const isSilent = silenceAtEnd(state, endOf(state, now)).length > 0;
  const timed = isSilent ? stretches.slice(0, -1) : stretches;
  for (const { part, startMs, endMs } of timed) sums.set(part, (sums.get(part) ?? 0) + endMs - startMs);
  let largest: TimeShare | null = null;
  for (const [kind, ms] of sums) {
    if (largest === null || ms > largest.ms) largest = { kind, ms, totalMs };
  }
  const silentMs = isSilent ? totalMs - (timed.at(-1)?.endMs ?? 0) : 0;
  return largest !== null && silentMs > largest.ms ? null : largest;
}
