import { type Paragraph, type PromptDocument, perParagraph } from '../document.ts';
import { type Candidate, type DocumentRule, ruleFacts } from '../rule.ts';
import { hashOf, wordAt, wordsOf } from '../words.ts';
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

interface Place {
  readonly index: number;
  readonly sentence: Sentence;
}

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

const functionWords: ReadonlySet<string> = new Set(
  'a an the please also that which is are be was were been being you your do does kindly so very really then'.split(
    ' ',
  ),
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
  const sections = sectionsOf(document);
  for (const group of groupsOf(document)) {
    const [first, ...others] = group.flatMap((place) => placed(document, sections, place));
    for (const later of others) {
      if (first === undefined || (later.words === first.words) !== (mode === 'exact')) continue;
      const span = isRedundant(document, first, later) ? sentenceDeletion(document.text, later) : null;
      if (span === null) continue;
      yield {
        tier: 'suggestion',
        ...span,
        replacement: '',
        relaxes: ['numbers', 'negations', 'scope', 'modals'],
        data: { line: lineNumber(document.lines, first.start) },
      };
    }
  }
}

const knownGroups = new WeakMap<PromptDocument, readonly (readonly Place[])[]>();

/** The sentences of a document that mean the same, where there are not too many of them. */
function groupsOf(document: PromptDocument): readonly (readonly Place[])[] {
  const known = knownGroups.get(document);
  if (known !== undefined) return known;
  const firsts = new Map<number, number>();
  const likely = new Map<number, Set<number>>();
  const all = document.paragraphs.map(({ paragraph }) => meaningSums(paragraph));
  // Most sums are seen to be alone by a part of them, so that few have to be looked up.
  const seen = new Uint8Array(0x10000);
  for (const sums of all) for (const sum of sums) seen[sum & 0xffff] = seen[sum & 0xffff] === 0 ? 1 : 2;
  for (let index = 0; index < all.length; index++) {
    for (const sum of all[index] ?? []) {
      if (seen[sum & 0xffff] === 1) continue;
      const first = firsts.get(sum);
      if (first === undefined) firsts.set(sum, index);
      else likely.set(sum, (likely.get(sum) ?? new Set([first])).add(index));
    }
  }
  const found = [...likely].flatMap(([sum, indices]) => groupsIn(document, sum, indices));
  knownGroups.set(document, found);
  return found;
}

/** Those of the sentences of one sum in some paragraphs that mean the same. */
function groupsIn(
  { paragraphs }: PromptDocument,
  sum: number,
  indices: Iterable<number>,
): readonly (readonly Place[])[] {
  const groups = new Map<string, Place[]>();
  for (const index of indices) {
    const paragraph = paragraphs[index]?.paragraph;
    for (const sentence of paragraph === undefined ? [] : readSentences(paragraph)) {
      if (sentence.sum !== sum) continue;
      const group = groups.get(sentence.meaning) ?? [];
      // Of thousands of the same it is enough to know that they are too many.
      if (group.push({ index, sentence }) > mostRepeats) return [];
      groups.set(sentence.meaning, group);
    }
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

function placed(
  { paragraphs }: PromptDocument,
  sections: readonly Section[],
  { index, sentence }: Place,
): readonly Placed[] {
  const paragraph = paragraphs[index];
  const section = sections[index];
  if (paragraph === undefined || section === undefined) return [];
  const start = paragraph.start + sentence.start;
  const end = paragraph.start + sentence.end;
  return [{ ...sentence, start, end, index, section, paragraph: paragraph.paragraph }];
}

/** Whether the later sentence adds nothing: both stand on a par, neither depends on its place, and it is no reminder at the end. */
function isRedundant(document: PromptDocument, first: Placed, later: Placed): boolean {
  const { text } = document;
  const { section } = later;
  if (first.section.level !== section.level || first.paragraph.kind !== later.paragraph.kind) return false;
  if (first.paragraph !== later.paragraph && !(isWhole(first) && isWhole(later)) && isRefrain(first, later))
    return false;
  if (indentOf(first.paragraph) !== indentOf(later.paragraph)) return false;
  if (isDivided(document, first, later)) return false;
  if (section.describesAnswer || first.section.describesAnswer) return false;
  if (text.length > longText && later.start > text.length * ending) return false;
  if (first.section.id === section.id) return true;
  // Sections of one pattern say the same of different things.
  return !isParallel(first, later);
}

function isWhole({ paragraph }: Placed): boolean {
  return paragraph.sentences.length === 1;
}

/** The first or last sentence of two different paragraphs opens or ends two steps rather than says a thing twice. */
function isRefrain(first: Placed, later: Placed): boolean {
  return (
    later.paragraph.kind !== 'item' || first.fromStart === later.fromStart || first.fromEnd === later.fromEnd
  );
}

/** Whether an item that is less indented stands between two, or may: then they belong to different things. */
function isDivided({ paragraphs }: PromptDocument, first: Placed, later: Placed): boolean {
  const indent = indentOf(later.paragraph);
  if (indent === 0) return false;
  if (later.index - first.index > farthest) return true;
  return paragraphs.slice(first.index + 1, later.index).some(({ paragraph }) => indentOf(paragraph) < indent);
}

function isParallel(first: Placed, later: Placed): boolean {
  return (
    sequence.test(first.section.title) ||
    sequence.test(later.section.title) ||
    first.index - first.section.heading === later.index - later.section.heading
  );
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
      if (lower.startsWith("n't", (ends[i] ?? 0) - 3)) sum = sumWith(sum, not);
      else if (!functionHashes.has(hash)) sum = sumWith(sum, hash);
    }
    if (i - from >= leastWords) sums.push(sum);
  }
  return sums;
});

function sumWith(sum: number, hash: number): number {
  return (Math.imul(sum, 31) + hash) & 0x3fffffff;
}

const readSentences = perParagraph((paragraph: Paragraph): readonly Sentence[] => {
  const { text, mask, sentences } = paragraph;
  const all = wordsOf(paragraph);
  let reached = 0;
  return sentences.flatMap(({ start, end }, i) => {
    const words: string[] = [];
    while ((all.sentences[reached] ?? i) < i) reached += 1;
    for (; all.sentences[reached] === i; reached++) words.push(wordAt(all, reached));
    const own = text.slice(start, end);
    if (mask.touches(start, end) || /[:|_]\s*$|\.{3}|…|\?$/.test(own) || local.test(own)) return [];
    if (words.length < leastWords) return [];
    const meant = words.flatMap((word) =>
      word.endsWith("n't") ? ['not'] : functionWords.has(word) ? [] : [word],
    );
    const sum = meant.reduce((before, word) => sumWith(before, hashOf(word)), 0);
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
