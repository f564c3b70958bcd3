import type { Span } from '../../core/prompt/promptDocument.ts';

/**
 * The part of a text that goes where the rest stays, but for a capital: at its beginning or its end, white space
 * around it not counted. Null where words are exchanged, and where nothing but white space goes.
 */
export function deletedPart(text: string, replacement: string): Span | null {
  const kept = replacement.toLowerCase();
  const lower = text.toLowerCase();
  if (kept.length >= lower.length) return null;
  if (lower.endsWith(kept)) return trimmed(text, 0, text.length - kept.length);
  return lower.startsWith(kept) ? trimmed(text, kept.length, text.length) : null;
}

function trimmed(text: string, start: number, end: number): Span | null {
  const part = text.slice(start, end);
  const words = part.trim();
  if (words === '') return null;
  const from = start + part.indexOf(words);
  return { start: from, end: from + words.length };
}
