import { edit, type SpanRule } from '../rule.ts';
import { redundantPairs } from './redundantPairs.ts';

const openList =
  /\((?:e\.g\.|such as|for example|for instance|including|like)[^()\n]{3,240}?(,? etc\.?)\)/giu;

/** PT10: "etc." in brackets that say already that they name examples only. */
export const openLists: SpanRule = {
  info: redundantPairs.info,
  sign: /etc/,
  *find({ text }) {
    for (const { index, 0: whole, 1: tail = '' } of text.matchAll(openList)) {
      const end = index + whole.length - 1;
      yield edit('safe', end - tail.length, end, '');
    }
  },
};
