import type { Paragraph } from '../document.ts';
import { type Candidate, ruleFacts, type SpanRule } from '../rule.ts';

const what =
  '(?:all (?:of )?)?(?:your|the) (?:own )?(?:final )?(?:work|answers?|response|output|reasoning|calculations)';
const before =
  '(?: before (?:responding|answering|submitting|finishing|you (?:respond|answer|submit|finish)|giving it))?';
const checks = new RegExp(
  `^(?:please |always |then |finally,? )*(?:double[- ]check|verify|review|re-?check|re-?read) ${what}(?: for (?:errors|mistakes|accuracy|correctness)(?: (?:and|or) (?:errors|mistakes|accuracy|correctness|completeness))?)?${before}$`,
);
const advised: readonly RegExp[] = [
  /\bif in doubt, use \w/,
  /\bafter every (?:\w+ )?tool calls?\b/,
  /\b(?:explain|show) your reasoning\b/,
  /\b(?:begin|start) your (?:response|answer|reply) with [{<[`"]/,
];
const longest = 300;

function* find({ text, sentences, kind }: Paragraph): Iterable<Candidate> {
  if (kind === 'heading') return;
  for (const [i, { start, end }] of sentences.entries()) {
    if (end - start > longest) continue;
    const said = text.slice(start, end).toLowerCase();
    if (checks.test(said.replace(/^[*_\s]+|[.!*_\s]+$/g, ''))) {
      const next = sentences[i + 1]?.start ?? end;
      yield { tier: 'suggestion', start, end: next, replacement: '', relaxes: ['scope'] };
      continue;
    }
    for (const pattern of advised) {
      const match = pattern.exec(said);
      if (match === null) continue;
      yield {
        tier: 'advice',
        start: start + match.index,
        end: start + match.index + match[0].length,
        replacement: null,
      };
    }
  }
}

/** PT16: help that older models needed and that newer ones take to the letter. */
export const scaffolding: SpanRule = {
  info: ruleFacts('PT16', 'suggestion'),
  sign: /check|verify|review|read|in doubt|after every|your/i,
  suits: ({ model }) => model?.literal === true && model.thinks !== false,
  find,
};
