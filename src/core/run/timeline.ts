import type { RunState, Span } from './state.ts';

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

type Add = (kind: StretchKind, part: TimeKind, from: number, to: number) => void;

/** A whole run from its first attempt to `now` (or its last token, or its end), cut into stretches. */
export function timelineOf(state: RunState, now: number): readonly Stretch[] {
  const first = state.attempts[0];
  const last = state.attempts.at(-1);
  if (first === undefined || last === undefined) return [];
  const zero = first.startedAt;
  const end = state.stoppedAt ?? state.endedAt ?? now;
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
  add('wait', 'wait', sentAt, spans[0]?.startedAt ?? end);
  spans.forEach((span, i) => {
    addWithGaps(state, span, spans[i + 1]?.startedAt ?? end, add);
  });
  return stretches;
}

function addWithGaps(state: RunState, { kind, startedAt }: Span, end: number, add: Add): void {
  let from = startedAt;
  for (const gap of state.gaps) {
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

/** The largest share of the run's time, pauses counted to what they interrupted; null before anything was timed. */
export function largestShare(state: RunState, now: number): TimeShare | null {
  const sums = new Map<TimeKind, number>();
  let totalMs = 0;
  for (const { part, startMs, endMs } of timelineOf(state, now)) {
    const ms = endMs - startMs;
    sums.set(part, (sums.get(part) ?? 0) + ms);
    totalMs += ms;
  }
  let largest: TimeShare | null = null;
  for (const [kind, ms] of sums) {
    if (largest === null || ms > largest.ms) largest = { kind, ms, totalMs };
  }
  return largest;
}
