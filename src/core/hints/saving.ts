import type { TokenCounter } from '../tokens/rawInput.ts';

/** An edit of a text; offsets count UTF-16 units. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

// Most edits of a document are in its next version too.
const mostKnown = 5_000;
let known = new Map<string, number>();
let counter: TokenCounter | null = null;

/**
 * Tokens that an edit saves, counted before and after on no more than the words around it: the pattern of the local
 * tokenizer always cuts before a single space between two words and at the start of a line.
 */
export function savedTokens(
  text: string,
  { start, end, replacement }: TextEdit,
  count: TokenCounter,
): number {
  const from = cutBefore(text, start);
  const to = cutAfter(text, end);
  const before = text.slice(from, to);
  const after = text.slice(from, start) + replacement + text.slice(end, to);
  const key = `${before}\n→\n${after}`;
  if (counter !== count || known.size > mostKnown) {
    counter = count;
    known = new Map();
  }
  const last = known.get(key);
  if (last !== undefined) return last;
  const saved = (before === '' ? 0 : count(before)) - (after === '' ? 0 : count(after));
  known.set(key, saved);
  return saved;
}

function cutBefore(text: string, start: number): number {
  // Whole characters lie between the cut and the edit, so that the edit cannot undo the cut.
  let at = start - 2;
  while (at > 0 && !canCut(text, at)) at--;
  return Math.max(at, 0);
}

function cutAfter(text: string, end: number): number {
  let at = end + 1;
  while (at < text.length && !canCut(text, at)) at++;
  return Math.min(at, text.length);
}

const letter = /^\p{L}/u;

/** Whether a word begins with the space at an offset, or a line does there. */
function canCut(text: string, at: number): boolean {
  if (text[at] !== ' ') return text[at - 1] === '\n' && !isSpace(text[at]);
  const next = text[at + 1] ?? '';
  return !isSpace(text[at - 1]) && ((next >= 'a' && next <= 'z') || letter.test(next));
}

function isSpace(char: string | undefined): boolean {
  return char === ' ' || char === '\n' || char === '\t' || char === '\r' || char === undefined;
}
