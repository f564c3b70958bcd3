import type { Paragraph } from '../document.ts';
import { adviceAt, type Candidate, edit, type Kept } from '../rule.ts';

/** Sentences that can go as they are, and words that are advised against. */
export interface SentenceTable {
  /** Of whole sentences in lower case, without emphasis and end marks. */
  readonly dropped: readonly RegExp[];
  readonly advised: readonly RegExp[];
  readonly relaxes: readonly Kept[];
}

const longest = 300;

/** Finds in a paragraph, unless it is a heading, what a table of sentences speaks of. */
export function* findSentences(
  { text, sentences, kind }: Paragraph,
  { dropped, advised, relaxes }: SentenceTable,
): Iterable<Candidate> {
  if (kind === 'heading') return;
  for (const [i, { start, end }] of sentences.entries()) {
    if (end - start > longest) continue;
    const said = text.slice(start, end).toLowerCase();
    const bare = said.replace(/^[*_\s]+|[.!*_\s]+$/g, '').replaceAll('’', "'");
    if (dropped.some((sentence) => sentence.test(bare))) {
      yield edit('suggestion', start, sentences[i + 1]?.start ?? end, '', { relaxes });
      continue;
    }
    for (const words of advised) {
      const match = words.exec(said);
      if (match) yield adviceAt(start + match.index, match[0].length);
    }
  }
}
