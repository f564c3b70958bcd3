import { ruleFacts, type SpanRule } from '../rule.ts';
import { findSentences, type SentenceTable } from './wholeSentences.ts';

const what =
  '(?:all (?:of )?)?(?:your|the) (?:own )?(?:final )?(?:work|answers?|response|output|reasoning|calculations)';
const before =
  '(?: before (?:responding|answering|submitting|finishing|you (?:respond|answer|submit|finish)|giving it))?';

const scaffolds: SentenceTable = {
  dropped: [
    new RegExp(
      `^(?:please |always |then |finally,? )*(?:double[- ]check|verify|review|re-?check|re-?read) ${what}(?: for (?:errors|mistakes|accuracy|correctness)(?: (?:and|or) (?:errors|mistakes|accuracy|correctness|completeness))?)?${before}$`,
    ),
  ],
  advised: [
    /\bif in doubt, use \w/,
    /\bafter every (?:\w+ )?tool calls?\b/,
    /\b(?:explain|show) your reasoning\b/,
    /\b(?:begin|start) your (?:response|answer|reply) with [{<[`"]/,
  ],
  relaxes: ['scope'],
};

/** PT16: help that older models needed and that newer ones take to the letter. */
export const scaffolding: SpanRule = {
  info: ruleFacts('PT16', 'suggestion'),
  sign: /check|verify|review|read|in doubt|after every|your/i,
  suits: ({ model }) => model?.literal === true && model.thinks !== false,
  find: (paragraph) => findSentences(paragraph, scaffolds),
};
