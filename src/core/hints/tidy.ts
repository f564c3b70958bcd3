import type { Span } from '../prompt/promptDocument.ts';
import { lineEnd, lineStart } from './lines.ts';

const bullet = /^[ \t]*(?:[-*+•][ \t]+(?:\[[ xX]\][ \t]+)?)?$/;

/**
 * The span to delete so that no blank line, list marker or double space is left behind, or null where something would
 * be: a number of a numbered list, a label.
 */
export function tidyDeletion(text: string, { start, end }: Span): Span | null {
  // Asked first: most deletions are within a line, which may be long.
  if (/^[^\S\n]*\S/.test(text.slice(end, end + 200))) return { start, end };
  const from = lineStart(text, start);
  const to = lineEnd(text, end);
  const before = text.slice(from, start);
  if (text.slice(end, to).trim() !== '') return { start, end };
  if (bullet.test(before)) return wholeLine(text, from, to);
  const isItem = /^[ \t]*(?:\d{1,3}|[a-zA-Z])[.)][ \t]+$/.test(before);
  return !isItem && /[\p{L}\p{N}]/u.test(before) && /[.!?…][*_"”’)]*[ \t]+$/.test(before)
    ? { start: from + before.trimEnd().length, end: to }
    : null;
}

/** A line with one line break, and with a blank line where it would leave two. */
function wholeLine(text: string, start: number, end: number): Span | null {
  const isBlank = (from: number): boolean => /^[ \t]*\r?(?:\n|$)/.test(text.slice(from, from + 200));
  if (text.slice(end, end + 200).trim() === '') {
    const kept = text.slice(0, start).trimEnd().length;
    return kept === 0 ? null : { start: kept, end };
  }
  const next = end + 1;
  const afterBlank = start === 0 || isBlank(lineStart(text, start - 1));
  if (!afterBlank || next >= text.length || !isBlank(next)) return { start, end: next };
  return { start, end: Math.min(lineEnd(text, next) + 1, text.length) };
}
