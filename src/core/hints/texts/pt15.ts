import type { RuleExamples, RuleText } from '../rule.ts';

/** The words on PT15. */
export const pt15: RuleText = {
  title: 'Ritual',
  why: 'The sentence asks for what a thinking model does anyway, or for nothing that it could do differently.',
  evidence:
    'Tips, threats, deep breaths and expert personas show no gain in accuracy on current models. Silent where the chosen model runs with thinking off: there the words may be all the thinking it does. Check the answers with Compare.',
};

/** What PT15 changes, and what it leaves alone. */
export const pt15Examples: RuleExamples = {
  fixes: [
    {
      before: 'Read the plan. Take a deep breath. Name its gaps.',
      after: 'Read the plan. Name its gaps.',
    },
    { before: 'Solve it.\n\nThink step by step.\n\nName the sum.', after: 'Solve it.\n\nName the sum.' },
    { before: 'Sort all names to the best of your ability.', after: 'Sort all names.' },
    { before: 'Sort all names. Do your best.', after: 'Sort all names.' },
  ],
  flags: [
    'You are a baker with 20 years of experience.',
    'You will be punished for a wrong answer.',
    'I will tip you $100.',
  ],
  leaves: [
    'Describe step by step how bread is made.',
    '1. Think step by step.\n2. Answer.',
    'Take a step back from the edge and look down.',
  ],
};
