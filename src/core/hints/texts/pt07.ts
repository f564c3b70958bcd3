import type { RuleExamples, RuleText } from '../rule.ts';

/** The words on PT07. */
export const pt07: RuleText = {
  title: 'Intensifier',
  why: 'What is important stays important without "very".',
  evidence:
    'One token each, about one in 7,000 tokens of published prompts. Newer models follow plain words; strengthened ones make them overdo it (Anthropic, prompt guidance for Claude 4.5 and later).',
};

/** What PT07 changes, and what it leaves alone. */
export const pt07Examples: RuleExamples = {
  fixes: [
    { before: 'It is very important to name the source.', after: 'It is important to name the source.' },
    { before: 'Give a very clear reason.', after: 'Give a clear reason.' },
    { before: 'This is an extremely useful list.', after: 'This is a useful list.' },
    { before: 'You must strictly follow the layout.', after: 'You must follow the layout.' },
  ],
  flags: [],
  leaves: [
    'The answer is not very clear.',
    '"A - Crystal" -- The style is very clear.\n"B - Clean" -- The style is clear with a few slips.',
    'Say how very important it is.',
    'Rate it from very useful to not useful.',
    'Keep it very short.',
    'Draw it in a highly detailed style.',
    'Rate it from 0 (not very clear) to 10 (very clear).',
    'CRITICAL: marks extremely important steps.',
    '- 4 points: the essay is very clearly argued.',
  ],
};
