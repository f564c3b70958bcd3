import { type Paragraph, type PromptDocument, perParagraph } from '../document.ts';
import { type Candidate, type DocumentRule, edit, type SpanRule } from '../rule.ts';
import { tidyDeletion } from '../tidy.ts';
import { leadIns } from './leadIns.ts';
import { redundantPairs } from './redundantPairs.ts';

const note = /^(\*\*|__)?(?:please )?note(?:\*\*|__)?:(\*\*|__)?[ \t]+(?=[*_]{0,2}\p{L})/iu;
const fewestChars = 20;

/** A sentence without the label that it begins with; where bold began with the label and goes on, the bold stays. */
export function withoutLabel(sentence: string, start: number, label: RegExpExecArray): Candidate {
  const [found, opens = ''] = label;
  const rest = sentence.slice(found.length);
  const marks = rest.slice(0, rest.search(/\p{L}/u));
  const letter = rest.charAt(marks.length);
  const isClosed = opens === '' || found.split(opens).length > 2;
  const end = start + found.length + marks.length + letter.length;
  return edit('suggestion', start, end, (isClosed ? '' : opens) + marks + letter.toUpperCase());
}

/** PT02: "Note:" before a sentence. */
export const notes: SpanRule = {
  info: leadIns.info,
  sign: /note/i,
  *find({ text, sentences, kind }) {
    if (kind === 'heading') return;
    for (const { start, end } of sentences) {
      const sentence = text.slice(start, Math.min(end, start + 400));
      const label = note.exec(sentence);
      // In a list, a label in bold may stand beside others: "**Note**: …", "**Tip**: …".
      if (label === null || (kind === 'item' && /^(?:\*\*|__)/.test(sentence))) continue;
      if (sentence.length - label[0].length >= fewestChars) yield withoutLabel(sentence, start, label);
    }
  },
};

const title = perParagraph(({ text, contentStart }: Paragraph): string =>
  text
    .slice(contentStart)
    .replace(/[*_:\s]+$/, '')
    .toLowerCase(),
);

function* repeatedLabels({ text, paragraphs }: PromptDocument): Iterable<Candidate> {
  let heading: Paragraph | null = null;
  for (const { start, paragraph } of paragraphs) {
    const isRepeated =
      heading !== null &&
      paragraph.kind === 'prose' &&
      /:[*_]*\s*$/.test(paragraph.text.slice(-6)) &&
      title(heading) === title(paragraph);
    if (isRepeated) {
      const span = tidyDeletion(text, { start, end: start + paragraph.text.length });
      if (span) yield edit('suggestion', span.start, span.end, '', { worksOn: 'few-shot' });
    }
    heading = paragraph.kind === 'heading' ? paragraph : null;
  }
}

/** PT10: a label that says its heading again. */
export const headingLabels: DocumentRule = {
  info: redundantPairs.info,
  find: repeatedLabels,
};
