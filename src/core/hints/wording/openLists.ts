import type { Tier } from '../finding.ts';
import { edit, type SpanRule } from '../rule.ts';
import { redundantPairs } from './redundantPairs.ts';

/** What ends a list or an order and says again what the words before it say. */
const tails: readonly (readonly [Tier, RegExp])[] = [
  ['safe', /\((?:e\.g\.|such as|for example|for instance|including|like)[^()\n]{3,240}?(,? etc\.?)(?=\))/giu],
  ['suggestion', /\bonly\b[^.:;!?\n]{3,200}?(,? and nothing else)(?=[.;!?]|$)/giu],
];

/** PT10: "etc." in brackets that say already that they name examples only, and "nothing else" after "only". */
export const openLists: SpanRule = {
  info: redundantPairs.info,
  sign: /etc|nothing else/,
  *find({ text }) {
    for (const [tier, words] of tails) {
      for (const { index, 0: whole, 1: tail = '' } of text.matchAll(words)) {
        const end = index + whole.length;
        yield edit(tier, end - tail.length, end, '', { relaxes: ['negations'], idiom: true });
      }
    }
  },
};
