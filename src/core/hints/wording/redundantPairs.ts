import { ruleFacts } from '../rule.ts';
import { wordSet } from '../vocabulary.ts';
import type { Phrase, PhraseContext, PhraseRule } from './phrase.ts';

/** Pairs in which the second word says it all; the first is dropped. */
const second: readonly string[] = [
  'end result|results',
  'past history',
  'advance planning',
  'added bonus',
  'close proximity',
  'general consensus',
  'basic fundamentals|essentials',
  'unexpected surprise|surprises',
  'new innovation|innovations',
  'exact same',
  'still remain|remains',
  'completely|totally eliminate|eliminated|finished',
  'necessary requirements',
  'various different',
  'suggestion request',
];

/** Pairs of this kind where the word dropped may set a limit. */
const limiting: readonly string[] = [
  'absolutely necessary|certain',
  'time period|periods',
  'personal opinion|opinions',
  'final outcome|outcomes|conclusion|conclusions',
  'future plan|plans',
];

/** Pairs in which the first word says it all; the second is dropped. */
const first: readonly string[] = [
  'combine|combined|merge|merged|join|joined|link|linked|connect|connected|blend|mix|gather|gathered|group together',
  'repeat|repeated|restate again',
  'return|revert|reply back',
  'plan ahead',
];

// A person rather than the word before a noun: "the needs of each individual", "each individual who".
const isBeforeNoun = ({ next }: PhraseContext): boolean =>
  next !== '' &&
  !wordSet('and or but to in on at with for from by is can will should must may has who that when').has(next);

// "Keep the group together": there the first word is a noun.
const tail: Partial<Phrase> = {
  notNext: wordSet('with and'),
  when: ({ previous }) => previous === '' || beforeVerb.has(previous),
};
const beforeVerb = wordSet('to and or then you we they should must will can may always also please first');

const phrases: readonly Phrase[] = [
  ...second.map(
    (words): Phrase => ({
      words,
      to: '',
      tier: 'safe',
      ...droppingFirst(words),
      // "Not just the end result" sets it against what comes before.
      when: ({ before }) => !/\bnot\b/.test(before),
    }),
  ),
  ...limiting.map((words): Phrase => ({ words, to: '', tier: 'suggestion', ...droppingFirst(words) })),
  ...first.map((words): Phrase => ({ words, to: ([kept]) => kept ?? null, tier: 'safe', ...tail })),
  { words: 'up to a maximum of', to: 'up to', tier: 'safe' },
  { words: 'a minimum of at least', to: 'at least', tier: 'safe' },
  { words: 'first and foremost', to: 'first', tier: 'safe' },
  { words: 'over and over again', to: 'repeatedly', tier: 'safe' },
  { words: 'each and every', to: 'every', tier: 'suggestion', relaxes: ['scope'], idiom: true },
  { words: 'each individual', to: 'each', tier: 'suggestion', when: isBeforeNoun },
  {
    words: 'possible options',
    to: 'options',
    tier: 'suggestion',
    when: ({ previous }) => !previous.endsWith('st'),
  },
  { words: 'full and complete', to: 'complete', tier: 'suggestion' },
  { words: 'concise and to the point', to: 'concise', tier: 'suggestion' },
  { words: 'unless and until', to: 'until', tier: 'suggestion', relaxes: ['negations'], idiom: true },
  { words: 'if and when', to: 'when', tier: 'suggestion' },
];

function droppingFirst(words: string): Partial<Phrase> {
  const position = words.split(' ').length - 1;
  return { to: (matched) => matched[position] ?? null };
}

/** PT10: pairs of words that say one thing twice. */
export const redundantPairs: PhraseRule = {
  info: ruleFacts('PT10', 'safe'),
  phrases,
};
