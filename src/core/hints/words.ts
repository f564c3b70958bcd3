import { type Paragraph, perParagraph } from './document.ts';

/** A word of a paragraph, in lower case with straight apostrophes; offsets count from the paragraph's start. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Index of its sentence in the paragraph. */
  readonly sentence: number;
}

const wordPattern = /[\p{L}\p{N}_]+(?:['’][\p{L}]+)*/gu;

/** The words of a paragraph in order, remembered as long as it lives. */
export const wordsOf = perParagraph(readWords);

function readWords({ text, sentences }: Paragraph): readonly Word[] {
  const words: Word[] = [];
  let sentence = 0;
  for (const match of text.matchAll(wordPattern)) {
    while (match.index >= (sentences[sentence]?.end ?? Number.POSITIVE_INFINITY)) sentence += 1;
    words.push({
      text: match[0].toLowerCase().replaceAll('’', "'"),
      start: match.index,
      end: match.index + match[0].length,
      sentence,
    });
  }
  return words;
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
