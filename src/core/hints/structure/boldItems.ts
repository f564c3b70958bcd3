import { type Paragraph, type PlacedParagraph, type PromptDocument, perParagraph } from '../document.ts';
import type { Candidate } from '../rule.ts';
import type { TextEdit } from '../saving.ts';
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
    if (before !== undefined && !goesOn) {
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
  if (run.length < leastItems || section === undefined || section.describesAnswer) return;
  for (const { start: offset, paragraph } of run) {
    const edit = boldOf(paragraph);
    if (edit === null) continue;
    const start = offset + edit.start;
    const end = offset + edit.end;
    if (!mask.touches(start, end)) yield { tier: 'suggestion', start, end, replacement: edit.replacement };
  }
}

const boldOf = perParagraph(({ text, contentStart: start }: Paragraph): TextEdit | null => {
  if (!text.startsWith('**', start)) return null;
  const content = text.slice(start).trimEnd();
  const all = whole.exec(content);
  if (all !== null) return { start, end: start + all[0].length, replacement: all[1] ?? '' };
  const head = label.exec(content);
  return head === null ? null : { start, end: start + head[0].length, replacement: `${head[1]}:` };
});
