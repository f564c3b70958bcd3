import type { Span } from '../prompt/promptDocument.ts';

/** The lines of a text without their line breaks. */
export function linesOf(text: string): readonly Span[] {
  const lines: Span[] = [];
  let start = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', start)) {
    lines.push({ start, end: at > start && text.charCodeAt(at - 1) === 0x0d ? at - 1 : at });
    start = at + 1;
  }
  lines.push({ start, end: text.length });
  return lines;
}

/** Where the line around an offset begins. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line around an offset ends: at its line feed, or with the text. */
export function lineEnd(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset);
  return feed === -1 ? text.length : feed;
}
