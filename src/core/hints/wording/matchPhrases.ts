import { articleFor } from '../article.ts';
import type { Paragraph } from '../document.ts';
import type { Candidate, RuleFacts } from '../rule.ts';
import type { TextEdit } from '../saving.ts';
import { limiters, lowerCaseNames, wordSet } from '../vocabulary.ts';
import { capitalized, joins, lowerText, pairOf, type Words, wordAt, wordsOf } from '../words.ts';
import type { CompiledPhrase, PhraseContext, PhraseIndex } from './phrase.ts';

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
    for (const compiled of phrases) {
      if (!isAt(paragraph.text, words, first, compiled)) continue;
      const candidate = candidateOf(matchOf(paragraph, words, first, compiled), compiled);
      if (candidate !== null) found.push({ info: compiled.info, candidate });
    }
  };
  for (let first = 0; first < hashes.length; first++) {
    const hash = hashes[first] ?? 0;
    const pairs = index(pairOf(hash, hashes[first + 1] ?? 0));
    if (pairs) look(first, pairs);
    const singles = index(hash);
    if (singles) look(first, singles);
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
  readonly start: number;
  readonly end: number;
  /** The words themselves, which most phrases don't ask for. */
  readonly words: () => readonly string[];
  /** Length of the first of them. */
  readonly firstLength: number;
  /** The word before, where only white space lies between. */
  readonly previous: Place | null;
  readonly next: Place | null;
}

/** Whether the words from one on, in one sentence and with nothing but white space between, are those of a guards. */
function isAt(text: string, words: Words, first: number, { sequence, guards }: CompiledPhrase): boolean {
  const { starts, ends, sentences } = words;
  // Asked for many words of a text: an iterator would be made each time.
  for (let i = 0; i < sequence.length; i++) {
    const at = first + i;
    if (at >= starts.length || sequence[i]?.includes(wordAt(words, at)) === false) return false;
    if (i === 0) continue;
    if (sentences[at] !== sentences[first]) return false;
    if (!joins(text, ends[at - 1] as number, starts[at] as number)) return false;
  }
  return !guards.withComma || text[ends[first + sequence.length - 1] as number] === ',';
}

function matchOf(
  paragraph: Paragraph,
  words: Words,
  first: number,
  { guards, sequence }: CompiledPhrase,
): Match {
  const { text } = paragraph;
  const sentence = words.sentences[first] as number;
  const placeOf = (at: number): Place => ({
    text: wordAt(words, at),
    start: words.starts[at] ?? 0,
    end: words.ends[at] ?? 0,
  });
  const after = first + sequence.length;
  const { start } = placeOf(first);
  const tail = placeOf(after - 1).end;
  const end = guards.withComma ? tail + 1 : tail;
  const previous = placeOf(first - 1);
  const next = placeOf(after);
  const isNear = (at: number, from: number, to: number): boolean =>
    words.sentences[at] === sentence && joins(text, from, to);
  return {
    paragraph,
    sentence,
    start,
    end,
    words: () => sequence.map((_, i) => wordAt(words, first + i)),
    firstLength: (words.ends[first] as number) - start,
    previous: isNear(first - 1, previous.end, start) ? previous : null,
    next: isNear(after, end, next.start) ? next : null,
  };
}

function candidateOf(match: Match, { tier, guards, to }: CompiledPhrase): Candidate | null {
  const { start, end, words } = match;
  const { relaxes, idiom, at, make } = guards;
  const previous = match.previous?.text ?? '';
  const next = match.next?.text ?? '';
  if (!guards.besideLimiters && (limiters.has(previous) || limiters.has(next))) return null;
  if (guards.next?.has(next) === false || guards.notNext?.has(next) || guards.notPrev?.has(previous))
    return null;
  if (at !== undefined && !standsAt(match, at)) return null;
  if (guards.when?.(contextOf(match, previous, next)) === false) return null;
  if (tier === 'advice') return { tier, start, end, replacement: null };
  const made = make === undefined ? to.replace(/\$(\d)/, (_, n) => words()[n - 1] ?? '') : make(words());
  if (made === null) return null;
  const edit = made === '' ? deletion(match) : substitution(match, made);
  return edit && { tier, ...edit, ...(relaxes && { relaxes }), ...(idiom && { idiom }) };
}

// A sentence may be a megabyte long; what stands further away says nothing about the words.
const contextLength = 300;

