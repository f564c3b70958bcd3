import { isLetterAt } from './chars.ts';
import type { PromptDocument } from './document.ts';
import type { SpanKind } from './mask/span.ts';
import type { Candidate, Kept } from './rule.ts';
import { wordSet } from './vocabulary.ts';

/** The kinds of kept words that words themselves tell; the others are spans of the mask. */
type KeptWords = 'numbers' | 'negations' | 'scope' | 'modals';

const wordsOfKind: readonly (readonly [KeptWords, ReadonlySet<string>])[] = [
  [
    'negations',
    wordSet(
      'not never no without except unless nor neither none nothing nobody cannot avoid excluding instead',
    ),
  ],
  [
    'scope',
    wordSet(
      'only all any every each always exactly just solely exclusively both either most least first last some entire whole',
      'everything anything more less few fewer several many once twice until',
    ),
  ],
  ['modals', wordSet('must should shall may might can could would will ought need needs cannot required')],
  [
    'numbers',
    wordSet(
      'zero one two three four five six seven eight nine ten eleven twelve twenty thirty fifty hundred thousand',
    ),
  ],
];

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
    const isNegated = word.endsWith("n't");
    const stem = isNegated ? word.slice(0, -3) : word.replace(/'.*$/, '');
    if (isNegated) add('negations', "n't");
    if (word === "can't" || word === "won't") add('modals', stem);
    if (/\p{N}/u.test(stem)) add('numbers', stem);
    for (const [kind, words] of wordsOfKind) if (words.has(stem)) add(kind, stem);
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

/** Whether an edit keeps what it must; if so, what it drops counts as gone, so that none drops the last of a word. */
export type KeptLedger = (candidate: Candidate, start: number, end: number) => boolean;

// Most edits of a document are of a few kinds, and so are those of the next version.
const mostKnown = 2_000;
const known = new Map<string, readonly Change[]>();

/** What an edit drops and adds of the words; empty where it keeps them all. */
function changedBy(before: string, after: string): readonly Change[] {
  const key = `${before}\n→\n${after}`;
  const remembered = known.get(key);
  if (remembered) return remembered;
  const changes = new Map<string, Change>();
  tally(changes, before, 1);
  tally(changes, after, -1);
  const changed = [...changes.values()].filter(({ times }) => times !== 0);
  if (known.size >= mostKnown) known.clear();
  known.set(key, changed);
  return changed;
}

/** The ledger of a document with no edit taken. */
export function keptLedger({ text, mask }: PromptDocument): KeptLedger {
  const gone = new Map<string, number>();
  let lower: string | undefined;
  return ({ replacement, tier, relaxes, worksOn, idiom }, start, end) => {
    if (replacement === null) return true;
    const isSafe = tier === 'safe';
    const isRelaxed = (kind: Kept): boolean => !isSafe && relaxes?.includes(kind) === true;
    for (const { kind } of mask.within(start, end)) {
      if (kind === worksOn || kind === 'heading') continue;
      const kept = keptOfSpan[kind];
      if (isSafe || (kept && !isRelaxed(kept))) return false;
    }
    const changed = changedBy(text.slice(start, end), replacement);
    if (changed.length === 0) return true;
    if (!changed.every(({ kind }) => isRelaxed(kind))) return false;
    // Modals may vanish where a rule says so: an order without one is still an order.
    const dropped = changed
      .filter(({ kind, times }) => times > 0 && kind !== 'modals')
      .map(({ word, times }) => ({ word, missing: (gone.get(word) ?? 0) + times }));
    for (const { word, missing } of idiom ? [] : dropped) {
      lower ??= text.toLowerCase();
      if (!standsMoreThan(lower, word, missing)) return false;
    }
    for (const { word, missing } of dropped) gone.set(word, missing);
    return true;
  };
}

/** Whether a word stands in a text in lower case more often than so many times. */
function standsMoreThan(text: string, word: string, times: number): boolean {
  let found = 0;
  for (let at = text.indexOf(word); at !== -1 && found <= times; at = text.indexOf(word, at + word.length)) {
    if (!isLetterAt(text, at + word.length) && (word === "n't" || !isLetterAt(text, at - 1))) found += 1;
  }
  return found > times;
}
