import type { TextSpan } from './prompt.ts';

/** A replacement in a document: `length` characters from `offset` on became `inserted` characters. */
export interface Replacement {
  readonly offset: number;
  readonly length: number;
  readonly inserted: number;
}

/** Where a span stands after a replacement: edits in it or over a part of it grow or shrink it, edits before it move it. */
export function moveSpan(span: TextSpan, { offset, length, inserted }: Replacement): TextSpan {
  const end = offset + length;
  const shift = inserted - length;
  // What is typed right at one of its ends belongs to it, what replaces its neighbour does not.
  const touches =
    length === 0 ? offset >= span.start && offset <= span.end : offset < span.end && end > span.start;
  if (touches) return { start: Math.min(span.start, offset), end: Math.max(span.end, end) + shift };
  return end <= span.start ? { start: span.start + shift, end: span.end + shift } : span;
}
