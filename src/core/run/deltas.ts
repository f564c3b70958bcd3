import type { DeltaKind } from './events.ts';
import { type Gap, maxGaps, notableGapMs, type RunState, type Span } from './state.ts';

/**
 * Marks the arrival of a piece of a block. Only non-empty text, thinking and tool input count as tokens;
 * signatures, citations and empty pieces don't.
 */
export function countDelta(state: RunState, delta: DeltaKind, text: string, at: number): RunState {
  if (text === '' || delta === 'signature' || delta === 'citations' || delta === 'other') return state;
  const isText = delta === 'text';
  const gap = state.lastDeltaAt === null ? null : at - state.lastDeltaAt;
  const longer = gap !== null && (state.longestGapMs === null || gap > state.longestGapMs);
  return {
    ...state,
    firstTokenAt: state.firstTokenAt ?? at,
    firstTextAt: state.firstTextAt ?? (isText ? at : null),
    lastTextAt: isText ? at : state.lastTextAt,
    lastDeltaAt: at,
    firstTextCharacters: isText && state.textDeltas === 0 ? text.length : state.firstTextCharacters,
    textCharacters: state.textCharacters + (isText ? text.length : 0),
    textDeltas: state.textDeltas + (isText ? 1 : 0),
    longestGapMs: longer ? gap : state.longestGapMs,
    gaps: withGap(state.gaps, state.lastDeltaAt, at),
    spans: extendSpans(state.spans, spanKind(delta), at),
  };
}

function spanKind(delta: 'text' | 'thinking' | 'input-json'): Span['kind'] {
  return delta === 'input-json' ? 'other' : delta;
}

function withGap(gaps: readonly Gap[], startedAt: number | null, endedAt: number): readonly Gap[] {
  if (startedAt === null || endedAt - startedAt < notableGapMs || gaps.length >= maxGaps) return gaps;
  return [...gaps, { startedAt, endedAt }];
}

/** The stretches after something of this kind happened at this time. */
export function extendSpans(spans: readonly Span[], kind: Span['kind'], at: number): readonly Span[] {
  const last = spans.at(-1);
  if (last?.kind === kind) return spans.with(-1, { ...last, endedAt: at });
  return [...spans, { kind, startedAt: at, endedAt: at }];
}
