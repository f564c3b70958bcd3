import { type Paragraph, type PlacedParagraph, type PromptDocument, perParagraph } from '../document.ts';

/** Where a paragraph stands: under which headings, outermost first. */
export interface Section {
  /** Level of the nearest heading; 0 above the first. */
  readonly level: number;
  /** Number of the nearest heading, counted from 1; 0 above the first. */
  readonly id: number;
  /** Number of the paragraph that is its heading. */
  readonly heading: number;
  readonly titles: readonly string[];
  /** Those of them that are not the title of the whole document. */
  readonly topics: readonly string[];
  /** The line above that ends in a colon and so introduces the paragraph; empty for none. */
  readonly leadIn: string;
}

const known = new WeakMap<PromptDocument, readonly Section[]>();

/** The section of each paragraph of a document, in their order. */
export function sectionsOf(document: PromptDocument): readonly Section[] {
  const found = known.get(document) ?? readSections(document.paragraphs);
  known.set(document, found);
  return found;
}

/** Titles and lead-ins of what the model is to write: in it, layout and wording are content. */
const answerForm =
  /\b(?:outputs?|formats?|formatted|templates?|structured?|respon[ds]e?s?|reports?|deliverables?|layouts?|examples?|samples?|schemas?|answers?|replies|boilerplate|following (?:headings|sections)|artifacts?)\b/i;

const asksFor = /\b(?:provide|return|produce|generate|deliver|include|contain|cover|answer)\b/i;

/** Whether a section shows or describes the form of the answer. The title of the whole document does not count. */
export function describesAnswer({ topics, leadIn }: Section): boolean {
  return answerForm.test(leadIn) || asksFor.test(leadIn) || topics.some((title) => answerForm.test(title));
}

function readSections(paragraphs: readonly PlacedParagraph[]): readonly Section[] {
  const open: { level: number; title: string }[] = [];
  let section: Section = { level: 0, id: 0, heading: 0, titles: [], topics: [], leadIn: '' };
  return paragraphs.map(({ paragraph }, i) => {
    const sign = signOf(paragraph);
    if (sign.kind === 'heading') {
      while ((open.at(-1)?.level ?? 0) >= sign.level) open.pop();
      open.push({ level: sign.level, title: sign.text });
      const topics = open.filter(({ level }) => level > 1 || open.length === 1).map(({ title }) => title);
      const titles = open.map(({ title }) => title);
      section = { level: sign.level, id: section.id + 1, heading: i, titles, topics, leadIn: '' };
    } else if (sign.kind === 'title') {
      const topics = [...section.topics.slice(0, open.length), sign.text];
      section = { ...section, topics };
    }
    const own = section;
    if (sign.kind === 'title' || sign.kind === 'prose') {
      const leadIn = sign.introduces ? sign.text : '';
      if (leadIn !== section.leadIn) section = { ...section, leadIn };
    }
    return own;
  });
}

type Sign =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'title' | 'prose'; readonly text: string; readonly introduces: boolean }
  | { readonly kind: 'item' };

/** What a paragraph tells of those after it. A line in bold or in capitals is a title where a heading could stand. */
const signOf = perParagraph(({ kind, text, contentStart, mask }: Paragraph): Sign => {
  if (kind === 'heading' && !mask.touches(0, text.length, ['heading', 'template', 'quote', 'path'])) {
    const level = /#+/.exec(text)?.[0].length ?? 1;
    return { kind: 'heading', level, text: text.slice(contentStart) };
  }
  if (kind !== 'prose') return { kind: 'item' };
  const introduces = /:[*_\s]*$/.test(text.slice(-20));
  const isTitle = text.length < 80 && (boldLine.test(text) || capitalLine.test(text));
  return { kind: isTitle ? 'title' : 'prose', text, introduces };
});

const boldLine = /^\s*\*\*[^*]+\*\*:?\s*$/;
const capitalLine = /^[A-Z][A-Z0-9 &/_-]+:?\s*$/;
