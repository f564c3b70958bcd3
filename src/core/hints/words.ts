import { asciiTable, codeAt } from './chars.ts';
import { type Paragraph, perParagraph } from './document.ts';

/** The words of a paragraph side by side; offsets count from its start. */
export interface Words {
  /** The paragraph in lower case with straight apostrophes, character by character. */
  readonly lower: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Of each word, to look it up without making a string of it. */
  readonly hashes: readonly number[];
  /** Index of each word's sentence in the paragraph. */
  readonly sentences: readonly number[];
}

/** The words of a paragraph in order, remembered as long as it lives. */
export const wordsOf = perParagraph(readWords);

/** A word in lower case with straight apostrophes; empty where there is none. */
export function wordAt({ lower, starts, ends }: Words, index: number): string {
  return lower.slice(starts[index] ?? 0, ends[index] ?? 0);
}

/** A word with a capital as its first letter. */
export function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** What {@link Words} has of a word: a small number that other words seldom share. */
export function hashOf(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at++) hash = hashWith(hash, word.charCodeAt(at));
  return hash;
}

/** The hash of two words in a row, or of some words and one more. */
export function pairOf(first: number, second: number): number {
  return (Math.imul(first, 31) + second) & 0x3fffffff;
}

function hashWith(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193) & 0x3fffffff;
}

/** The text of a paragraph in lower case; characters whose small letter is longer stay. */
export const lowerText = perParagraph(({ text }: Paragraph): string => {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return text.replace(/[\s\S]/g, (char) => (char.toLowerCase().length === 1 ? char.toLowerCase() : char));
});

function readWords(paragraph: Paragraph): Words {
  const { text, sentences, contentStart } = paragraph;
  const lower = lowerText(paragraph).replaceAll('’', "'");
  const words = { lower, starts: [] as number[], ends: [] as number[], hashes: [] as number[] };
  const numbers: number[] = [];
  let sentence = 0;
  let sentenceEnd = sentences[0]?.end ?? Number.POSITIVE_INFINITY;
  for (let at = contentStart; at < text.length; at++) {
    let code = codeAt(lower, at);
    if (!isWordChar(code)) continue;
    const start = at;
    let hash = 0;
    do {
      hash = hashWith(hash, code);
      at += 1;
      code = codeAt(lower, at);
    } while (isWordChar(code) || (code === 0x27 && isWordChar(codeAt(lower, at + 1))));
    while (start >= sentenceEnd) {
      sentence += 1;
      sentenceEnd = sentences[sentence]?.end ?? Number.POSITIVE_INFINITY;
    }
    words.starts.push(start);
    words.ends.push(at);
    words.hashes.push(hash);
    numbers.push(sentence);
  }
  return { ...words, sentences: numbers };
}

const wordChar = /[\p{L}\p{N}\p{M}_]/u;
const plainWordChars = asciiTable(wordChar);

function isWordChar(code: number): boolean {
  return code < 0x80 ? plainWordChars[code] === 1 : wordChar.test(String.fromCharCode(code));
}

/** Whether nothing but white space, at most one line break of it, lies between two places. */
export function joins(text: string, from: number, to: number): boolean {
  if (to === from + 1) return text[from] === ' ';
  let breaks = 0;
  for (let at = from; at < to; at++) {
    const char = text[at];
    if (char === '\n') breaks += 1;
    else if (char !== ' ' && char !== '\t' && char !== '\r') return false;
  }
  return to > from && breaks <= 1;
}
