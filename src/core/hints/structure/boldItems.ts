import type { PlacedParagraph, PromptDocument } from '../document.ts';
import type { Candidate } from '../rule.ts';
import { describesAnswer, type Section } from './sections.ts';

const whole = /^\*\*((?:(?!\*\*).)+)\*\*$/s;
const label = /^\*\*((?:(?!\*\*)[^:])+)(?::\*\*|\*\*:)(?=\s)/;
const leastItems = 3;

/** Bold in lists of which every item is bold as a whole or by its label: it sets nothing off. */
export function* boldItems(document: PromptDocument, sections: readonly Section[]): Iterable<Candidate> {
  let run: PlacedParagraph[] = [];
  for (const [index, placed] of document.paragraphs.entries()) {
    const section = sections[index];
    const before = run.at(-1);
    const isItem = placed.paragraph.kind === 'item' && section !== undefined && !describesAnswer(section);
    if (before !== undefined && (!isItem || !areSiblings(document, before, placed))) {
      yield* editsOf(document, run);
      run = [];
    }
    if (isItem) run.push(placed);
  }
  yield* editsOf(document, run);
}

function areSiblings({ text }: PromptDocument, a: PlacedParagraph, b: PlacedParagraph): boolean {
  const gap = text.slice(a.start + a.paragraph.text.length, b.start);
  return a.paragraph.contentStart === b.paragraph.contentStart && gap.split('\n').length <= 3;
}

function* editsOf({ mask }: PromptDocument, run: readonly PlacedParagraph[]): Iterable<Candidate> {
  if (run.length < leastItems) return;
  const edits = run.map(({ start: offset, paragraph: { text, contentStart } }): Candidate | null => {
    const content = text.slice(contentStart);
    const match = whole.exec(content) ?? label.exec(content);
    if (match === null) return null;
    const start = offset + contentStart;
    const end = start + match[0].length;
    const isLabel = match[0].length < content.length || /:\*\*$/.test(match[0]);
    return { tier: 'suggestion', start, end, replacement: (match[1] ?? '') + (isLabel ? ':' : '') };
  });
  if (edits.includes(null)) return;
  for (const edit of edits) if (edit !== null && !mask.touches(edit.start, edit.end)) yield edit;
}
