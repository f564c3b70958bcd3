import { articleFor } from '../article.ts';
import type { Paragraph } from '../document.ts';
import type { Candidate, RuleFacts } from '../rule.ts';
import { limiters, lowerCaseNames } from '../vocabulary.ts';
import { joins, type Words, wordAt, wordsOf } from '../words.ts';
import {
  type CompiledPhrase,
  type Phrase,
  type PhraseContext,
  type PhraseIndex,
  type PhraseWord,
  pairOf,
} from './phrase.ts';

/** A candidate and the rule that proposes it. */
export interface Proposal {
  readonly info: RuleFacts;
  readonly candidate: Candidate;
}

/** All phrases of the index in a paragraph, in time proportional to its length. */
export function matchPhrases(paragraph: Paragraph, index: PhraseIndex): Proposal[] {
  const words = wordsOf(paragraph);
  const { hashes } = words;
  const found: Proposal[] = [];
  const look = (first: number, phrases: readonly CompiledPhrase[]): void => {
    for (const { info, phrase, sequence } of phrases) {
      const after = endOfMatch(paragraph.text, words, first, sequence);
      if (after === first || !isMatch(words, first, after, sequence)) continue;
      const candidate = candidateOf(matchOf(paragraph, words, first, after, phrase), phrase);
      if (candidate !== null) found.push({ info, candidate });
    }
  };
  for (let first = 0; first < hashes.length; first++) {
    const hash = hashes[first] ?? 0;
    const pairs = index(pairOf(hash, hashes[first + 1] ?? 0));
    if (pairs !== undefined) look(first, pairs);
    const singles = index(hash);
    if (singles !== undefined) look(first, singles);
  }
  return found;
}

interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Match {
  readonly paragraph: Paragraph;
  readonly sentence: number;
  readonly first: Place;
  readonly end: number;
  /** The words themselves, which most phrases don't ask for. */
  readonly words: () => readonly string[];
  /** The word before, where only white space lies between. */
  readonly previous: Place | null;
  readonly next: Place | null;
}

/** Index of the word behind a match by hashes that begins with a word; the word's own index where there is none. */
function endOfMatch(text: string, words: Words, first: number, sequence: readonly PhraseWord[]): number {
  let at = first;
  // Asked for most words of a text: an iterator would be made each time.
  for (let i = 0; i < sequence.length; i++) {
    const element = sequence[i] as PhraseWord;
    const hash = words.hashes[at];
    const fits =
      hash !== undefined &&
      (element.hashes?.has(hash) ?? true) &&
      (at === first || (words.sentences[at] === words.sentences[first] && follows(text, words, at, element)));
    if (fits) at += 1;
    else if (!element.optional) return first;
  }
  return at;
}

/** Whether the words of a match by hashes are those of the phrase. */
function isMatch(words: Words, first: number, after: number, sequence: readonly PhraseWord[]): boolean {
  let at = first;
  for (const { alternatives, optional } of sequence) {
    if (alternatives?.has(wordAt(words, at)) ?? true) at += 1;
    else if (!optional) return false;
  }
  return at === after;
}

function follows(text: string, { starts, ends }: Words, at: number, { hyphen }: PhraseWord): boolean {
  const from = ends[at - 1] ?? 0;
  const to = starts[at] ?? 0;
  return joins(text, from, to) || (hyphen && to === from + 1 && text[from] === '-');
}

function matchOf(
  paragraph: Paragraph,
  words: Words,
  first: number,
  after: number,
  { withComma }: Phrase,
): Match {
  const { text } = paragraph;
  const sentence = words.sentences[first] ?? 0;
  const near = (at: number): Place | null => (words.sentences[at] === sentence ? placeOf(words, at) : null);
  const head = placeOf(words, first);
  const tail = words.ends[after - 1] ?? 0;
  const end = withComma && text[tail] === ',' ? tail + 1 : tail;
  const previous = near(first - 1);
  const next = near(after);
  return {
    paragraph,
    sentence,
    first: head,
    end,
    words: () => Array.from({ length: after - first }, (_, i) => wordAt(words, first + i)),
    previous: previous !== null && joins(text, previous.end, head.start) ? previous : null,
    next: next !== null && joins(text, end, next.start) ? next : null,
  };
}

function placeOf(words: Words, at: number): Place {
  return { text: wordAt(words, at), start: words.starts[at] ?? 0, end: words.ends[at] ?? 0 };
}

function candidateOf(match: Match, phrase: Phrase): Candidate | null {
  const previous = match.previous?.text ?? '';
  const next = match.next?.text ?? '';
  if (phrase.besideLimiters === undefined && (limiters.has(previous) || limiters.has(next))) return null;
  if (phrase.next !== undefined && !phrase.next.has(next)) return null;
  if (phrase.notNext?.has(next) || phrase.notPrev?.has(previous)) return null;
  if (phrase.at !== undefined && !standsAt(match, phrase.at)) return null;
  if (phrase.when !== undefined && !phrase.when(contextOf(match, previous, next))) return null;
  if (phrase.to === null) {
    return { tier: 'advice', start: match.first.start, end: match.end, replacement: null };
  }
  const to = typeof phrase.to === 'string' ? phrase.to : phrase.to(match.words());
  if (to === null) return null;
  const edit = to === '' ? deletion(match) : substitution(match, to);
  if (edit === null) return null;
  const { tier, relaxes, idiom } = phrase;
  return { tier, ...edit, ...(relaxes && { relaxes }), ...(idiom && { idiom }) };
}

