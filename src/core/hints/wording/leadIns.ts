import { ruleFacts } from '../rule.ts';
import { determiners, orderVerbs, stativeVerbs, wordSet } from '../vocabulary.ts';
import type { Guards, PhraseContext, PhraseRule } from './phrase.ts';

const givesOrder = ({ next }: PhraseContext): boolean =>
  next !== '' && !determiners.has(next) && !stativeVerbs.has(next);
const modal = wordSet('should must will to');
const afterModal = (context: PhraseContext): boolean =>
  modal.has(context.previous) && orderVerbs.has(context.next);
const says: Guards = {
  at: 'clause',
  besideLimiters: true,
  notNext: wordSet('not only'),
  notPrev: wordSet('please always also then'),
};
// "Tell the guest …. Note that …", "- Note that …" among orders and "If it is, note that …" may say what to tell or to
// write down.
const reports = /^\W*(?:please )?(?:ask|tell|explain|inform|let|mention|remind|say|warn|advise)\b/;
const condition = /^\W*(?:if|when)\b/;
const isAside = ({ previous, before, preceding, inList }: PhraseContext): boolean =>
  previous !== 'and' && !condition.test(before) && !(inList && preceding === '') && !reports.test(preceding);
const opensClause = new Set([...determiners].filter((word) => word !== 'that' && word !== 'such'));
/** Where "that" before a clause can go; "ensure that it is short and that it is true" needs both. */
export const droppedThat: Guards = {
  next: opensClause,
  when: ({ after }) => !/(?:\band|\bor|\bbut|,) that\b/.test(after),
};
const orders: Guards = { at: 'clause', when: givesOrder };
const important = 'important|essential|crucial|critical|vital';
const note = 'note|remember|mention|understand|realize|emphasize';

/** PT02: words that only announce that something is said. */
export const leadIns: PhraseRule = {
  info: ruleFacts('PT02', 'safe'),
  tables: [
    [{ ...says, when: isAside }, '(please) note that'],
    [
      says,
      `
(please) remember that, (please) keep|bear in mind that, (please) be aware|advised that
it is ${important} to ${note} that, it's ${important} to ${note} that
it is ${important} to keep|bear in mind that
it is worth noting|mentioning|remembering that, it's worth noting|mentioning|remembering that
`,
    ],
    [orders, 'make|be sure to, remember to'],
    [{ when: afterModal }, 'make|be sure to, remember to'],
    [{ at: 'clause', next: orderVerbs }, 'make sure (that) you, ensure (that) you'],
    [
      droppedThat,
      `
make sure (that): ensure
making sure (that): ensuring
makes sure (that): ensures
`,
    ],
    [{ ...droppedThat, at: 'sentence' }, 'be sure (that): ensure'],
    [
      {
        ...says,
        at: 'sentence',
        withComma: true,
        // "Remember, your goal is to win" recalls an order that a bare verb would give anew.
        next: opensClause,
        notNext: wordSet('your'),
      },
      'remember',
    ],
  ],
  suggestions: [
    [
      {
        ...says,
        at: 'sentence',
        when: ({ preceding, inList }) => inList && preceding === '',
      },
      'note that',
    ],
    [{ ...says, relaxes: ['modals'] }, 'it should be noted that, you should note|know|remember that'],
    [{ ...orders, relaxes: ['negations'], idiom: true }, "don't forget to, do not forget to"],
    [
      { at: 'sentence', next: orderVerbs },
      `it is ${important}|necessary|imperative to, it is ${important}|necessary|imperative that you`,
    ],
    [{ at: 'sentence', withComma: true }, 'additionally|furthermore|moreover'],
  ],
};
