import type { Span } from '../prompt/promptDocument.ts';
import type { ParagraphKind } from './document.ts';

const marker = /^(?:[-*+•–]|\d{1,3}[.)]|[a-zA-Z][.)]|#{1,6})[ \t]+(?:\[[ xX]\][ \t]+)?/;
const sentenceEnd = /[.!?:;…。！？][*_"'”’)\]`]*$/;
const standsAlone = /^(?:[|<>{}[\]]|```|~~~|---|===|\*\*\*)/;

/** Where a paragraph is in the text and what begins it; `contentStart` counts from the paragraph's start. */
export interface ParagraphSpan extends Span {
  readonly kind: ParagraphKind;
  readonly contentStart: number;
}

/**
 * Cuts lines into paragraphs: each list item, each heading, and prose up to a blank line, a line that ends a sentence
 * or the most lines that one may have, so that an edit never touches more than a little text.
 */
export function paragraphSpans(text: string, lines: readonly Span[]): readonly ParagraphSpan[] {
  const found: ParagraphSpan[] = [];
  const longest = 12;
  let count = 0;
  let open = false;
  for (const line of lines) {
    const first = firstInk(text, line);
    if (first === line.end) {
      open = false;
      continue;
    }
    const mark = mayMark(text, first) ? marker.exec(text.slice(first, Math.min(line.end, first + 40))) : null;
    const alone =
      !isLetter(text.charCodeAt(first)) && standsAlone.test(text.slice(first, Math.min(line.end, first + 3)));
    const last = found.at(-1);
    if (open && mark === null && !alone && last !== undefined && count < longest) {
      found[found.length - 1] = { ...last, end: line.end };
      count += 1;
    } else {
      const kind = mark === null ? 'prose' : text[first] === '#' ? 'heading' : 'item';
      const contentStart = first - line.start + (mark?.[0].length ?? 0);
      found.push({ start: line.start, end: line.end, kind, contentStart });
      count = 1;
    }
    open = !alone && found.at(-1)?.kind !== 'heading' && !endsSentence(text, line);
  }
  return found;
}

function firstInk(text: string, line: Span): number {
  let at = line.start;
  while (at < line.end && (text[at] === ' ' || text[at] === '\t')) at += 1;
  return at;
}

// Most lines begin and end with letters, and need no expression.
function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

/** A letter can only be the mark of a lettered list. */
function mayMark(text: string, at: number): boolean {
  return !isLetter(text.charCodeAt(at)) || text[at + 1] === '.' || text[at + 1] === ')';
}

function endsSentence(text: string, line: Span): boolean {
  if (isLetter(text.charCodeAt(line.end - 1))) return false;
  return sentenceEnd.test(text.slice(Math.max(line.start, line.end - 8), line.end).trimEnd());
}
