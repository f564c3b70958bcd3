import type { RuleExamples, RuleText } from '../rule.ts';

/** The words on PT14. */
export const pt14: RuleText = {
  title: 'Wrapped order',
  why: 'The verb alone is an order; "you should" before it takes two tokens and reads weaker.',
  evidence:
    'Two tokens each, in one of eleven published prompts. Where a document tells "must" from "should", the words rank its orders and stay.',
};

/** What PT14 changes, and what it leaves alone. */
export const pt14Examples: RuleExamples = {
  fixes: [
    { before: 'You should name the author.', after: 'Name the author.' },
    { before: 'You’ll name the author.', after: 'Name the author.' },
    { before: 'You should only answer once.', after: 'Only answer once.' },
    { before: '- You must always cite the page.', after: '- Always cite the page.' },
    { before: 'If it rains, you need to close the roof.', after: 'If it rains, close the roof.' },
  ],
  flags: [],
  leaves: [
    'You must not skip a step.',
    'You should be brief.',
    'She asks and you should answer.',
    'You must sort.\n\nYou must count.\n\nYou should draw.\n\nYou should print.',
  ],
};
