import type { RuleExamples, RuleText } from '../rule.ts';

/** The words on PT25. */
export const pt25: RuleText = {
  title: 'Variable before a long fixed part',
  why: 'A cached prefix ends at the first difference. With the variables last, all that is before them can be read from the cache.',
  evidence:
    'Reading from the cache costs a tenth of the input price (Anthropic’s price list). Long documents are exempt: they belong before the instructions.',
};

/** What PT25 changes, and what it leaves alone. */
export const pt25Examples: RuleExamples = {
  fixes: [],
  flags: [
    `Write to {{guest}} about the stay.\n\n${'Mention the garden, the pool and the breakfast, and say when they open.\n\n'.repeat(24)}`,
  ],
  leaves: [
    'Write to {{guest}} about the stay.',
    `${'Mention the garden, the pool and the breakfast, and say when they open.\n\n'.repeat(24)}Write to {{guest}}.`,
    `<document>{{document}}</document>\n\n${'Mention the garden, the pool and the breakfast, and say when they open.\n\n'.repeat(24)}`,
  ],
};
