import type { Paragraph } from '../document.ts';
import { type Candidate, edit, ruleFacts, type SpanRule } from '../rule.ts';
import { wordSet } from '../vocabulary.ts';
import { capitalized } from '../words.ts';
import { withoutLabel } from './labels.ts';

const names = wordSet(
  'english french german spanish italian portuguese dutch russian chinese japanese korean arabic hindi turkish polish',
);

/** PT13, of a line and of the whole document. */
export const overEmphasis = ruleFacts('PT13', 'suggestion');

const prefix =
  /^(\*\*|__)?(?:(?:very|extremely|critically) )?(?:important|critical|mandatory|essential)(?: (?:note|rule|instructions?))?(?:\*\*|__)?[:!]+(\*\*|__)?[ \t]+(?=[*_]{0,2}\p{L})/iu;
const shoutedWord = /[\p{L}\p{N}'’]+/gu;
const fewestWords = 5;

// What makes capitals a sentence rather than a heading, a query or a list of constants.
const ordinary = wordSet(
  'a an the this that these your you it is are be do not no never always only must should may can will if when and or',
  'but of to in on for with until unless any all every please',
);

const acronyms = wordSet(
  'json api html css sql url uri pdf csv xml yaml toml http https ai llm ml ui ux id ids ide cli sdk aws gpt gcp os ip',
  'readme tdd bdd prd okr kpi seo faq usa uk eu iso utf ascii nlp rag mcp pr prs ci cd qa db crud rest dry solid kiss',
  'yagni wcag aria dom svg png jpg jpeg gif md npm etl saas gdpr hipaa',
);

function* find({ text, sentences, kind }: Paragraph): Iterable<Candidate> {
  if (kind === 'heading') return;
  for (const { start, end } of sentences) {
    const sentence = text.slice(start, Math.min(end, start + 400));
    const label = prefix.exec(sentence);
    if (label !== null && label[0].trimEnd().length < sentence.trimEnd().length && isLoud(label[0])) {
      yield withoutLabel(sentence, start, label);
    } else if (end - start <= 400 && isShouted(sentence)) {
      yield edit('suggestion', start, end, spoken(sentence));
    }
  }
}

function isLoud(label: string): boolean {
  return /[A-Z]{5}/.test(label) || /[*_]{2}|!/.test(label);
}

function isShouted(sentence: string): boolean {
  if (/\p{Ll}/u.test(sentence) || sentence !== sentence.toUpperCase() || !/[.!?][*_]*$/.test(sentence))
    return false;
  const words = (sentence.match(shoutedWord) ?? []).filter((word) => /\p{Lu}/u.test(word));
  const known = words.filter((word) => ordinary.has(word.toLowerCase())).length;
  return words.length >= fewestWords && known * 4 >= words.length;
}

function spoken(sentence: string): string {
  let isFirst = true;
  return sentence.replace(shoutedWord, (word) => {
    const lower = word.toLowerCase();
    const plain = acronyms.has(lower) || !/[aeiouy]/.test(lower) || /\p{N}/u.test(word) ? word : lower;
    const cased = isFirst || lower === 'i' || names.has(lower) ? capitalized(plain) : plain;
    isFirst = false;
    return cased;
  });
}

/** PT13: a line's label in capitals, a sentence in capitals. */
export const emphasis: SpanRule = { info: overEmphasis, sign: /[A-Z][^a-z]{2}|[*_]{2}|!/, find };
