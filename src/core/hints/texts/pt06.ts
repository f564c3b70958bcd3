import type { RuleExamples, RuleText } from '../rule.ts';

/** The words on PT06. */
export const pt06: RuleText = {
  title: 'Hedge',
  why: 'A hedge leaves the model to decide whether the instruction holds. Say when it holds, or drop the hedge.',
  evidence:
    'A matter of clarity, not of tokens: newer models follow instructions to the letter, hedges included. "As needed" and "where appropriate" are real conditions and are not reported.',
};

/** What PT06 changes, and what it leaves alone. */
export const pt06Examples: RuleExamples = {
  fixes: [],
  flags: [
    'Try to name the source.',
    'Maybe add a map.',
    'Name the author if possible.',
    'It would be nice if it rhymed.',
  ],
  leaves: [
    'If the user tries to leave, ask why.',
    'Add headings as needed.',
    'Name what kind of bird it is.',
  ],
};
