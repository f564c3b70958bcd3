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

/** A line in bold or in capitals that stands where a heading could. */
function isBoldTitle(text: string): boolean {
  return (
    text.length < 80 && (/^\s*\*\*[^*]+\*\*:?\s*$/.test(text) || /^[A-Z][A-Z0-9 &/_-]+:?\s*$/.test(text))
  );
}

function readSections(paragraphs: readonly PlacedParagraph[]): readonly Section[] {
  const open: { level: number; title: string }[] = [];
  let id = 0;
  let leadIn = '';
  let place = 0;
  let boldTitle = '';
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
      boldTitle = '';
    } else if (kind === 'prose' && isBoldTitle(text)) {
      boldTitle = text;
    }
    place++;
    const section = {
      level: open.at(-1)?.level ?? 0,
      id,
      place,
      titles: open.map(({ title }) => title),
      topics: [
        ...open.filter(({ level }) => level > 1 || open.length === 1).map(({ title }) => title),
        boldTitle,
      ],
      leadIn,
    };
    if (kind === 'prose' && !isHeading) leadIn = /:[*_\s]*$/.test(text) ? text : '';
    return section;
  });
}
