import { determiners, orderVerbs, stativeVerbs, wordSet } from '../vocabulary.ts';
import type { Phrase, PhraseContext, PhraseRule } from './phrase.ts';

const subjects = new Set([...determiners].filter((word) => word !== 'that' && word !== 'such'));
const givesOrder = ({ next }: PhraseContext): boolean =>
  next !== '' && !determiners.has(next) && !stativeVerbs.has(next);
const says = (words: string): Phrase => ({
  words,
  to: '',
  tier: 'safe',
  at: 'clause',
  besideLimiters: true,
  notNext: wordSet('not only'),
  notPrev: wordSet('please always also then'),
});
const ensure = (words: string, to: string): Phrase => ({ words, to, tier: 'safe', next: subjects });

const phrases: readonly Phrase[] = [
  says('(please) note|remember that'),
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
  info: {
    id: 'PT02',
    title: 'Lead-in',
    why: 'The words announce an instruction or a fact without adding to it.',
    evidence:
      'A model reads every sentence of a prompt; telling it to note one, or to make sure to follow it, takes two to six tokens. No test is known in which it changed the answers of a current model.',
    tier: 'safe',
    defaultOn: true,
    offFor: [],
    rank: 0,
    examples: {
      fixes: [
        { before: 'Please note that rows may repeat.', after: 'Rows may repeat.' },
        { before: 'Keep in mind that the readers are children.', after: 'The readers are children.' },
        { before: 'Make sure to name the source.', after: 'Name the source.' },
        { before: 'Sort the list and be sure to name ties.', after: 'Sort the list and name ties.' },
        { before: 'Make sure that the link works.', after: 'Ensure the link works.' },
        { before: 'Make sure you cite the page.', after: 'Cite the page.' },
        { before: "Don't forget to sign the letter.", after: 'Sign the letter.' },
      ],
      flags: [],
      leaves: [
        'I made sure you got it.',
        'Make sure to not guess.',
        'Write a note that fits on a card.',
        'If unsure, tell me to note that down.',
        'Remember to the last detail what happened.',
        'Users remember to save.',
      ],
    },
  },
  phrases,
};
