import type { Tier } from '../finding.ts';
import type { Kept, RuleFacts } from '../rule.ts';
import { hashOf } from '../words.ts';

/** What a phrase becomes: fixed words, none, or what a function makes of the words matched, where null leaves it alone. */
export type PhraseResult = string | ((words: readonly string[]) => string | null);

/** Words to look for, and what to make of them where the guards allow it. */
export interface Phrase {
  /** Words with one space between; `a|b` are alternatives, `(a)` may be missing, `*` is any word, `-a` may follow a hyphen. */
  readonly words: string;
  /** Null for advice, which has no edit. */
  readonly to: PhraseResult | null;
  readonly tier: Tier;
  /** `sentence`: first in its sentence or behind a label; `clause`: also after `and`, `then`, a comma. Anywhere where absent. */
  readonly at?: 'sentence' | 'clause';
  /** Words of which one must follow. */
  readonly next?: ReadonlySet<string>;
  readonly notNext?: ReadonlySet<string>;
  readonly notPrev?: ReadonlySet<string>;
  /** A last word on what follows, given the word and the rest of its sentence. */
  readonly when?: (context: PhraseContext) => boolean;
  /** Allows `not`, `only` and the like right before or after the words. */
  readonly besideLimiters?: true;
  /** A comma right behind the words goes with them. */
  readonly withComma?: true;
  readonly relaxes?: readonly Kept[];
  readonly idiom?: true;
}

/** What stands around a match, in lower case; words are empty where none is joined to the match by a space. */
export interface PhraseContext {
  readonly previous: string;
  readonly next: string;
  /** The sentence before and after the words. */
  readonly before: string;
  readonly after: string;
  /** The sentence before that one in the paragraph; empty where there is none. */
  readonly preceding: string;
  readonly inList: boolean;
}

/** A rule that is a table of phrases. */
export interface PhraseRule {
  readonly info: RuleFacts;
  readonly phrases: readonly Phrase[];
}

/** One word of a phrase; null alternatives stand for any word. */
export interface PhraseWord {
  readonly alternatives: ReadonlySet<string> | null;
  readonly hashes: ReadonlySet<number> | null;
  readonly optional: boolean;
  readonly hyphen: boolean;
}

/** A phrase ready to match, with the rule that it is of. */
export interface CompiledPhrase {
  readonly info: RuleFacts;
  readonly phrase: Phrase;
  readonly sequence: readonly PhraseWord[];
}

/** Finds phrases by the hash of the words that they can begin with: one where one may be all, else the first two. */
export type PhraseIndex = (hash: number) => readonly CompiledPhrase[] | undefined;

/** What {@link PhraseIndex} has of two words in a row. */
export function pairOf(first: number, second: number): number {
  return (Math.imul(first, 31) + second) & 0x3fffffff;
}

/** Builds the index; a phrase must not begin with any word, nor with one word and any other. */
export function phraseIndex(rules: readonly PhraseRule[]): PhraseIndex {
  const index = new Map<number, CompiledPhrase[]>();
  for (const { info, phrases } of rules) {
    for (const phrase of phrases) {
      const sequence = phrase.words.split(' ').map(phraseWord);
      for (const beginning of beginnings(sequence)) {
        const list = index.get(beginning) ?? [];
        list.push({ info, phrase, sequence });
        index.set(beginning, list);
      }
    }
  }
  // Asked for every word of a text, of which few begin a phrase: a part of the hash tells most of them.
  const known = new Uint8Array(0x10000);
  for (const hash of index.keys()) known[hash & 0xffff] = 1;
  return (hash) => (known[hash & 0xffff] === 1 ? index.get(hash) : undefined);
}

function phraseWord(source: string): PhraseWord {
  const hyphen = source.startsWith('-');
  const bare = hyphen ? source.slice(1) : source;
  const optional = bare.startsWith('(');
  const word = optional ? bare.slice(1, -1) : bare;
  if (word === '*') return { alternatives: null, hashes: null, optional, hyphen };
  const alternatives = word.split('|');
  return { alternatives: new Set(alternatives), hashes: new Set(alternatives.map(hashOf)), optional, hyphen };
}

function beginnings(sequence: readonly PhraseWord[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [i, { hashes, optional }] of sequence.entries()) {
    const rest = sequence.slice(i + 1);
    const seconds = firstHashes(rest);
    for (const first of hashes ?? []) {
      for (const second of seconds) found.add(pairOf(first, second));
      if (rest.every((word) => word.optional)) found.add(first);
    }
    if (!optional) break;
  }
  return found;
}

function firstHashes(sequence: readonly PhraseWord[]): readonly number[] {
  const end = sequence.findIndex(({ optional }) => !optional);
  const possible = end === -1 ? sequence : sequence.slice(0, end + 1);
  return possible.flatMap(({ hashes }) => [...(hashes ?? [])]);
}
