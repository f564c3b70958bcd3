import { type Paragraph, type PromptDocument, perParagraph } from '../document.ts';

/** What an expression found in a document, with the place of its paragraph. */
export interface ProseMatch {
  readonly start: number;
  readonly end: number;
  readonly match: RegExpExecArray;
}

/** Searches the prose of documents with an expression that has the flag g; what it found in a paragraph is remembered. */
export function proseSearch(pattern: RegExp): (document: PromptDocument) => readonly ProseMatch[] {
  const matchesOf = perParagraph(({ text, mask }: Paragraph) =>
    [...text.matchAll(pattern)].filter(({ index, 0: found }) => !mask.touches(index, index + found.length)),
  );
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
