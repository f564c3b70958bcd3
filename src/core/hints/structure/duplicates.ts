import {
  type Paragraph,
  type PlacedParagraph,
  type PromptDocument,
  perDocument,
  perParagraph,
} from '../document.ts';
import { type Candidate, type DocumentRule, edit, ruleFacts } from '../rule.ts';
import { wordSet } from '../vocabulary.ts';
import { hashOf, pairOf, wordAt, wordsOf } from '../words.ts';
import { sentenceDeletion } from './deletion.ts';
import { lineNumber } from './lineNumber.ts';
import { type Section, sectionsOf } from './sections.ts';

interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly sum: number;
  /** All words in lower case. */
  readonly words: string;
  /** The words that carry meaning, in their order. */
  readonly meaning: string;
  /** Place in the paragraph, from its start and from its end. */
  readonly fromStart: number;
  readonly fromEnd: number;
}

/** A sentence with its place in the document. */
interface Placed extends Sentence {
  readonly index: number;
  readonly section: Section;
  readonly paragraph: Paragraph;
}

const leastWords = 6;
const mostRepeats = 3;
/** How many paragraphs are looked through for what divides two nested items. */
const farthest = 400;
/** A text of so many characters may say the most important again at its end. */
const longText = 6000;
const ending = 0.9;

const functionWords = wordSet(
  'a an the please also that which is are be was were been being you your do does kindly so very really then',
);
const functionHashes = new Set([...functionWords].map(hashOf));
const not = hashOf('not');
// What such a sentence means depends on where it stands.
const local =
  /^(?:it|its|they|their|them|this|these|those|that|he|she|such|here|there|each|both|then|next|finally|after|before|once|now|otherwise|however|first|second|if so|for each|same|as above)\b|\b(?:above|below|previous|following|next|step|steps|wait|confirm|repeat|again|proceed|stop|continue|phase|these|those|this)\b/i;
const sequence = /^\s*(?:\d|step\b|phase\b|stage\b|part\b|round\b|level\b|option\b|version\b|task\b)/i;

/** The same sentence twice. */
export const duplicateSentence: DocumentRule = {
  info: ruleFacts('PT11', 'suggestion', { rank: 1 }),
  find: (document) => duplicates(document, 'exact'),
};

/** The same words in the same order, but for words that carry no meaning. */
export const nearDuplicate: DocumentRule = {
  info: ruleFacts('PT12', 'suggestion', { rank: 1 }),
  find: (document) => duplicates(document, 'near'),
};

function* duplicates(document: PromptDocument, mode: 'exact' | 'near'): Iterable<Candidate> {
  for (const [first, ...others] of groupsOf(document)) {
    for (const later of others) {
      if (!first || (later.words === first.words) !== (mode === 'exact')) continue;
      const span = isRedundant(document, first, later) ? sentenceDeletion(document.text, later) : null;
      if (span === null) continue;
      yield edit('suggestion', span.start, span.end, '', {
        relaxes: ['numbers', 'negations', 'scope', 'modals'],
        data: { line: lineNumber(document.lines, first.start) },
      });
    }
  }
}

/** The sentences of a document that mean the same, where there are not too many of them. */
const groupsOf = perDocument((document: PromptDocument): readonly (readonly Placed[])[] => {
  const firsts = new Map<number, number>();
  const likely = new Map<number, Set<number>>();
  const all = document.paragraphs.map(({ paragraph }) => meaningSums(paragraph));
  // Most sums are seen to be alone by a part of them, so that few have to be looked up.
  const seen = new Uint8Array(0x10000);
  for (const sums of all) for (const sum of sums) seen[sum & 0xffff] = seen[sum & 0xffff] === 0 ? 1 : 2;
  for (let index = 0; index < all.length; index++) {
    for (const sum of all[index] as readonly number[]) {
      if (seen[sum & 0xffff] === 1) continue;
      const first = firsts.get(sum);
      if (first === undefined) firsts.set(sum, index);
      else likely.set(sum, (likely.get(sum) ?? new Set([first])).add(index));
    }
  }
  return [...likely].flatMap(([sum, indices]) => groupsIn(document, sum, [...indices]));
});

