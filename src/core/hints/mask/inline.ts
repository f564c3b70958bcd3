import { asciiTable, codeAt } from '../chars.ts';
import { byStart } from './lookup.ts';
import { readQuotes } from './quotes.ts';
import type { InlineSpan, SpanKind } from './span.ts';
import { readAngle } from './tags.ts';
import { readToken } from './tokens.ts';

/** A text longer than this between two brackets or quotation marks of one line is prose, not a placeholder. */
const longestPlaceholder = 160;
const escapable = asciiTable(/[`"'[\]{}<>]/);
const sign = asciiTable(/[`\\<{}[\]#$%./:@_]/);
const tokenSign = asciiTable(/[#$%./:@\\_]/);

/**
 * The spans within some lines that belong together: code, tags, templates, addresses, paths, quotations; in order of
 * their start, possibly nested. Linear in the length of the text.
 */
export function readInline(text: string): readonly InlineSpan[] {
  const spans: InlineSpan[] = [];
  const add = (kind: SpanKind, start: number, end: number) => spans.push({ kind, start, end, tag: null });
  const ticks = closingTicks(text);
  const lastComment = text.lastIndexOf('-->');
  const braces: number[] = [];
  const brackets: number[] = [];
  let token = 0;
  for (let i = 0; i < text.length; ) {
    const start = i++;
    const character = text.charCodeAt(start);
    if (character >= 0x80 || sign[character] === 0) continue;
    switch (character) {
      case 0x60: {
        const close = ticks.get(start);
        i = runEnd(text, start, character);
        if (close === undefined) break;
        i = runEnd(text, close, character);
        add('code', start, i);
        break;
      }
      case 0x5c: // A backslash escapes the mark after it.
        if (escapable[codeAt(text, i)] === 1) i++;
        break;
      case 0x3c: {
        if (text.startsWith('<!--', start)) {
          i = start < lastComment ? text.indexOf('-->', i) + 3 : start + 4;
          break;
        }
        const angle = readAngle(text, start);
        if (angle === null) break;
        spans.push(angle);
        i = angle.end;
        break;
      }
      case 0x7b:
        braces.push(start);
        break;
      case 0x7d: {
        const open = braces.pop();
        if (open !== undefined && braces.length === 0) {
          add('template', text.charAt(open - 1) === '$' ? open - 1 : open, i);
        }
        break;
      }
      case 0x5b:
        brackets.push(start);
        break;
      case 0x5d: {
        const open = brackets.pop();
        if (open === undefined || i - open > longestPlaceholder || text.charAt(i) === '(') break;
        if (!text.slice(open, i).includes('\n')) add('template', open, i);
        break;
      }
    }
    if (start >= token && tokenSign[character] === 1 && codeAt(text, start + 1) > 0x20) {
      const found = readToken(text, start);
      token = found.end;
      for (const { kind, start: from, end } of found.spans) add(kind, from, end);
    }
  }
  for (const open of braces) add('template', open, open + 1);
  const opaque = spans.filter(({ kind }) => kind === 'code' || kind === 'tag' || kind === 'template');
  for (const quote of readQuotes(text, opaque)) add(quote.kind, quote.start, quote.end);
  return spans.sort(byStart);
}

function runEnd(text: string, start: number, character: number): number {
  let end = start;
  while (text.charCodeAt(end) === character) end++;
  return end;
}

const noTicks: ReadonlyMap<number, number> = new Map();

/** For each run of backticks that opens a code span, the start of the run of the same length that closes it. */
function closingTicks(text: string): ReadonlyMap<number, number> {
  if (!text.includes('`')) return noTicks;
  const runs = Array.from(text.matchAll(/`+/g), ({ index, 0: { length } }) => ({ start: index, length }));
  const next = new Map<number, number | undefined>();
  const ofLength = new Map<number, number>();
  for (const { start, length } of runs.toReversed()) {
    next.set(start, ofLength.get(length));
    ofLength.set(length, start);
  }
  const closing = new Map<number, number>();
  let covered = 0;
  for (const { start, length } of runs) {
    const close = next.get(start);
    if (start < covered || close === undefined) continue;
    closing.set(start, close);
    covered = close + length;
  }
  return closing;
}
