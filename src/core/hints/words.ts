import { type Paragraph, perParagraph } from './document.ts';

/** The words of a paragraph side by side, in lower case with straight apostrophes; offsets count from its start. */
export interface Words {
  readonly texts: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Index of each word's sentence in the paragraph. */
  readonly sentences: readonly number[];
}

/** The words of a paragraph in order, remembered as long as it lives. */
export const wordsOf = perParagraph(readWords);

function readWords({ text, sentences, contentStart }: Paragraph): Words {
  const words = {
    texts: [] as string[],
    starts: [] as number[],
    ends: [] as number[],
    sentences: [] as number[],
  };
  const lower = text.toLowerCase();
  const isAligned = lower.length === text.length;
  let sentence = 0;
  let sentenceEnd = sentences[0]?.end ?? Number.POSITIVE_INFINITY;
  let at = contentStart;
  while (at < text.length) {
    if (!isWordChar(text, at)) {
      at += 1;
      continue;
    }
    const start = at;
    while (at < text.length && (isWordChar(text, at) || isApostrophe(text, at))) at += 1;
    while (start >= sentenceEnd) {
      sentence += 1;
      sentenceEnd = sentences[sentence]?.end ?? Number.POSITIVE_INFINITY;
    }
    const word = isAligned ? lower.slice(start, at) : text.slice(start, at).toLowerCase();
    words.texts.push(word.includes('’') ? word.replaceAll('’', "'") : word);
    words.starts.push(start);
    words.ends.push(at);
    words.sentences.push(sentence);
  }
  return words;
}

const wordChar = /[\p{L}\p{N}\p{M}]/u;

function isWordChar(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) {
    return (
      (code >= 0x61 && code <= 0x7a) ||
      (code >= 0x41 && code <= 0x5a) ||
      (code >= 0x30 && code <= 0x39) ||
      code === 0x5f
    );
  }
  return wordChar.test(text.charAt(at));
}

/** An apostrophe within a word. */
function isApostrophe(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code === 0x27 || code === 0x2019) && isWordChar(text, at + 1);
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