/** Those of the sentences of one sum in some paragraphs that mean the same. */
function groupsIn(
  document: PromptDocument,
  sum: number,
  indices: readonly number[],
): readonly (readonly Placed[])[] {
  const groups = new Map<string, Placed[]>();
  for (const index of indices) {
    const { start: offset, paragraph } = document.paragraphs[index] as PlacedParagraph;
    const section = sectionsOf(document)[index] as Section;
    for (const sentence of readSentences(paragraph)) {
      if (sentence.sum !== sum) continue;
      const group = groups.get(sentence.meaning) ?? [];
      const [start, end] = [sentence.start + offset, sentence.end + offset];
      // Of thousands of the same it is enough to know that they are too many.
      if (group.push({ ...sentence, start, end, index, section, paragraph }) > mostRepeats) return [];
      groups.set(sentence.meaning, group);
    }
  }
  return [...groups.values()];
}

/** Whether the later sentence adds nothing: both stand on a par, neither depends on its place, and it is no reminder at the end. */
function isRedundant({ text, paragraphs }: PromptDocument, first: Placed, later: Placed): boolean {
  const [a, b] = [first.section, later.section];
  const indent = indentOf(later.paragraph);
  return (
    a.level === b.level &&
    first.paragraph.kind === later.paragraph.kind &&
    indentOf(first.paragraph) === indent &&
    !a.describesAnswer &&
    !b.describesAnswer &&
    !(text.length > longText && later.start > text.length * ending) &&
    !isRefrain(first, later) &&
    !isDivided(paragraphs, first.index, later.index, indent) &&
    // Sections of one pattern say the same of different things.
    (a.id === b.id ||
      !(
        sequence.test(a.title) ||
        sequence.test(b.title) ||
        first.index - a.heading === later.index - b.heading
      ))
  );
}

/** The first or last sentence of two different paragraphs opens or ends two steps rather than says a thing twice. */
function isRefrain(first: Placed, later: Placed): boolean {
  const [one, other] = [first.paragraph, later.paragraph];
  if (one === other || (one.sentences.length === 1 && other.sentences.length === 1)) return false;
  return other.kind !== 'item' || first.fromStart === later.fromStart || first.fromEnd === later.fromEnd;
}

/** Whether an item that is less indented stands between two, or may: then they belong to different things. */
function isDivided(
  paragraphs: PromptDocument['paragraphs'],
  first: number,
  later: number,
  indent: number,
): boolean {
  if (indent === 0) return false;
  if (later - first > farthest) return true;
  return paragraphs.slice(first + 1, later).some(({ paragraph }) => indentOf(paragraph) < indent);
}

/** For each sentence that is long enough a number that is the same for all sentences of the same meaning. */
const meaningSums = perParagraph((paragraph: Paragraph): readonly number[] => {
  if (isExempt(paragraph)) return [];
  const { lower, ends, hashes, sentences } = wordsOf(paragraph);
  const sums: number[] = [];
  for (let i = 0; i < hashes.length; ) {
    const sentence = sentences[i];
    const from = i;
    let sum = 0;
    for (; i < hashes.length && sentences[i] === sentence; i++) {
      const hash = hashes[i] ?? 0;
      if (lower.startsWith("n't", (ends[i] ?? 0) - 3)) sum = pairOf(sum, not);
      else if (!functionHashes.has(hash)) sum = pairOf(sum, hash);
    }
    if (i - from >= leastWords) sums.push(sum);
  }
  return sums;
});

const readSentences = perParagraph((paragraph: Paragraph): readonly Sentence[] => {
  const { text, mask, sentences } = paragraph;
  const all = wordsOf(paragraph);
  let reached = 0;
  return sentences.flatMap(({ start, end }, i) => {
    const words: string[] = [];
    while ((all.sentences[reached] ?? i) < i) reached += 1;
    for (; all.sentences[reached] === i; reached++) words.push(wordAt(all, reached));
    const own = text.slice(start, end);
    if (words.length < leastWords || mask.touches(start, end)) return [];
    if (/[:|_]\s*$|\.{3}|…|\?$/.test(own) || local.test(own)) return [];
    const meant = words
      .map((word) => (word.endsWith("n't") ? 'not' : word))
      .filter((word) => !functionWords.has(word));
    const sum = meant.map(hashOf).reduce(pairOf, 0);
    const place = { start, end, fromStart: i, fromEnd: sentences.length - i };
    return [{ ...place, sum, words: words.join(' '), meaning: meant.join(' ') }];
  });
});

/** Headings, and items of a numbered list: they are steps, in which the same may have to be done again. */
function isExempt({ kind, text }: Paragraph): boolean {
  return kind === 'heading' || (kind === 'item' && /^\s*[\dA-Za-z]+[.)]/.test(text));
}

function indentOf({ text }: Paragraph): number {
  return text.length - text.trimStart().length;
}
