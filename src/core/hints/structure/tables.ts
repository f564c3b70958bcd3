import type { PromptDocument } from '../document.ts';
import { type Candidate, edit } from '../rule.ts';

/** Spaces that align the cells of a table, and dashes beyond three; the table stays one. */
export function* paddedTables({ text, mask }: PromptDocument): Iterable<Candidate> {
  for (const { kind, start, end } of mask.spans) {
    if (kind !== 'table') continue;
    for (const { index, 0: padding } of text.slice(start, end).matchAll(/ {2,}(?=\|)|(?<=\|) {2,}|-{4,}/g)) {
      const from = start + index;
      const to = from + padding.length;
      if (mask.touches(from, to, ['table'])) continue;
      yield edit('suggestion', from, to, padding.startsWith('-') ? '---' : ' ', { worksOn: 'table' });
    }
  }
}
