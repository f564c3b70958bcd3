import { ruleFacts } from '../rule.ts';
import { determiners, orderVerbs, stativeVerbs, wordSet } from '../vocabulary.ts';
import type { Phrase, PhraseContext, PhraseRule } from './phrase.ts';

const subjects = new Set([...determiners].filter((word) => word !== 'that' && word !== 'such'));
const givesOrder = ({ next }: PhraseContext): boolean =>
  next !== '' && !determiners.has(next) && !stativeVerbs.has(next);
const modal = wordSet('should must will to');
const afterModal = (context: PhraseContext): boolean =>
  modal.has(context.previous) && orderVerbs.has(context.next);
const says = (words: string): Phrase => ({
  words,
  to: '',
  tier: 'safe',
  at: 'clause',
  besideLimiters: true,
  notNext: wordSet('not only'),
  notPrev: wordSet('please always also then'),
});
// "Tell the guest …. Note that …" and "- Note that …" among orders may say what to tell or to write down.
const reports = /^\W*(?:please )?(?:ask|tell|explain|inform|let|mention|remind|say|warn|advise)\b/;
const isAside = ({ previous, preceding, inList }: PhraseContext): boolean =>
  previous !== 'and' && !(inList && preceding === '') && !reports.test(preceding);
const ensure = (words: string, to: string): Phrase => ({
  words,
  to,
  tier: 'safe',
  next: subjects,
  when: ({ after }) => !/(?:\band|\bor|\bbut|,) that\b/.test(after),
});

const phrases: readonly Phrase[] = [
  { ...says('(please) note that'), when: isAside },
  {
    ...says('note that'),
    tier: 'suggestion',
    at: 'sentence',
    when: ({ preceding, inList }) => inList && preceding === '',
  },
  says('(please) remember that'),
  says('(please) keep|bear in mind that'),
  says('(please) be aware|advised that'),
  says(
    'it is important|essential|crucial|critical|vital to note|remember|mention|understand|realize|emphasize that',
  ),
  says(
    "it's important|essential|crucial|critical|vital to note|remember|mention|understand|realize|emphasize that",
  ),
  says('it is important|essential|crucial|critical|vital to keep|bear in mind that'),
  says("it is|it's worth noting|mentioning|remembering that"),
  { ...says('it should be noted that'), tier: 'suggestion', relaxes: ['modals'] },
  { ...says('you should note|know|remember that'), tier: 'suggestion', relaxes: ['modals'] },
  { words: 'make|be sure to', to: '', tier: 'safe', at: 'clause', when: givesOrder },
  { words: 'remember to', to: '', tier: 'safe', at: 'clause', when: givesOrder },
  { words: 'make|be sure to', to: '', tier: 'safe', when: afterModal },
  { words: 'remember to', to: '', tier: 'safe', when: afterModal },
  { words: 'make sure (that) you', to: '', tier: 'safe', at: 'clause', next: orderVerbs },
  { words: 'ensure (that) you', to: '', tier: 'safe', at: 'clause', next: orderVerbs },
  ensure('make sure (that)', 'ensure'),
  ensure('making sure (that)', 'ensuring'),
  ensure('makes sure (that)', 'ensures'),
  { ...ensure('be sure (that)', 'ensure'), at: 'sentence' },
  {
    words: "don't forget to",
    to: '',
    tier: 'suggestion',
    at: 'clause',
    when: givesOrder,
    relaxes: ['negations'],
    idiom: true,
  },
  {
    words: 'do not forget to',
    to: '',
    tier: 'suggestion',
    at: 'clause',
    when: givesOrder,
    relaxes: ['negations'],
    idiom: true,
  },
  {
    words: 'it is important|essential|crucial|critical|vital|necessary|imperative to',
    to: '',
    tier: 'suggestion',
    at: 'sentence',
    next: orderVerbs,
  },
  {
    words: 'it is important|essential|crucial|critical|vital|necessary|imperative that you',
    to: '',
    tier: 'suggestion',
    at: 'sentence',
    next: orderVerbs,
  },
];

/** PT02: words that only announce that something is said. */
export const leadIns: PhraseRule = {
  info: ruleFacts('PT02', 'safe'),
  phrases,
};
