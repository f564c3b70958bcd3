import type { RuleExamples, RuleText } from '../rule.ts';

/** The words on PT23. */
export const pt23: RuleText = {
  title: 'Asks for reasoning and for the answer alone',
  why: 'The model can follow one of the two. What it writes as reasoning is output, which is slow and dear; thinking is set by the parameters of the request.',
  evidence:
    '14 of 307 public prompts ask for both. Anthropic advises to let the model think (thinking and effort) rather than to ask for steps in the answer. Check the answers with Compare.',
};

/** What PT23 changes, and what it leaves alone. */
export const pt23Examples: RuleExamples = {
  fixes: [],
  flags: ['Think step by step about the best route.\n\nOnly output the name of the last stop.'],
  leaves: [
    'Think step by step in <thinking> tags.\n\nOnly output the name of the last stop after them.',
    'Write a guide that explains the route step by step. Only output Markdown.',
    'Think step by step about the best route.',
    'Think step by step. Send ASCII-only output.',
    'Think step by step. The only output format is Markdown.',
  ],
};
