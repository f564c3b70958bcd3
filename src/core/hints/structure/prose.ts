import { type Paragraph, type PromptDocument, perParagraph } from '../document.ts';
import { lowerText } from '../words.ts';

/** What an expression found in a document, with the place of its paragraph. */
export interface ProseMatch {
  readonly start: number;
  readonly end: number;
  readonly match: RegExpExecArray;
}

const none: readonly RegExpExecArray[] = [];

/**
 * Searches the prose of documents with an expression that has the flag g. Only paragraphs in which a quicker one finds
 * something, in lower case where the first ignores case, are looked at; what was found in one is remembered.
 */
export function proseSearch(
  pattern: RegExp,
  sign: RegExp,
): (document: PromptDocument) => readonly ProseMatch[] {
  const matchesOf = perParagraph((paragraph: Paragraph): readonly RegExpExecArray[] => {
    const { text, mask } = paragraph;
    if (!sign.test(pattern.ignoreCase ? lowerText(paragraph) : text)) return none;
    return [...text.matchAll(pattern)].filter(
      ({ index, 0: found }) => !mask.touches(index, index + found.length),
    );
  });
  return ({ paragraphs }) => {
    const found: ProseMatch[] = [];
    for (const { start, paragraph } of paragraphs) {
      for (const match of matchesOf(paragraph)) {
        const at = start + match.index;
        found.push({ start: at, end: at + match[0].length, match });
      }
    }
    return found;
  };
}
