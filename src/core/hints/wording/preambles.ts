import { ruleFacts } from '../rule.ts';
import { baseOfGerund, orderVerbs, stativeVerbs, wordSet } from '../vocabulary.ts';
import type { Guards, PhraseContext, PhraseRule } from './phrase.ts';

const notOrders = new Set([...stativeVerbs, ...wordSet('not no never the a an to imagine pretend think')]);

// Two verbs that hang on one "to" would fall apart: "to read it and to judge it".
const hasSecondTo = ({ after }: PhraseContext): boolean =>
  /(?:,|\band|\bor|\bbut|\bthen|;)(?: (?:then|also|\w+ly))? (?:not )?to \w/.test(after);
// "Act as a guide and you will see" would promise something.
const hasSecondSubject = ({ after }: PhraseContext): boolean =>
  /\b(?:and|but|so) (?:you|i|we)(?:['’]ll)? \w/.test(after.replace(/, (?:you|i|we) .*/s, ''));
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
// "As an old hand, your job is to …", "As Hostbot, …", "Given a text, …", but not "As you know, …".
const followsRole = ({ before }: PhraseContext): boolean =>
  /^(?:as (?!(?:you|we|i|it|if|soon|long)\b)[^.:;]*|(?:given|based on|after|when|if) [^.:;,]*),\s*$/.test(
    before,
  );
const announcesList = ({ after }: PhraseContext): boolean => /^[*_]*:/.test(after);

const gerund: Guards = {
  make: (words) => baseOfGerund(words.at(-1) ?? ''),
  at: 'sentence',
  when: ({ after }) => !/\b(?:and|or) \w+ing\b/.test(after),
};
const order: Guards = { at: 'sentence', notNext: notOrders, when: isWhole, besideLimiters: true };
const afterClause = (follows: (context: PhraseContext) => boolean): Guards => ({
  ...order,
  at: 'clause',
  when: (context) => isWhole(context) && follows(context),
});

/** PT03: words before the order that say that an order follows. */
export const preambles: PhraseRule = {
  info: ruleFacts('PT03', 'safe'),
  tables: [
    [
      order,
      "i want you to, i'd like you to, your task|job|role is to, you have been asked|instructed|assigned to",
    ],
    [afterClause(followsSetting), 'i want you to'],
    [afterClause(followsRole), 'your task|job|role is to'],
    // What is aimed at rather than done, as in "to increase the sales", is more than an order.
    [{ ...order, next: orderVerbs }, 'your goal|mission|objective is to'],
    [
      gerund,
      "you are tasked with *, you're tasked with *, you have been tasked with *, you've been tasked with *",
    ],
    [{ at: 'sentence', when: announcesList }, 'your task|job|goal|mission|role is to: your $2'],
  ],
  suggestions: [
    [
      { ...order, relaxes: ['modals'] },
      `
i would like you to, i need you to
your goal|mission|objective is to
your (main|primary|overall) task|job|goal|mission|objective|role|purpose|responsibility is to
it is your job|task to, your task|job|role will be to
you are asked|instructed|required|expected to, you are to
the goal|aim|objective|purpose of this prompt|task is to
`,
    ],
    [gerund, 'you are responsible for *'],
    [{ at: 'sentence', relaxes: ['modals'] }, 'you will|should act as: act as'],
    [
      {
        at: 'sentence',
        withComma: true,
        next: orderVerbs,
      },
      'as an ai (language) (model) (assistant)',
    ],
  ],
};
