import type { RuleExamples, RuleText } from '../rule.ts';

/** The words on PT04. */
export const pt04: RuleText = {
  title: 'Request as a question',
  why: 'An order is shorter than a question that asks for the same, and cannot be answered with "yes".',
  evidence:
    'Two to four tokens each. Newer models take words literally: "Can you suggest changes?" may get suggestions where the changes were wanted.',
};

/** What PT04 changes, and what it leaves alone. */
export const pt04Examples: RuleExamples = {
  fixes: [
    { before: 'Can you please shorten this letter?', after: 'Shorten this letter.' },
    { before: 'Could you list the rivers of Asia?', after: 'List the rivers of Asia.' },
  ],
  flags: [],
  leaves: [
    'Can you hear me?',
    '- Can you explain it to a friend?',
    'Say: "Can you check the door?"',
    'Ask whether you can help.',
    'Here is {{page}}. Can you tell me the year?',
  ],
};
