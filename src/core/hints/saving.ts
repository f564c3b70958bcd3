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
  for (let at = start - 2; at > 0; at--) {
    if (isWordStart(text, at)) return at;
    if (text[at - 1] === '\n' && !isSpace(text[at])) return at;
  }
  return 0;
}

function cutAfter(text: string, end: number): number {
  for (let at = end + 1; at < text.length; at++) {
    if (isWordStart(text, at)) return at;
    if (text[at - 1] === '\n' && !isSpace(text[at])) return at;
  }
  return text.length;
}

const letter = /^\p{L}/u;

function isWordStart(text: string, at: number): boolean {
  if (text[at] !== ' ' || isSpace(text[at - 1])) return false;
  const next = text[at + 1] ?? '';
  return (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || letter.test(next);
}

function isSpace(char: string | undefined): boolean {
  return char === ' ' || char === '\n' || char === '\t' || char === '\r' || char === undefined;
}
