import type { Tier } from '../finding.ts';
import type { Kept, RuleFacts } from '../rule.ts';
import { hashOf, pairOf } from '../words.ts';

/** What must hold where phrases stand, and what an edit may drop there. */
export interface Guards {
  /** Makes the replacement of the words found, or null to leave them; goes before what the table says. */
  readonly make?: (words: readonly string[]) => string | null;
  /** `sentence`: first in its sentence or behind a label; `clause`: also after `and`, `then`, a comma. Anywhere where absent. */
  readonly at?: 'sentence' | 'clause';
  /** Words of which one must follow. */
  readonly next?: ReadonlySet<string>;
  readonly notNext?: ReadonlySet<string>;
  readonly notPrev?: ReadonlySet<string>;
  /** A last word on what stands around. */
  readonly when?: (context: PhraseContext) => boolean;
  /** Allows `not`, `only` and the like right before or after the words. */
  readonly besideLimiters?: true;
  /** A comma must stand right behind the words, and goes with them. */
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

/**
 * Phrases with the same guards, as lines of `phrase, phrase: replacement`; one without a replacement is dropped. In a
 * phrase `a|b` are alternatives, `(a)` may be missing, `*` is any word; in a replacement `$2` is the second word found.
 */
export type PhraseTable = readonly [guards: Guards, lines: string];

/** A rule that is a number of tables. */
export interface PhraseRule {
  readonly info: RuleFacts;
  /** Of the rule's own tier. */
  readonly tables: readonly PhraseTable[];
  readonly suggestions?: readonly PhraseTable[];
}

/** A phrase ready to match, with the rule that it is of. */
export interface CompiledPhrase {
  readonly info: RuleFacts;
  readonly tier: Tier;
  readonly guards: Guards;
  /** The alternatives of each word; null for any word. */
  readonly sequence: readonly (readonly string[] | null)[];
  readonly to: string;
}

/** Finds phrases by the hash of the words that they begin with: the only one, else the {@link pairOf} the first two. */
export type PhraseIndex = (hash: number) => readonly CompiledPhrase[] | undefined;

/** Builds the index; a phrase must not have any word as its first or second. */
export function phraseIndex(rules: readonly PhraseRule[]): PhraseIndex {
  const index = new Map<number, CompiledPhrase[]>();
  for (const compiled of rules.flatMap(compile)) {
    const [firsts, seconds] = compiled.sequence.map((words) => (words ?? []).map(hashOf));
    const pairs = firsts?.flatMap((first) => seconds?.map((second) => pairOf(first, second)) ?? first);
    for (const beginning of pairs ?? []) {
      index.set(beginning, [...(index.get(beginning) ?? []), compiled]);
    }
  }
  // Asked for every word of a text, of which few begin a phrase: a part of the hash tells most of them.
  const known = new Uint8Array(0x10000);
  for (const hash of index.keys()) known[hash & 0xffff] = 1;
  return (hash) => (known[hash & 0xffff] === 1 ? index.get(hash) : undefined);
}

function compile({ info, tables, suggestions = [] }: PhraseRule): readonly CompiledPhrase[] {
  const read = (tier: Tier, [guards, lines]: PhraseTable): readonly CompiledPhrase[] =>
    lines
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [phrases = '', to = ''] = line.split(': ');
        return phrases
          .split(', ')
          .flatMap(withAndWithout)
          .map((words) => ({ info, tier, guards, to, sequence: words.split(' ').map(alternatives) }));
      });
  return [
    ...tables.flatMap((table) => read(info.tier, table)),
    ...suggestions.flatMap((table) => read('suggestion', table)),
  ];
}

/** A phrase with each of its words that may be missing, and without. */
function withAndWithout(phrase: string): readonly string[] {
  const [found = '', optional] = /\((.*?)\) ?/.exec(phrase) ?? [];
  if (optional === undefined) return [phrase];
  return [`${optional} `, ''].flatMap((words) => withAndWithout(phrase.replace(found, words).trim()));
}

function alternatives(word: string): readonly string[] | null {
  return word === '*' ? null : word.split('|');
}
