import { ruleFacts } from '../rule.ts';
import { wordSet } from '../vocabulary.ts';
import type { PhraseContext, PhraseRule } from './phrase.ts';

// A person rather than the word before a noun: "the needs of each individual", "each individual who".
const isBeforeNoun = ({ next }: PhraseContext): boolean =>
  next !== '' &&
  !wordSet('and or but to in on at with for from by is can will should must may has who that when').has(next);

const beforeVerb = wordSet('to and or then you we they should must will can may always also please first');

/** PT10: pairs of words that say one thing twice. */
export const redundantPairs: PhraseRule = {
  info: ruleFacts('PT10', 'safe'),
  tables: [
    [
      // "Not just the end result" and "more than the end result" set it against what comes before.
      { when: ({ before }) => !/\b(?:not|than)\b/.test(before) },
      `
end result|results: $2
past history: $2
advance planning: $2
added bonus: $2
close proximity: $2
general consensus: $2
basic fundamentals|essentials: $2
unexpected surprise|surprises: $2
new innovation|innovations: $2
exact same: $2
still remain|remains: $2
completely|totally eliminate|eliminated|finished: $2
necessary requirements: $2
various different: $2
suggestion request: $2
`,
    ],
    [
      // "Keep the group together": there the first word is a noun.
      {
        notNext: wordSet('with and'),
        when: ({ previous }) => previous === '' || beforeVerb.has(previous),
      },
      `
combine|combined|merge|merged|join|joined|link|linked|connect|connected|blend|mix|gather|gathered|group together: $1
repeat|repeated|restate again: $1
return|revert|reply back: $1
plan ahead: $1
`,
    ],
    [
      {},
      `
up to a maximum of: up to
a minimum of at least: at least
first and foremost: first
over and over again: repeatedly
`,
    ],
  ],
  suggestions: [
    [
      // The word dropped may set a limit.
      {},
      `
absolutely necessary|certain: $2
time period|periods: $2
personal opinion|opinions: $2
final outcome|outcomes|conclusion|conclusions: $2
future plan|plans: $2
`,
    ],
    [{ relaxes: ['scope'], idiom: true }, 'each and every: every'],
    [{ when: isBeforeNoun }, 'each individual: each'],
    [{ when: ({ previous }) => !previous.endsWith('st') }, 'possible options: options'],
    [
      {},
      `
full and complete: complete
concise and to the point: concise
if and when: when
`,
    ],
    [{ relaxes: ['negations'], idiom: true }, 'unless and until: until'],
  ],
};
