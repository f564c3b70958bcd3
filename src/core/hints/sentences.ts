import type { Span } from '../prompt/promptDocument.ts';

const abbreviations = new Set(
  'e.g i.e etc vs cf al approx no fig mr mrs ms dr prof st jr sr inc ltd dept est min max'.split(' '),
);
const closing = new Set(['"', "'", '”', '’', ')', ']', '*', '_', '`']);

/** Cuts a paragraph, from where its words begin, into sentences; white space between them belongs to none. */
export function sentencesOf(text: string, contentStart: number): readonly Span[] {
  const found: Span[] = [];
  let start = contentStart;
  for (let at = contentStart; at < text.length; at++) {
    const char = text[at];
    if (char !== '.' && char !== '!' && char !== '?') continue;
    let end = at + 1;
    while (end < text.length && (closing.has(text[end] ?? '') || isEnd(text[end]))) end += 1;
    if (end < text.length && !isSpace(text[end])) {
      at = end - 1;
      continue;
    }
    let next = end;
    while (next < text.length && isSpace(text[next])) next += 1;
    if (next < text.length && char === '.' && (isAbbreviation(text, start, at) || isLower(text[next]))) {
      at = end - 1;
      continue;
    }
    found.push({ start, end });
    start = next;
    at = next - 1;
  }
  if (start < text.length && text.slice(start).trim() !== '') {
    found.push({ start, end: start + text.slice(start).trimEnd().length });
  }
  return found;
}

function isEnd(char: string | undefined): boolean {
  return char === '.' || char === '!' || char === '?';
}

function isSpace(char: string | undefined): boolean {
  return char === ' ' || char === '\n' || char === '\t' || char === '\r';
}

function isLower(char: string | undefined): boolean {
  return char !== undefined && char !== char.toUpperCase();
}

function isAbbreviation(text: string, start: number, dot: number): boolean {
  let from = dot;
  while (from > start && dot - from < 8 && /[\p{L}.]/u.test(text[from - 1] ?? '')) from -= 1;
  const word = text.slice(from, dot).toLowerCase();
  return abbreviations.has(word) || /^\p{L}$/u.test(word);
}
