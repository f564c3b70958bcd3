import type { RuleExamples, RuleText } from '../rule.ts';

/** The words on PT21. */
export const pt21: RuleText = {
  title: 'Length limited in words',
  why: 'Models count words badly; they keep a number of sentences, bullets or paragraphs.',
  evidence: 'Anthropic advises limits in sentences or paragraphs. 24 of 307 public prompts count words.',
};

/** What PT21 changes, and what it leaves alone. */
export const pt21Examples: RuleExamples = {
  fixes: [],
  flags: ['Describe the hotel in about 100 words.', 'Reply in 40-60 words.'],
  leaves: [
    'Write a headline of 30 words.',
    'Use sentences of 15 words.',
    'Each part needs at least 200 words.',
    'Each part needs 200 words minimum.',
    'If the letter has more than 500 words, shorten it.',
  ],
};
