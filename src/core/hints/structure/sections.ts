import { type Paragraph, type PromptDocument, perDocument, perParagraph } from '../document.ts';

/** Where a paragraph stands: under which headings. */
export interface Section {
  /** Level of the nearest heading; 0 above the first. */
  readonly level: number;
  /** Number of the nearest heading, counted from 1; 0 above the first. */
  readonly id: number;
  /** Number of the paragraph that is its heading. */
  readonly heading: number;
  readonly title: string;
  /** Whether headings, title or the line above that introduces the paragraph say that it shows or describes the answer. */
  readonly describesAnswer: boolean;
}

/** The section of each paragraph of a document, in their order. */
export const sectionsOf = perDocument(readSections);

/** Titles and lead-ins of what the model is to write: in it, layout and wording are content. */
const answerForm =
  /\b(?:outputs?|formats?|formatted|templates?|structured?|respon[ds]e?s?|reports?|deliverables?|layouts?|examples?|samples?|schemas?|answers?|replies|boilerplate|following (?:headings|sections)|artifacts?)\b/i;

const asksFor = /\b(?:provide|return|produce|generate|deliver|include|contain|cover|answer)\b/i;

function readSections({ paragraphs }: PromptDocument): readonly Section[] {
  const open: Sign[] = [];
  // Those of the titles around that are not the title of the whole document.
  let topics: readonly Sign[] = [];
  let isAsked = false;
  let section: Section = { level: 0, id: 0, heading: 0, title: '', describesAnswer: false };
  const renew = (): void => {
    const describesAnswer = isAsked || topics.some(({ isForm }) => isForm);
    if (section.describesAnswer !== describesAnswer) section = { ...section, describesAnswer };
  };
  return paragraphs.map(({ paragraph }, heading) => {
    const sign = signOf(paragraph);
    const { kind, level, text } = sign;
    if (kind === 'heading') {
      while ((open.at(-1)?.level ?? 0) >= level) open.pop();
      open.push(sign);
      topics = open.filter((each) => each.level > 1 || open.length === 1);
      isAsked = false;
      section = { level, id: section.id + 1, heading, title: text, describesAnswer: false };
      renew();
    } else if (kind === 'title') {
      topics = [...topics.slice(0, open.length), sign];
      renew();
    }
    const own = section;
    if (kind === 'title' || kind === 'prose') {
      isAsked = sign.asks;
      renew();
    }
    return own;
  });
}

/** What a paragraph tells of those after it. */
interface Sign {
  readonly kind: 'heading' | 'title' | 'prose' | 'item';
  readonly level: number;
  readonly text: string;
  /** Whether it is named after a form of the answer. */
  readonly isForm: boolean;
  /** Whether it introduces what comes next as what is to be written. */
  readonly asks: boolean;
}

/** Reads what a paragraph tells. A line in bold or in capitals is a title where a heading could stand. */
const signOf = perParagraph(({ kind, text, contentStart, mask }: Paragraph): Sign => {
  if (kind === 'heading' && !mask.touches(0, text.length, ['heading', 'template', 'quote', 'path'])) {
    const title = text.slice(contentStart);
    const level = /#+/.exec(text)?.[0].length ?? 1;
    return { kind, level, text: title, isForm: answerForm.test(title), asks: false };
  }
  const isTitle = text.length < 80 && (boldLine.test(text) || capitalLine.test(text));
  const introduces = /:[*_\s]*$/.test(text.slice(-20));
  const isForm = kind === 'prose' && (isTitle || introduces) && answerForm.test(text);
  const asks = introduces && (isForm || asksFor.test(text));
  return { kind: kind !== 'prose' ? 'item' : isTitle ? 'title' : kind, level: 0, text, isForm, asks };
});

const boldLine = /^\s*\*\*[^*]+\*\*:?\s*$/;
const capitalLine = /^[A-Z][A-Z0-9 &/_-]+:?\s*$/;
