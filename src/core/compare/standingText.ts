import type { Span } from '../prompt/promptDocument.ts';

/**
 * Where one of the texts of a comparison stands in a document now: at the place where it was, else the only place where
 * one of them is; null where none is, or several could be meant.
 */
export function standingText(source: string, start: number, texts: readonly string[]): Span | null {
  const longest = texts.filter((text) => text !== '').toSorted((a, b) => b.length - a.length);
  const there = longest.find((text) => source.startsWith(text, start));
  if (there !== undefined) return { start, end: start + there.length };
  for (const text of longest) {
    const at = source.indexOf(text);
    if (at < 0) continue;
    return source.indexOf(text, at + 1) < 0 ? { start: at, end: at + text.length } : null;
  }
  return null;
}
