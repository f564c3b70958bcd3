import { ruleFacts } from '../rule.ts';
import { baseOfGerund, orderVerbs, stativeVerbs, wordSet } from '../vocabulary.ts';
import type { Phrase, PhraseContext, PhraseRule } from './phrase.ts';

const notOrders = new Set([...stativeVerbs, ...wordSet('not no never the a an to imagine pretend think')]);

// Two verbs that hang on one "to" would fall apart: "to read it and to judge it".
const hasSecondTo = ({ after }: PhraseContext): boolean =>
  /(?:,|\band|\bor|\bbut|\bthen|;)(?: \w+)? (?:not )?to \w/.test(after);
// "Act as a guide and you will see" would promise something.
const hasSecondSubject = ({ after }: PhraseContext): boolean =>
  /\b(?:and|but|so) (?:you|i|we)(?:['’]ll)? \w/.test(after);
// "Your job is not to rank. Your job is to compare.": the second says it against the first.
const isContrast = ({ preceding }: PhraseContext): boolean =>
  /\b(?:is|are|am|do|want you) not\b|n['’]t\b/.test(preceding) && /\byour? \w+|\bi want\b/.test(preceding);
const isWhole = (context: PhraseContext): boolean =>
  context.next !== '' &&
  !hasSecondTo(context) &&
  !hasSecondSubject(context) &&
  !isContrast(context) &&
  !/\bremember\W*$/.test(context.before);
// "In this chat, I want you to …": a setting alone may stand before an order.
const followsSetting = ({ before }: PhraseContext): boolean =>
  /^(?:in|for|from|at|during) [^,]*,\s*$/.test(before);
// "As an old hand, your job is to …".
const followsRole = ({ before }: PhraseContext): boolean => /^as an? [^.:;]*,\s*$/.test(before);
const announcesList = ({ after }: PhraseContext): boolean => /^[*_]*:/.test(after);

const order = (words: string, tier: Phrase['tier'] = 'safe'): Phrase => ({
  words,
  to: '',
  tier,
  at: 'sentence',
  notNext: notOrders,
  when: isWhole,
  besideLimiters: true,
  ...(tier === 'suggestion' && { relaxes: ['modals'] }),
});

const phrases: readonly Phrase[] = [
  order('i want you to'),
  order("i'd like you to"),
  { ...order('i want you to'), at: 'clause', when: (context) => isWhole(context) && followsSetting(context) },
  order('i would like you to', 'suggestion'),
  order('i need you to', 'suggestion'),
  order('your task|job|role is to'),
  {
    ...order('your task|job|role is to'),
    at: 'clause',
    when: (context) => isWhole(context) && followsRole(context),
  },
  // What is aimed at rather than done, as in "to increase the sales", is more than an order.
  { ...order('your goal|mission|objective is to'), next: orderVerbs },
  order('your goal|mission|objective is to', 'suggestion'),
  order(
    'your (main|primary|overall) task|job|goal|mission|objective|role|purpose|responsibility is to',
    'suggestion',
  ),
  order('it is your job|task to', 'suggestion'),
  order('your task|job|role will be to', 'suggestion'),
  order('you have been asked|instructed|assigned to'),
  order('you are asked|instructed|required|expected to', 'suggestion'),
  order('you are to', 'suggestion'),
  order('the goal|aim|objective|purpose of this prompt|task is to', 'suggestion'),
  ...['you are', "you're", 'you have been', "you've been"].map(
    (subject): Phrase => ({
      words: `${subject} tasked with *`,
      to: (words) => baseOfGerund(words.at(-1) ?? ''),
      tier: 'safe',
      at: 'sentence',
      when: ({ after }) => !/\b(?:and|or) \w+ing\b/.test(after),
    }),
  ),
  { words: 'you will|should act as', to: 'act as', tier: 'suggestion', at: 'sentence', relaxes: ['modals'] },
  {
    words: 'your task|job|goal|mission|role is to',
    to: ([, noun]) => `your ${noun}`,
    tier: 'safe',
    at: 'sentence',
    when: announcesList,
  },
  {
    words: 'as an ai (language) (model) (assistant)',
    to: '',
    tier: 'suggestion',
    at: 'sentence',
    withComma: true,
    next: orderVerbs,
    when: ({ after }) => after.startsWith(','),
  },
];

/** PT03: words before the order that say that an order follows. */
export const preambles: PhraseRule = {
  info: ruleFacts('PT03', 'safe'),
  phrases,
};
