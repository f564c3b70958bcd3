import { type Paragraph, perParagraph } from '../document.ts';
import type { DocumentRule } from '../rule.ts';
import { overEmphasis } from '../wording/emphasis.ts';
import { adviceOn } from './adviceOn.ts';
import { proseSearch } from './prose.ts';

const least = 5;
const findEmphasis = proseSearch(
  /(?<![\p{L}\p{N}_/-])(?:CRITICAL(?:LY)?|IMPORTANT|MUST|NEVER|ALWAYS|WARNING|MANDATORY|ESSENTIAL|IMMEDIATELY|ABSOLUTELY|STRICTLY|DO NOT|DON'T|NON-NEGOTIABLE|REQUIRED)(?![\p{L}\p{N}_/-])/gu,
  /[A-Z]{3}/,
);
// In a specification these words are defined terms.
const specification = /\bRFC ?(?:2119|8174)\b|key ?words "?must/i;

const isSpecification = perParagraph(({ text }: Paragraph) => specification.test(text));

/** PT13 of the whole document: many words in capitals take each other's weight. */
export const emphasisCount: DocumentRule = {
  info: overEmphasis,
  *find(document) {
    const found = findEmphasis(document);
    if (found.length < least || document.paragraphs.some(({ paragraph }) => isSpecification(paragraph)))
      return;
    yield adviceOn({ times: found.length });
  },
};
