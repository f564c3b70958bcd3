import type { Span } from '../prompt/promptDocument.ts';

const bullet = /^[ \t]*(?:[-*+•][ \t]+(?:\[[ xX]\][ \t]+)?)?$/;

/**
 * The span to delete so that no blank line, list marker or double space is left behind, or null where something would
 * be: a number of a numbered list, a label.
 */
export function tidyDeletion(text: string, { start, end }: Span): Span | null {
  // Asked first: most deletions are within a line, which may be long.
  if (/^[^\S\n]*\S/.test(text.slice(end, end + 200))) return { start, end };
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const feed = text.indexOf('\n', end);
  const lineEnd = feed === -1 ? text.length : feed;
  const before = text.slice(lineStart, start);
  const after = text.slice(end, lineEnd);
  if (after.trim() !== '') return { start, end };
  if (bullet.test(before)) return wholeLine(text, lineStart, lineEnd);
  if (/[\p{L}\p{N}]/u.test(before) && !/^[ \t]*(?:\d{1,3}|[a-zA-Z])[.)][ \t]+$/.test(before)) {
    return /[.!?…][*_"”’)]*[ \t]+$/.test(before)
      ? { start: start - (before.length - before.trimEnd().length), end: end + after.length }
      : null;
  }
  return null;
}

/** A line with one line break, and with a blank line where it would leave two. */
function wholeLine(text: string, lineStart: number, lineEnd: number): Span | null {
  const isBlank = (from: number): boolean => /^[ \t]*\r?(?:\n|$)/.test(text.slice(from, from + 200));
  if (text.slice(lineEnd, lineEnd + 200).trim() === '') {
    let start = lineStart;
    while (start > 0 && /\s/.test(text[start - 1] ?? '')) start -= 1;
    return start === 0 ? null : { start, end: lineEnd };
  }
  const next = lineEnd + 1;
  const previous = text.lastIndexOf('\n', lineStart - 2) + 1;
  const afterBlank = lineStart === 0 || isBlank(previous);
  if (!afterBlank || next >= text.length || !isBlank(next)) return { start: lineStart, end: next };
  const blankEnd = text.indexOf('\n', next);
  return { start: lineStart, end: blankEnd === -1 ? text.length : blankEnd + 1 };
}
