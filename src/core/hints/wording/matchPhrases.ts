import { articleFor } from '../article.ts';
import type { Paragraph } from '../document.ts';
import type { Candidate, RuleFacts } from '../rule.ts';
import { limiters, lowerCaseNames } from '../vocabulary.ts';
import { joins, type Word, wordsOf } from '../words.ts';
import type { CompiledPhrase, Phrase, PhraseContext, PhraseIndex, PhraseWord } from './phrase.ts';

/** A candidate and the rule that proposes it. */
export interface Proposal {
  readonly info: RuleFacts;
  readonly candidate: Candidate;
}

/** All phrases of the index in a paragraph, in time proportional to its length. */
export function matchPhrases(paragraph: Paragraph, index: PhraseIndex): readonly Proposal[] {
  const words = wordsOf(paragraph);
  const found: Proposal[] = [];
  for (let first = 0; first < words.length; first++) {
    const phrases = index.get(words[first]?.text ?? '');
    if (phrases === undefined) continue;
    for (const compiled of phrases) {
      const match = matchAt(paragraph, words, first, compiled);
      const candidate = match === null ? null : candidateOf(match, compiled.phrase);
      if (candidate !== null) found.push({ info: compiled.info, candidate });
    }
  }
  return found;
}

interface Match {
  readonly paragraph: Paragraph;
  readonly first: Word;
  readonly end: number;
  readonly words: readonly string[];
  /** The word before, where only white space lies between. */
  readonly previous: Word | null;
  readonly next: Word | null;
}

function matchAt(
  paragraph: Paragraph,
  words: readonly Word[],
  first: number,
  { sequence, phrase }: CompiledPhrase,
): Match | null {
  const { text } = paragraph;
  const sentence = words[first]?.sentence;
  const matched: Word[] = [];
  let at = first;
  for (const element of sequence) {
    const word = words[at];
    const last = matched.at(-1);
    const fits =
      word !== undefined &&
      word.sentence === sentence &&
      (element.alternatives?.has(word.text) ?? true) &&
      (last === undefined || follows(text, last, word, element));
    if (fits) {
      matched.push(word);
      at += 1;
    } else if (!element.optional) return null;
  }
  const head = matched[0];
  const tail = matched.at(-1);
  if (head === undefined || tail === undefined) return null;
  const before = words[first - 1];
  const after = words[at];
  const end = phrase.withComma && text[tail.end] === ',' ? tail.end + 1 : tail.end;
  return {
    paragraph,
    first: head,
    words: matched.map(({ text: word }) => word),
    previous:
      before !== undefined && before.sentence === sentence && joins(text, before.end, head.start)
        ? before
        : null,
    next: after !== undefined && after.sentence === sentence && joins(text, end, after.start) ? after : null,
    end,
  };
}

function follows(text: string, last: Word, word: Word, { hyphen }: PhraseWord): boolean {
  return joins(text, last.end, word.start) || (hyphen && text.slice(last.end, word.start) === '-');
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
  const to = typeof phrase.to === 'string' ? phrase.to : phrase.to(match.words);
  if (to === null) return null;
  const edit = to === '' ? deletion(match) : substitution(match, to);
  if (edit === null) return null;
  const { tier, relaxes, idiom } = phrase;
  return { tier, ...edit, ...(relaxes && { relaxes }), ...(idiom && { idiom }) };
}

// A sentence may be a megabyte long; what stands further away says nothing about the words.
const contextLength = 300;

function contextOf(
  { paragraph: { text, sentences }, first, end }: Match,
  previous: string,
  next: string,
): PhraseContext {
  const sentence = sentences[first.sentence];
  return {
    previous,
    next,
    before: text
      .slice(Math.max(sentence?.start ?? 0, first.start - contextLength), first.start)
      .toLowerCase(),
    after: text.slice(end, Math.min(sentence?.end ?? text.length, end + contextLength)).toLowerCase(),
  };
}

const clauseOpeners = new Set(['and', 'then', 'always', 'also', 'please', 'but']);
const marksOnly = /^[\s*_~(]*$/;
const label = /^[*_\s]*[\p{L}\p{N}][^.!?:"“`]{0,60}:[*_]*[ \t]+[*_]*$/u;

function standsAt(
  { paragraph: { text, sentences }, first, previous }: Match,
  at: 'sentence' | 'clause',
): boolean {
  const start = sentences[first.sentence]?.start ?? 0;
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

function isArticle(word: Word | null): word is Word {
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
