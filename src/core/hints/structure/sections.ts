import type { PlacedParagraph, PromptDocument } from '../document.ts';

/** Where a paragraph stands: under which headings, outermost first. */
export interface Section {
  /** Level of the nearest heading; 0 above the first. */
  readonly level: number;
  /** Number of the nearest heading, counted from 1; 0 above the first. */
  readonly id: number;
  /** How many paragraphs lie between the heading and this one, itself counted. */
  readonly place: number;
  readonly titles: readonly string[];
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

/** Whether a section shows or describes the form of the answer. The title of the whole document does not count. */
export function describesAnswer({ titles, leadIn }: Section): boolean {
  const own = titles.length > 1 ? titles.slice(1) : titles;
  return answerForm.test(leadIn) || own.some((title) => answerForm.test(title));
}

function readSections(paragraphs: readonly PlacedParagraph[]): readonly Section[] {
  const open: { level: number; title: string }[] = [];
  let id = 0;
  let leadIn = '';
  let place = 0;
  return paragraphs.map(({ paragraph }) => {
    const { kind, text, contentStart } = paragraph;
    const isHeading =
      kind === 'heading' && !paragraph.mask.touches(0, text.length, ['heading', 'template', 'quote', 'path']);
    if (isHeading) {
      const level = text.trimStart().match(/^#+/)?.[0].length ?? 1;
      while ((open.at(-1)?.level ?? 0) >= level) open.pop();
      open.push({ level, title: text.slice(contentStart) });
      id++;
      place = -1;
      leadIn = '';
    }
    place++;
    const section = {
      level: open.at(-1)?.level ?? 0,
      id,
      place,
      titles: open.map(({ title }) => title),
      leadIn,
    };
    if (kind === 'prose' && !isHeading) leadIn = /:[*_\s]*$/.test(text) ? text : '';
    return section;
  });
}
