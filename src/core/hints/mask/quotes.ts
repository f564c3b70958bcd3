import { isLetterAt } from '../chars.ts';
import { lineEnd } from '../lines.ts';
import { firstIndex } from '../search.ts';
import type { MaskSpan } from './span.ts';

/** Single quotation marks this far apart are two apostrophes. */
const longestSingle = 120;
const pairs: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '‹': '›',
  '「': '」',
  '『': '』',
};

/** Quotations in a stretch of lines, in straight and typographic marks; marks within opaque spans are none. */
export function readQuotes(text: string, opaque: readonly MaskSpan[]): readonly MaskSpan[] {
  if (!/["'“„‘«‹「『]/.test(text)) return [];
  const hidden = hiddenIn(opaque);
  const spans = straightPairs(text, hidden);
  const missing = new Set<string>();
  opening.lastIndex = 0;
  while (opening.test(text)) {
    const start = opening.lastIndex - 1;
    const end = hidden(start) ? null : endOfQuote(text, start, missing);
    if (end === null) continue;
    spans.push({ kind: 'quote', start, end });
    opening.lastIndex = end;
  }
  return spans;
}

const opening = /['‘“„«‹「『]/g;

function endOfQuote(text: string, at: number, missing: Set<string>): number | null {
  const mark = text.charAt(at);
  const closers = pairs[mark];
  if (closers === undefined) return endOfSingle(text, at, mark === "'" ? mark : '’');
  if (!missing.has(mark)) {
    const ends = [...closers].map((closer) => text.indexOf(closer, at + 1)).filter((end) => end !== -1);
    if (ends.length > 0) return Math.min(...ends) + 1;
    missing.add(mark);
  }
  return lineEnd(text, at);
}

/** End of a quotation in single marks: an apostrophe has a letter on both sides, or a blank after it. */
function endOfSingle(text: string, at: number, closer: string): number | null {
  if (isLetterAt(text, at - 1) || !/\S/.test(text.charAt(at + 1))) return null;
  const window = text.slice(at, at + longestSingle);
  for (let i = window.indexOf(closer, 2); i !== -1; i = window.indexOf(closer, i + 1)) {
    if (isLetterAt(text, at + i + 1) || /\s/.test(window.charAt(i - 1))) continue;
    return window.lastIndexOf('\n', i) === -1 ? at + i + 1 : null;
  }
  return null;
}

/** Pairs of straight double marks: within a line where they pair up, else with the next lone one, else to the line's end. */
function straightPairs(text: string, hidden: (at: number) => boolean): MaskSpan[] {
  const found: MaskSpan[] = [];
  const add = (start: number, end: number) => found.push({ kind: 'quote', start, end });
  let lone: number | undefined;
  let at = text.indexOf('"');
  while (at !== -1) {
    const end = lineEnd(text, at);
    const marks: number[] = [];
    for (; at !== -1 && at < end; at = text.indexOf('"', at + 1)) {
      // A mark behind a digit opens nothing: it stands for inches.
      const isInches = marks.length % 2 === 0 && /[0-9]/.test(text.charAt(at - 1));
      if (!hidden(at) && !isInches) marks.push(at);
    }
    if (marks.length % 2 === 1) {
      if (lone === undefined) lone = marks.pop();
      else {
        add(lone, (marks.shift() ?? lone) + 1);
        lone = undefined;
      }
    }
    for (let i = 0; i < marks.length; i += 2) add(marks[i] as number, (marks[i + 1] as number) + 1);
  }
  if (lone !== undefined) add(lone, lineEnd(text, lone));
  return found;
}

/** Whether an offset lies in one of the spans. */
function hiddenIn(spans: readonly MaskSpan[]): (at: number) => boolean {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  const reach: number[] = [];
  for (const { end } of sorted) reach.push(Math.max(end, reach.at(-1) ?? 0));
  return (at) => at < (reach[firstIndex(sorted, ({ start }) => start > at) - 1] ?? 0);
}
