import { type Paragraph, type PlacedParagraph, type PromptDocument, perParagraph } from '../document.ts';
import { type Candidate, edit } from '../rule.ts';
import type { Section } from './sections.ts';

const whole = /^\*\*((?:(?!\*\*).)+)\*\*$/s;
const label = /^\*\*((?:(?!\*\*)[^:])+)(?:(:)\*\*|\*\*(:)|\*\*(?= [-–—]))(?=\s)/;
const leastItems = 3;

/** Items in a row at one depth; what stands deeper in between belongs to them. */
interface Run {
  readonly column: number;
  /** What begins the first item: a sign, or a digit for all numbers. */
  readonly mark: string;
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
    const { column, mark, bold } = lookOf(placed.paragraph);
    let last = open.at(-1);
    const isApart = last && document.text.slice(end, placed.start).split('\n').length > 3;
    end = placed.start + placed.paragraph.text.length;
    while (last && (isApart || column < last.column || (column === last.column && mark !== last.mark))) {
      yield* editsOf(document, last);
      open.pop();
      last = open.at(-1);
    }
    if (mark === '') continue;
    const isBold = bold !== null;
    if (last?.column === column) {
      last.items.push(placed);
      last.isBold &&= isBold;
    } else {
      open.push({ column, mark, section: sections[index], items: [placed], isBold });
    }
  }
  for (const run of open) yield* editsOf(document, run);
}

function* editsOf({ mask }: PromptDocument, { items, isBold, section }: Run): Iterable<Candidate> {
  if (!isBold || items.length < leastItems || section?.describesAnswer !== false) return;
  for (const { start: offset, paragraph } of items) {
    const { bold } = lookOf(paragraph);
    if (bold === null) continue;
    const start = offset + paragraph.contentStart;
    const end = start + bold.length;
    if (!mask.touches(start, end)) yield edit('suggestion', start, end, bold.plain);
  }
}

/** Where a paragraph begins, and with what mark of a list; none where it is no item. */
const lookOf = perParagraph((paragraph: Paragraph) => {
  const { kind, text } = paragraph;
  const column = text.search(/\S/);
  if (kind !== 'item') return { column, mark: '', bold: null };
  return { column, mark: text.charAt(column).replace(/\d/, '1'), bold: boldOf(paragraph) };
});

/** The bold text with which an item begins and which says what it is, and what it is without. */
function boldOf({
  text,
  contentStart,
}: Paragraph): { readonly length: number; readonly plain: string } | null {
  if (!text.startsWith('**', contentStart)) return null;
  const content = text.slice(contentStart).trimEnd();
  const [all = '', inner = ''] = whole.exec(content) ?? [];
  const [head = '', title = '', ...colons] = label.exec(content) ?? [];
  if (all) return { length: all.length, plain: inner };
  return head ? { length: head.length, plain: title + colons.join('') } : null;
}
