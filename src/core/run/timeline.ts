import type { RunState, Span } from './state.ts';

/** What a stretch of a run's time went to. */
export type StretchKind = 'connect' | 'wait' | 'thinking' | 'text' | 'other' | 'retry' | 'gap';

/** A stretch of a run; milliseconds from its first attempt. Stretches follow each other without overlap. */
export interface Stretch {
  readonly kind: StretchKind;
  readonly startMs: number;
  readonly endMs: number;
}

/** A whole run from its first attempt to `now` (or its end), cut into stretches. */
export function timelineOf(state: RunState, now: number): readonly Stretch[] {
  const first = state.attempts[0];
  const last = state.attempts.at(-1);
  if (first === undefined || last === undefined) return [];
  const zero = first.startedAt;
  const end = state.endedAt ?? now;
  const stretches: Stretch[] = [];
  const add = (kind: StretchKind, from: number, to: number) => {
    if (to > from) stretches.push({ kind, startMs: from - zero, endMs: to - zero });
  };

  add('retry', zero, last.startedAt);
  if (last.failedAt !== null && state.endState === null) {
    add('retry', last.startedAt, end);
    return stretches;
  }
  const sentAt = last.sentAt ?? end;
  add('connect', last.startedAt, sentAt);
  const marks: readonly Span[] = state.spans;
  add('wait', sentAt, marks[0]?.startedAt ?? end);
  marks.forEach((span, i) => {
    addWithGaps(state, span, marks[i + 1]?.startedAt ?? state.stoppedAt ?? end, add);
  });
  return stretches;
}

function addWithGaps(
  state: RunState,
  span: Span,
  end: number,
  add: (kind: StretchKind, from: number, to: number) => void,
): void {
  let from = span.startedAt;
  for (const gap of state.gaps) {
    if (gap.startedAt < from || gap.startedAt >= end) continue;
    add(span.kind, from, gap.startedAt);
    add('gap', gap.startedAt, Math.min(gap.endedAt, end));
    from = Math.min(gap.endedAt, end);
  }
  add(span.kind, from, end);
}

/** Where most of a run's time went. */
export interface TimeShare {
  readonly kind: Exclude<StretchKind, 'gap'>;
  readonly ms: number;
  readonly totalMs: number;
}

/** The largest share of the run's time, pauses counted to what was being written; null before anything was timed. */
export function largestShare(state: RunState, now: number): TimeShare | null {
  const sums = new Map<Exclude<StretchKind, 'gap'>, number>();
  let current: Exclude<StretchKind, 'gap'> = 'text';
  let totalMs = 0;
  for (const stretch of timelineOf(state, now)) {
    if (stretch.kind !== 'gap') current = stretch.kind;
    const ms = stretch.endMs - stretch.startMs;
    sums.set(current, (sums.get(current) ?? 0) + ms);
    totalMs += ms;
  }
  let largest: TimeShare | null = null;
  for (const [kind, ms] of sums) {
    if (largest === null || ms > largest.ms) largest = { kind, ms, totalMs };
  }
  return largest;
}
