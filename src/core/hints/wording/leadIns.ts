import { ruleFacts } from '../rule.ts';
import { determiners, orderVerbs, stativeVerbs, wordSet } from '../vocabulary.ts';
import type { Phrase, PhraseContext, PhraseRule } from './phrase.ts';

const subjects = new Set([...determiners].filter((word) => word !== 'that' && word !== 'such'));
const givesOrder = ({ next }: PhraseContext): boolean =>
  next !== '' && !determiners.has(next) && !stativeVerbs.has(next);
const modal = wordSet('should must will to');
const afterModal = (context: PhraseContext): boolean =>
  modal.has(context.previous) && orderVerbs.has(context.next);
const says: Partial<Phrase> = {
  at: 'clause',
  besideLimiters: true,
  notNext: wordSet('not only'),
  notPrev: wordSet('please always also then'),
};
// "Tell the guest …. Note that …" and "- Note that …" among orders may say what to tell or to write down.
const reports = /^\W*(?:please )?(?:ask|tell|explain|inform|let|mention|remind|say|warn|advise)\b/;
const isAside = ({ previous, preceding, inList }: PhraseContext): boolean =>
  previous !== 'and' && !(inList && preceding === '') && !reports.test(preceding);
const ensure: Partial<Phrase> = {
  next: subjects,
  when: ({ after }) => !/(?:\band|\bor|\bbut|,) that\b/.test(after),
};
const orders: Partial<Phrase> = { at: 'clause', when: givesOrder };
const important = 'important|essential|crucial|critical|vital';
const note = 'note|remember|mention|understand|realize|emphasize';

/** PT02: words that only announce that something is said. */
export const leadIns: PhraseRule = {
  info: ruleFacts('PT02', 'safe'),
  tables: [
    [{ ...says, when: isAside }, '(please) note that'],
    [
      {
        ...says,
        tier: 'suggestion',
        at: 'sentence',
        when: ({ preceding, inList }) => inList && preceding === '',
      },
      'note that',
    ],
    [
      says,
      `
(please) remember that, (please) keep|bear in mind that, (please) be aware|advised that
it is ${important} to ${note} that, it's ${important} to ${note} that
it is ${important} to keep|bear in mind that
it is|it's worth noting|mentioning|remembering that
`,
    ],
    [
      { ...says, tier: 'suggestion', relaxes: ['modals'] },
      'it should be noted that, you should note|know|remember that',
    ],
    [orders, 'make|be sure to, remember to'],
    [{ when: afterModal }, 'make|be sure to, remember to'],
    [{ at: 'clause', next: orderVerbs }, 'make sure (that) you, ensure (that) you'],
    [
      ensure,
      `
make sure (that): ensure
making sure (that): ensuring
makes sure (that): ensures
`,
    ],
    [{ ...ensure, at: 'sentence' }, 'be sure (that): ensure'],
    [
      { ...orders, tier: 'suggestion', relaxes: ['negations'], idiom: true },
      "don't forget to, do not forget to",
    ],
    [
      { tier: 'suggestion', at: 'sentence', next: orderVerbs },
      `it is ${important}|necessary|imperative to, it is ${important}|necessary|imperative that you`,
    ],
  ],
};
