import type { RuleExamples, RuleText } from '../rule.ts';

/** The words on PT13. */
export const pt13: RuleText = {
  title: 'Over-emphasis',
  why: 'Where everything is critical, nothing is. A plain instruction is followed too.',
  evidence:
    'Anthropic advises to dial back "CRITICAL" and "MUST" for Claude 4.5 and later: they make the model overdo what they mark. Words in capitals also take about one token more for each one to three words.',
};

/** What PT13 changes, and what it leaves alone. */
export const pt13Examples: RuleExamples = {
  fixes: [
    { before: '**IMPORTANT:** Keep the numbers as they are.', after: 'Keep the numbers as they are.' },
    { before: 'CRITICAL: Answer in French.', after: 'Answer in French.' },
    {
      before: 'PLEASE ANSWER IN FRENCH AND EXPLAIN EVERY WORD!',
      after: 'Please answer in French and explain every word!',
    },
  ],
  flags: [],
  leaves: [
    '- CRITICAL: data loss\n- HIGH: a crash\n- LOW: a typo',
    'IMPORTANT',
    'Answer in JSON.',
    'SELECT NAME FROM BIRDS',
  ],
};
