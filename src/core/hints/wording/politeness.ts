import { orderVerbs, wordSet } from '../vocabulary.ts';
import type { PhraseRule } from './phrase.ts';

/** PT05: courtesy, which a person may want to keep; off unless asked for. */
export const politeness: PhraseRule = {
  info: {
    id: 'PT05',
    title: 'Courtesy',
    why: 'Courtesy takes a token a time. Whether to keep it is a matter of taste, so the rule is off by default.',
    evidence:
      'One token each, about one in 5,000 tokens. Studies of politeness in prompts disagree on its effect on answers; nothing is claimed here but the tokens.',
    tier: 'suggestion',
    defaultOn: false,
    offFor: [],
    rank: 0,
    examples: {
      fixes: [
        { before: 'Please name three lakes.', after: 'Name three lakes.' },
        { before: 'Sort them and please keep ties.', after: 'Sort them and keep ties.' },
        { before: "I'd appreciate it if you could cite pages.", after: 'Cite pages.' },
      ],
      flags: [],
      leaves: ['Write it to please the jury.', 'Start with "Please hold the line".', 'Feel free to guess.'],
    },
  },
  phrases: [
    {
      words: 'please|kindly',
      to: '',
      tier: 'suggestion',
      at: 'clause',
      next: new Set([...orderVerbs, ...wordSet("do be don't also ensure")]),
      besideLimiters: true,
    },
    {
      words: "i'd appreciate|appreciated it if you could|would",
      to: '',
      tier: 'suggestion',
      at: 'sentence',
      next: orderVerbs,
      relaxes: ['modals'],
    },
    {
      words: 'i would appreciate it if you could|would',
      to: '',
      tier: 'suggestion',
      at: 'sentence',
      next: orderVerbs,
      relaxes: ['modals'],
    },
  ],
};
