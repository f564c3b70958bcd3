import type { PromptDocument } from './document.ts';
import type { SpanKind } from './mask/span.ts';
import type { Candidate, Kept } from './rule.ts';
import { wordSet } from './vocabulary.ts';

/** The kinds of kept words that words themselves tell; the others are spans of the mask. */
type KeptWords = 'numbers' | 'negations' | 'scope' | 'modals';

const negations = wordSet(
  'not never no without except unless nor neither none nothing nobody cannot avoid excluding instead',
);
const scopes = wordSet(
  'only all any every each always exactly just solely exclusively both either most least first last some entire whole',
  'everything anything more less few fewer several many once twice until',
);
const modals = wordSet('must should shall may might can could would will ought need needs cannot required');
const numbers = wordSet(
  'zero one two three four five six seven eight nine ten eleven twelve twenty thirty fifty hundred thousand',
);

const keptWord = /[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu;

/** A word that an edit drops, or adds where `times` is below 0. */
interface Change {
  readonly kind: KeptWords;
  readonly word: string;
  times: number;
}

/** Adds up the numbers, negations, scope words and modals of a text; contractions count as `n't` and as their verb. */
function tally(changes: Map<string, Change>, text: string, sign: 1 | -1): void {
  const add = (kind: KeptWords, word: string): void => {
    const change = changes.get(kind + word) ?? { kind, word, times: 0 };
    change.times += sign;
    changes.set(kind + word, change);
  };
  for (const match of text.match(keptWord) ?? []) {
    const word = match.toLowerCase().replaceAll('’', "'");
    if (word.endsWith("n't")) add('negations', "n't");
    const stem = word.endsWith("n't") ? word.slice(0, -3) : word.replace(/'.*$/, '');
    if (negations.has(stem)) add('negations', stem);
    if (scopes.has(stem)) add('scope', stem);
    if (modals.has(stem) || word === "can't" || word === "won't") add('modals', stem);
    if (/\p{N}/u.test(stem) || numbers.has(stem)) add('numbers', stem);
  }
}

const keptOfSpan: Readonly<Partial<Record<SpanKind, Kept>>> = {
  template: 'variables',
  tag: 'tags',
  url: 'urls',
  path: 'urls',
  code: 'code',
  quote: 'quotes',
};

/** How many of each kept word a document has left while edits are taken, so that none drops the last one. */
export interface KeptLedger {
  /** Whether an edit keeps what it must; if so, what it drops counts as gone. */
  take(candidate: Candidate, start: number, end: number): boolean;
}

// Most edits of a document are of a few kinds, and so are those of the next version.
const mostKnown = 2_000;
const known = new Map<string, readonly Change[]>();

/** What an edit drops and adds of the words; empty where it keeps them all. */
function changedBy(before: string, after: string): readonly Change[] {
  const key = `${before}\n→\n${after}`;
  const remembered = known.get(key);
  if (remembered !== undefined) return remembered;
  const changes = new Map<string, Change>();
  tally(changes, before, 1);
  tally(changes, after, -1);
  const changed = [...changes.values()].filter(({ times }) => times !== 0);
  if (known.size >= mostKnown) known.clear();
  known.set(key, changed);
  return changed;
}

/** The ledger of a document with no edit taken. */
export function keptLedger(document: PromptDocument): KeptLedger {
  const gone = new Map<string, number>();
  const lower = lazily(() => document.text.toLowerCase());
  const isLast = (word: string, times: number): boolean =>
    countsUpTo(lower(), word, (gone.get(word) ?? 0) + times + 1) <= (gone.get(word) ?? 0) + times;
  return {
    take(candidate, start, end) {
      const { replacement, tier, relaxes = [], worksOn } = candidate;
      if (replacement === null) return true;
      const relaxed = tier === 'safe' ? [] : relaxes;
      for (const span of document.mask.within(start, end)) {
        if (span.kind === worksOn || span.kind === 'heading') continue;
        const kept = keptOfSpan[span.kind];
        if (tier === 'safe' || (kept !== undefined && !relaxed.includes(kept))) return false;
      }
      const changed = changedBy(document.text.slice(start, end), replacement);
      if (changed.length === 0) return true;
      if (changed.some(({ kind }) => !relaxed.includes(kind))) return false;
      // Modals may vanish where a rule says so: an order without one is still an order.
      const dropped = changed.filter(({ kind, times }) => times > 0 && kind !== 'modals');
      if (candidate.idiom === undefined && dropped.some(({ word, times }) => isLast(word, times)))
        return false;
      for (const { word, times } of dropped) gone.set(word, (gone.get(word) ?? 0) + times);
      return true;
    },
  };
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** How often a word stands in a text in lower case, counted no further than asked. */
function countsUpTo(text: string, word: string, most: number): number {
  let found = 0;
  for (let at = text.indexOf(word); at !== -1 && found < most; at = text.indexOf(word, at + word.length)) {
    const isWhole = !isLetter(text[at + word.length]) && (word === "n't" || !isLetter(text[at - 1]));
    if (isWhole) found += 1;
  }
  return found;
}

function isLetter(char: string | undefined): boolean {
  return char !== undefined && /[\p{L}\p{N}]/u.test(char);
}
