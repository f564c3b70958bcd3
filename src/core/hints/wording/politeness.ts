import { ruleFacts, type SpanRule } from '../rule.ts';
import { orderVerbs, wordSet } from '../vocabulary.ts';
import type { PhraseRule } from './phrase.ts';
import { findSentences, type SentenceTable } from './wholeSentences.ts';

/** PT05: courtesy, which a person may want to keep; off unless asked for. */
export const politeness: PhraseRule = {
  info: ruleFacts('PT05', 'suggestion', { defaultOn: false }),
  tables: [
    [
      {
        at: 'clause',
        next: new Set([...orderVerbs, ...wordSet("do be don't also ensure")]),
        besideLimiters: true,
      },
      'please|kindly',
    ],
    [
      { at: 'sentence', next: orderVerbs, relaxes: ['modals'] },
      "i'd appreciate|appreciated it if you could|would, i would appreciate it if you could|would",
    ],
  ],
};

const thanks: SentenceTable = {
  dropped: [
    /^(?:thank you|thanks|many thanks)(?: (?:very much|so much|a lot))?(?: in advance)?(?: for your (?:help|time|work))?$/,
  ],
  advised: [],
  relaxes: [],
};

/** PT05: thanks as a sentence of its own. */
export const thankSentences: SpanRule = {
  info: politeness.info,
  sign: /thank/i,
  find: (paragraph) => findSentences(paragraph, thanks),
};