function contextOf(
  { paragraph, sentence, start, end }: Match,
  previous: string,
  next: string,
): PhraseContext {
  const { kind, text, sentences } = paragraph;
  const lower = lowerText(paragraph);
  const own = sentences[sentence];
  const earlier = sentences[sentence - 1];
  return {
    previous,
    next,
    before: lower.slice(Math.max(own?.start ?? 0, start - contextLength), start),
    after: lower.slice(end, Math.min(own?.end ?? text.length, end + contextLength)),
    preceding: earlier
      ? lower.slice(earlier.start, Math.min(earlier.end, earlier.start + contextLength))
      : '',
    inList: kind === 'item',
  };
}

const clauseOpeners = wordSet('and then always also please but');
const marksOnly = /^[\s*_~(]*$/;
const label = /^[*_\s]*[\p{L}\p{N}][^.!?:"“`]{0,60}:[*_]*[ \t]+[*_]*$/u;

function standsAt(
  { paragraph: { text, sentences }, sentence, start, previous }: Match,
  at: 'sentence' | 'clause',
): boolean {
  const lead = text.slice(Math.max(sentences[sentence]?.start ?? 0, start - 90), start);
  if (marksOnly.test(lead)) return true;
  if (label.test(lead) && isUpper(text[start])) return true;
  if (at === 'sentence') return false;
  return previous === null ? /[,;:–—][ \t]+$/.test(lead) : clauseOpeners.has(previous.text);
}

/** The edit that drops the words: what follows takes over their capital and the article before them. */
function deletion(match: Match): TextEdit | null {
  const { paragraph, start, end, next, previous } = match;
  const { text } = paragraph;
  if (next === null) {
    const behind = text.slice(end, end + 4);
    // The words end their clause, and what stood before them ends it now.
    if (previous !== null && /^(?:[.,;:!?)]|\s*$)/.test(behind)) {
      return { start: previous.end, end, replacement: '' };
    }
    // What follows is code or a variable, which has no capital to take over.
    const gap = /^[ \t]+(?=[`{$<[])/.exec(behind);
    return gap && previous === null ? { start, end: end + gap[0].length, replacement: '' } : null;
  }
  const following = text.slice(next.start, next.end);
  if (previous === null && isUpper(text[start]) && !isShouted(text.slice(start, end))) {
    const replacement = withCapital(following, text.slice(next.end, next.end + 2));
    return replacement === null ? null : { start, end: next.end, replacement };
  }
  return withArticle(match, following, { start, end: next.start, replacement: '' });
}

function substitution(match: Match, to: string): TextEdit | null {
  const { paragraph, start, end, firstLength } = match;
  const original = paragraph.text.slice(start, end);
  const replacement = casedAs(original, to, original.slice(0, firstLength));
  return withArticle(match, to, { start, end, replacement });
}

/** An edit with the article before it as the word needs it that stands behind the article then. */
function withArticle({ paragraph, previous }: Match, word: string, edit: TextEdit): TextEdit | null {
  if (previous?.text !== 'a' && previous?.text !== 'an') return edit;
  const article = articleFor(word);
  if (article === null || article === previous.text) return article && edit;
  const cased = isUpper(paragraph.text[previous.start]) ? capitalized(article) : article;
  return { start: previous.start, end: edit.end, replacement: `${cased} ${edit.replacement}` };
}

/** The replacement in the case of what it replaces; a word that both begin with stays as it is. */
function casedAs(original: string, to: string, first: string): string {
  if (isShouted(original)) return to.toUpperCase();
  const rest = to.slice(first.length);
  if (to.toLowerCase().startsWith(first.toLowerCase()) && !/^\p{L}/u.test(rest)) return first + rest;
  return isUpper(original[0]) ? capitalized(to) : to;
}

/** A word as it begins a sentence, or null where it is a name in small letters or part of one. */
function withCapital(word: string, after: string): string | null {
  if (isUpper(word[0])) return word;
  if (!/^\p{Ll}+(?:['’]\p{Ll}+)?$/u.test(word) || lowerCaseNames.has(word)) return null;
  return /^(?:\.\p{L}|[^\s,;:!?)*\-./])/u.test(after) ? null : capitalized(word);
}

function isUpper(char = ''): boolean {
  return char !== char.toLowerCase();
}

function isShouted(text: string): boolean {
  return text.length > 3 && text === text.toUpperCase();
}
