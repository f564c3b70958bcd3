import { type Paragraph, type PlacedParagraph, type PromptDocument, perParagraph } from '../document.ts';
import type { Candidate, DocumentRule, SpanRule } from '../rule.ts';
import { tidyDeletion } from '../tidy.ts';
import { leadIns } from './leadIns.ts';
import { redundantPairs } from './redundantPairs.ts';

const note = /^(\*\*|__)?(?:please )?note(?:\*\*|__)?:(\*\*|__)?[ \t]+(?=[*_]{0,2}\p{L})/iu;
const fewestChars = 20;

/** A sentence without the label that it begins with; where bold began with the label and goes on, the bold stays. */
export function withoutLabel(sentence: string, start: number, label: RegExpExecArray): Candidate {
  const opens = label[1] ?? '';
  const closed = opens !== '' && label[0].split(opens).length > 2;
  const kept = opens === '' || closed ? '' : opens;
  const first = sentence.slice(label[0].length).search(/\p{L}/u) + label[0].length;
  const marks = sentence.slice(label[0].length, first);
  const letter = sentence[first] ?? '';
  return {
    tier: 'suggestion',
    start,
    end: start + first + letter.length,
    replacement: `${kept}${marks}${letter.toUpperCase()}`,
  };
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
  let heading: PlacedParagraph | null = null;
  for (const placed of paragraphs) {
    const { start, paragraph } = placed;
    const isLabel =
      heading !== null && paragraph.kind === 'prose' && /:[*_]*\s*$/.test(paragraph.text.slice(-6));
    if (isLabel && heading !== null && title(heading.paragraph) === title(paragraph)) {
      const span = tidyDeletion(text, { start, end: start + paragraph.text.length });
      if (span !== null) yield { tier: 'suggestion', ...span, replacement: '', worksOn: 'few-shot' };
    }
    heading = paragraph.kind === 'heading' ? placed : null;
  }
}

/** PT10: a label that says its heading again. */
export const headingLabels: DocumentRule = {
  info: redundantPairs.info,
  find: repeatedLabels,
};
