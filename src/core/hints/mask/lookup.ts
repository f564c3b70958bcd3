import { firstIndex } from '../search.ts';
import type { MaskSpan, SpanKind } from './span.ts';

/** What of a text is not plain prose. */
export interface Mask {
  /** All spans in order of their start, the longer first; they may lie in each other. */
  readonly spans: readonly MaskSpan[];
  /** Whether anything masked lies in a range or, where the range is empty, around it; kinds in `except` don't count. */
  touches(start: number, end: number, except?: readonly SpanKind[]): boolean;
  /** Kind of the shortest span around an offset; null in prose. */
  kindAt(offset: number): SpanKind | null;
  /** The spans that share a character with a range. */
  within(start: number, end: number): readonly MaskSpan[];
}

/** Makes a mask of spans in order of their start. It looks at few spans more than it finds. */
export function maskFrom(spans: readonly MaskSpan[]): Mask {
  let around: readonly number[] | undefined;
  const visit = (start: number, end: number, meets: (span: MaskSpan) => boolean): boolean => {
    if (spans.length === 0) return false;
    around ??= enclosing(spans);
    const first = firstIndex(spans, (span) => span.start >= start);
    for (let i = first - 1; i >= 0; i = around[i] ?? -1) {
      const span = spans[i];
      if (span !== undefined && span.end > start && meets(span)) return true;
    }
    for (let i = first; i < spans.length; i++) {
      const span = spans[i];
      if (span === undefined || span.start >= end) break;
      if (meets(span)) return true;
    }
    return false;
  };
  return {
    spans,
    touches: (start, end, except = []) => visit(start, end, ({ kind }) => !except.includes(kind)),
    kindAt(offset) {
      let shortest: MaskSpan | null = null;
      visit(offset, offset + 1, (span) => {
        if (shortest === null || span.end - span.start < shortest.end - shortest.start) shortest = span;
        return false;
      });
      return (shortest as MaskSpan | null)?.kind ?? null;
    },
    within(start, end) {
      const found: MaskSpan[] = [];
      visit(start, end, (span) => {
        found.push(span);
        return false;
      });
      return found;
    },
  };
}

/** The mask of plain prose. */
export const emptyMask: Mask = maskFrom([]);

/** Spans that meet a part of a text, cut at its ends; offsets count from its start. */
export function clipped(spans: readonly MaskSpan[], start: number, end: number): readonly MaskSpan[] {
  const own = spans.map((span) => ({
    kind: span.kind,
    start: Math.max(span.start, start) - start,
    end: Math.min(span.end, end) - start,
  }));
  return own.sort(byStart);
}

/** Order of spans: by start, the longer first, else by kind, so that there is only one. */
export function byStart(a: MaskSpan, b: MaskSpan): number {
  return a.start - b.start || b.end - a.end || Number(a.kind > b.kind) - Number(a.kind < b.kind);
}

/** For each span the nearest one before it that may reach beyond its start; -1 for none. */
function enclosing(spans: readonly MaskSpan[]): readonly number[] {
  const open: number[] = [];
  return spans.map(({ start }, i) => {
    while (open.length > 0 && (spans[open.at(-1) ?? 0]?.end ?? 0) <= start) open.pop();
    const nearest = open.at(-1) ?? -1;
    open.push(i);
    return nearest;
  });
}
