import { type Paragraph, type PlacedParagraph, type PromptDocument, perParagraph } from '../document.ts';
import { type Candidate, edit } from '../rule.ts';
import type { Section } from './sections.ts';

const whole = /^\*\*((?:(?!\*\*).)+)\*\*$/s;
const label = /^\*\*((?:(?!\*\*)[^:])+)(?::\*\*|\*\*:)(?=\s)/;
const leastItems = 3;

/** Bold in lists of which every item is bold as a whole or by its label: it sets nothing off. */
export function* boldItems(document: PromptDocument, sections: readonly Section[]): Iterable<Candidate> {
  let run: PlacedParagraph[] = [];
  let isBold = true;
  for (let index = 0; index < document.paragraphs.length; index++) {
    const placed = document.paragraphs[index] as PlacedParagraph;
    const isItem = placed.paragraph.kind === 'item';
    const isBoldItem = isItem && boldOf(placed.paragraph) !== null;
    const before = run.at(-1);
    // Where neither is bold it makes no difference whether they belong together.
    const goesOn = isItem && ((!isBold && !isBoldItem) || areSiblings(document, before, placed));
    if (before && !goesOn) {
      if (isBold) yield* editsOf(document, run, sections[index - 1]);
      run = [];
      isBold = true;
    }
    if (!isItem) continue;
    run.push(placed);
    isBold &&= isBoldItem;
  }
  if (isBold) yield* editsOf(document, run, sections.at(-1));
}

function areSiblings({ text }: PromptDocument, a: PlacedParagraph | undefined, b: PlacedParagraph): boolean {
  if (a?.paragraph.contentStart !== b.paragraph.contentStart) return false;
  return text.slice(a.start + a.paragraph.text.length, b.start).split('\n').length <= 3;
}

function* editsOf(
  { mask }: PromptDocument,
  run: readonly PlacedParagraph[],
  section: Section | undefined,
): Iterable<Candidate> {
  if (run.length < leastItems || section?.describesAnswer !== false) return;
  for (const { start: offset, paragraph } of run) {
    const bold = boldOf(paragraph);
    if (bold === null) continue;
    const start = offset + paragraph.contentStart;
    const end = start + bold.length;
    if (!mask.touches(start, end)) yield edit('suggestion', start, end, bold.plain);
  }
}

/** The bold text with which the content of a paragraph begins and which says what it is, and what it is without. */
const boldOf = perParagraph(({ text, contentStart }: Paragraph) => {
  if (!text.startsWith('**', contentStart)) return null;
  const content = text.slice(contentStart).trimEnd();
  const [all = '', inner = ''] = whole.exec(content) ?? [];
  const [head = '', title] = label.exec(content) ?? [];
  if (all) return { length: all.length, plain: inner };
  return head ? { length: head.length, plain: `${title}:` } : null;
});
