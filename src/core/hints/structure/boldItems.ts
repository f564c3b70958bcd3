import { type Paragraph, type PlacedParagraph, type PromptDocument, perParagraph } from '../document.ts';
import { type Candidate, edit } from '../rule.ts';
import type { Section } from './sections.ts';

const whole = /^\*\*((?:(?!\*\*).)+)\*\*$/s;
const label = /^\*\*((?:(?!\*\*)[^:])+)(?:(:)\*\*|\*\*(:)|\*\*(?= [-–—]))(?=\s)/;
const leastItems = 3;

/** Items in a row at one depth; what stands deeper in between belongs to them. */
interface Run {
  /** How its items begin: white space and a sign, or a 1 for any number. */
  readonly lead: string;
  readonly section: Section | undefined;
  readonly items: PlacedParagraph[];
  isBold: boolean;
}

/** Bold in lists of which every item is bold as a whole or by its label: it sets nothing off. */
export function* boldItems(document: PromptDocument, sections: readonly Section[]): Iterable<Candidate> {
  const open: Run[] = [];
  let end = 0;
  for (let index = 0; index < document.paragraphs.length; index++) {
    const placed = document.paragraphs[index] as PlacedParagraph;
    let last = open.at(-1);
    if (last === undefined && placed.paragraph.kind !== 'item') continue;
    const { lead, bold } = lookOf(placed.paragraph);
    // Where neither is bold it makes no difference whether they belong together.
    const isApart = (last?.isBold || bold) && /(?:\n[^\n]*){3}/.test(document.text.slice(end, placed.start));
    end = placed.start + placed.paragraph.text.length;
    while (last && (isApart || (lead.length <= last.lead.length && lead !== last.lead))) {
      yield* editsOf(document, last);
      open.pop();
      last = open.at(-1);
    }
    if (placed.paragraph.kind !== 'item') continue;
    const isBold = bold !== '';
    if (last?.lead === lead) {
      last.items.push(placed);
      last.isBold &&= isBold;
    } else {
      open.push({ lead, section: sections[index], items: [placed], isBold });
    }
  }
  for (const run of open) yield* editsOf(document, run);
}

function* editsOf({ mask }: PromptDocument, { items, isBold, section }: Run): Iterable<Candidate> {
  if (!isBold || items.length < leastItems || section?.describesAnswer !== false) return;
  for (const { start: offset, paragraph } of items) {
    const { bold } = lookOf(paragraph);
    if (!bold) continue;
    const start = offset + paragraph.contentStart;
    const end = start + bold.length;
    if (!mask.touches(start, end)) yield edit('suggestion', start, end, bold.plain);
  }
}

/** How a paragraph begins, with a space for the mark where it is no item, and the bold text that says what an item is. */
const lookOf = perParagraph(({ kind, text, contentStart }: Paragraph) => {
  const isItem = kind === 'item';
  const column = text.search(/\S/);
  const lead = text.slice(0, column) + (isItem ? text.charAt(column).replace(/\d/, '1') : ' ');
  const content = isItem && text.startsWith('**', contentStart) ? text.slice(contentStart).trimEnd() : '';
  const [found = '', inner = '', ...colons] = whole.exec(content) ?? label.exec(content) ?? [];
  return { lead, bold: found && { length: found.length, plain: inner + colons.join('') } };
});
