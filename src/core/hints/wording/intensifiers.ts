import { ruleFacts } from '../rule.ts';
import { orderVerbs, wordSet } from '../vocabulary.ts';
import type { PhraseContext, PhraseRule } from './phrase.ts';

const degrees = wordSet('not too so how as neither nor or than either');
const plain = wordSet(
  'important essential critical crucial vital clear careful helpful useful valuable powerful capable precise accurate',
  'relevant effective carefully clearly precisely',
);
const graded = wordSet(
  'detailed thorough concise brief simple specific smart talented skilled experienced knowledgeable qualified intelligent',
  'comprehensive informative creative efficient organized structured good interesting strong easy',
);
const isGrade =
  /^\W*(?:(?:critical|high|medium|low|severe|major|minor)\b[^:]{0,20}:|\d\S* (?:points?|stars?)\b)/;
// How much is what such an order is about: "be extremely critical".
const be = wordSet('be being stay remain become');
// "Very clear to somewhat clear" is a scale.
const isScale = ({ before, after }: PhraseContext): boolean =>
  /\b(?:to|or) (?:not|somewhat|slightly|un\w+)\b/.test(after) ||
  /\d\s*[-–—:=(]*\s*$/.test(before) ||
  isGrade.test(before);

/** PT07: words that strengthen a word which is strong already. */
export const intensifiers: PhraseRule = {
  info: ruleFacts('PT07', 'safe'),
  tables: [
    [
      {
        next: plain,
        notPrev: degrees,
        when: (context) => !isScale(context) && !be.has(context.previous),
      },
      'very|really|extremely|incredibly|truly|absolutely|super',
    ],
  ],
  suggestions: [
    [
      {
        next: graded,
        notPrev: degrees,
        when: (context) => !isScale(context) && !context.after.startsWith(' detailed'),
      },
      'very|really|extremely|incredibly|truly|absolutely|super|highly',
    ],
    [{ next: plain, notPrev: degrees }, 'highly'],
    [{ next: orderVerbs }, 'must strictly: must'],
  ],
};
