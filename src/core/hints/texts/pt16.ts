import type { RuleExamples, RuleText } from '../rule.ts';

/** The words on PT16. */
export const pt16: RuleText = {
  title: 'Obsolete scaffolding',
  why: 'Newer models check their work by themselves and take such a sentence as one more task.',
  evidence:
    'Anthropic’s guidance for literal models (4.7, 5 and later): drop scaffolding that made up for older ones. Shown only where the chosen model is one of them and thinks. Check the answers with Compare.',
};

/** What PT16 changes, and what it leaves alone. */
export const pt16Examples: RuleExamples = {
  fixes: [{ before: 'Add the sums. Double-check your work.', after: 'Add the sums.' }],
  flags: ['Explain your reasoning.', 'If in doubt, use the search tool.'],
  leaves: ['Verify that the links work.', 'Review the answers of the class.'],
  model: { thinks: null, literal: true },
};
