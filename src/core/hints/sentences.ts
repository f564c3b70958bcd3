import type { Span } from '../prompt/promptDocument.ts';
import { codeAt } from './chars.ts';

const abbreviations = new Set(
  'e.g i.e etc vs cf al approx no fig mr mrs ms dr prof st jr sr inc ltd dept est min max'.split(' '),
);
const closing = new Set([...'"\'”’)]*_`'].map((char) => char.charCodeAt(0)));

/** Cuts a paragraph, from where its words begin, into sentences; white space between them belongs to none. */
export function sentencesOf(text: string, contentStart: number): readonly Span[] {
  const found: Span[] = [];
  let start = contentStart;
  for (let at = contentStart; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!isEnd(code)) continue;
    let end = at + 1;
    while (closing.has(codeAt(text, end)) || isEnd(codeAt(text, end))) end += 1;
    let next = end;
    while (isSpace(codeAt(text, next))) next += 1;
    const goesOn =
      next < text.length &&
      (next === end || (code === 0x2e && (isAbbreviation(text, start, at) || isLower(text.charAt(next)))));
    if (goesOn) {
      at = end - 1;
      continue;
    }
    found.push({ start, end });
    start = next;
    at = next - 1;
  }
  const end = start + text.slice(start).trimEnd().length;
  if (end > start) found.push({ start, end });
  return found;
}

function isEnd(code: number): boolean {
  return code === 0x2e || code === 0x21 || code === 0x3f;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

function isLower(char: string): boolean {
  return char !== char.toUpperCase();
}

function isAbbreviation(text: string, start: number, dot: number): boolean {
  let from = dot;
  while (from > start && dot - from < 8 && /[\p{L}.]/u.test(text[from - 1] ?? '')) from -= 1;
  const word = text.slice(from, dot).toLowerCase();
  return abbreviations.has(word) || /^\p{L}$/u.test(word);
}
