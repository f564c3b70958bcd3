import type { TextSpan } from './prompt.ts';

/** A replacement in a document: `length` characters from `offset` on became `inserted` characters. */
export interface Replacement {
  readonly offset: number;
  readonly length: number;
  readonly inserted: number;
}

/** Where a span stands after a replacement: edits inside it grow or shrink it, edits before it move it. */
export function moveSpan(span: TextSpan, { offset, length, inserted }: Replacement): TextSpan {
  const end = offset + length;
  const shift = inserted - length;
  if (end <= span.start && !(length === 0 && offset === span.start)) {
    return { start: span.start + shift, end: span.end + shift };
  }
  if (offset > span.end) return span;
  const start = Math.min(span.start, offset);
  return { start, end: Math.max(start, Math.max(span.end, end) + shift) };
}