// A sentence may be a megabyte long; what stands further away says nothing about the words.
const contextLength = 300;

function contextOf(
  { paragraph: { kind, text, sentences }, sentence: number, first, end }: Match,
  previous: string,
  next: string,
): PhraseContext {
  const sentence = sentences[number];
  // A comma that goes with the words still stands behind them.
  const from = text[end - 1] === ',' ? end - 1 : end;
  const earlier = sentences[number - 1];
  return {
    previous,
    next,
    before: text
      .slice(Math.max(sentence?.start ?? 0, first.start - contextLength), first.start)
      .toLowerCase(),
    after: text.slice(from, Math.min(sentence?.end ?? text.length, end + contextLength)).toLowerCase(),
    preceding:
      earlier === undefined
        ? ''
        : text.slice(earlier.start, Math.min(earlier.end, earlier.start + contextLength)).toLowerCase(),
    inList: kind === 'item',
  };
}

const clauseOpeners = new Set(['and', 'then', 'always', 'also', 'please', 'but']);
const marksOnly = /^[\s*_~(]*$/;
const label = /^[*_\s]*[\p{L}\p{N}][^.!?:"“`]{0,60}:[*_]*[ \t]+[*_]*$/u;

function standsAt(
  { paragraph: { text, sentences }, sentence, first, previous }: Match,
  at: 'sentence' | 'clause',
): boolean {
  const start = sentences[sentence]?.start ?? 0;
  const lead = text.slice(Math.max(start, first.start - 90), first.start);
  if (marksOnly.test(lead)) return true;
  if (label.test(lead) && isUpper(text[first.start])) return true;
  if (at === 'sentence') return false;
  return previous === null ? /[,;:–—][ \t]+$/.test(lead) : clauseOpeners.has(previous.text);
}

type Edit = Pick<Candidate, 'start' | 'end' | 'replacement'>;

/** The edit that drops the words: what follows takes over their capital and the article before them. */
function deletion(match: Match): Edit | null {
  const { paragraph, first, end, next, previous } = match;
  const { text } = paragraph;
  if (next === null) {
    // The words end their clause, and what stood before them ends it now.
    if (previous !== null && /^(?:[.,;:!?)]|\s*$)/.test(text.slice(end, end + 4))) {
      return { start: previous.end, end, replacement: '' };
    }
    // What follows is code or a variable, which has no capital to take over.
    const gap = /^[ \t]+(?=[`{$<[])/.exec(text.slice(end, end + 4));
    if (gap === null || previous !== null) return null;
    return { start: first.start, end: end + gap[0].length, replacement: '' };
  }
  const following = text.slice(next.start, next.end);
  const shouted = isShouted(text.slice(first.start, end));
  const capital = isUpper(text[first.start]) && !shouted && previous === null;
  if (capital) {
    const raised = withCapital(following, text.slice(next.end, next.end + 2));
    return raised === null ? null : { start: first.start, end: next.end, replacement: raised };
  }
  if (isArticle(previous)) {
    const article = articleFor(following);
    if (article === null) return null;
    if (article !== previous.text) {
      const casedArticle = isUpper(text[previous.start]) ? withCapital(article, ' ') : article;
      return { start: previous.start, end: next.start, replacement: `${casedArticle} ` };
    }
  }
  return { start: first.start, end: next.start, replacement: '' };
}

function substitution({ paragraph: { text }, first, end, previous }: Match, to: string): Edit | null {
  const original = text.slice(first.start, end);
  const cased = casedAs(original, to, text.slice(first.start, first.end));
  if (isArticle(previous)) {
    const article = articleFor(to);
    if (article === null) return null;
    if (article !== previous.text) {
      const casedArticle = isUpper(text[previous.start]) ? withCapital(article, ' ') : article;
      return { start: previous.start, end: end, replacement: `${casedArticle} ${cased}` };
    }
  }
  return { start: first.start, end: end, replacement: cased };
}

/** The replacement in the case of what it replaces; a word that both begin with stays as it is. */
function casedAs(original: string, to: string, firstWord: string): string {
  if (isShouted(original)) return to.toUpperCase();
  const kept =
    to.toLowerCase().startsWith(firstWord.toLowerCase()) && !/^\p{L}/u.test(to.slice(firstWord.length));
  if (kept) return firstWord + to.slice(firstWord.length);
  return isUpper(original[0]) ? (to[0]?.toUpperCase() ?? '') + to.slice(1) : to;
}

function isArticle(word: Place | null): word is Place {
  return word !== null && (word.text === 'a' || word.text === 'an');
}

/** A word as it begins a sentence, or null where it is a name in small letters or part of one. */
function withCapital(word: string, after: string): string | null {
  if (isUpper(word[0])) return word;
  if (!/^\p{Ll}+(?:['’]\p{Ll}+)?$/u.test(word) || lowerCaseNames.has(word)) return null;
  if (/^(?:\.\p{L}|[^\s,;:!?)*\-./])/u.test(after)) return null;
  return (word[0]?.toUpperCase() ?? '') + word.slice(1);
}

function isUpper(char: string | undefined): boolean {
  return char !== undefined && char !== char.toLowerCase();
}

function isShouted(text: string): boolean {
  return text.length > 3 && text === text.toUpperCase();
}
