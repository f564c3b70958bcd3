import type { RuleExamples, RuleText } from '../rule.ts';

/** The words on PT29. */
export const pt29: RuleText = {
  title: 'Long description',
  why: 'The description is in every conversation, so that the model knows when to use the rest; the body is loaded only then.',
  evidence:
    'Anthropic reckons with about 100 tokens for name and description of a skill, and takes 1,024 characters at most.',
};

/** What PT29 changes, and what it leaves alone. */
export const pt29Examples: RuleExamples = {
  kind: 'skill',
  fixes: [],
  flags: [
    `---\nname: letters\ndescription: ${'Writes letters to guests of the hotel, in their language. '.repeat(14)}\n---\n\nWrite.`,
  ],
  leaves: [
    '---\nname: letters\ndescription: Writes letters to guests. Use when a guest has to be told something.\n---\n\nWrite.',
  ],
};
