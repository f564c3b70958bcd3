import type { RuleExamples, RuleText } from '../rule.ts';

/** The words on PT17. */
export const pt17: RuleText = {
  title: 'White space that says nothing',
  why: 'Spaces at the end of a line, doubled spaces and runs of blank lines are tokens without meaning.',
  evidence:
    'Trailing spaces stood in 70 of 307 public prompts; white space that can go held 0.13 % of their tokens.',
};

/** What PT17 changes, and what it leaves alone. */
export const pt17Examples: RuleExamples = {
  fixes: [
    { before: 'Sort the list.  Then print it.', after: 'Sort the list. Then print it.' },
    { before: 'Sort the list.\n\n   \n\n\nPrint it.', after: 'Sort the list.\n\nPrint it.' },
    { before: '-   Sort the list.\n-   Print it.', after: '- Sort the list.\n- Print it.' },
    {
      before: '        Sort the list.\n        Print it, then stop.\n        Say nothing more.',
      after: 'Sort the list.\nPrint it, then stop.\nSay nothing more.',
    },
  ],
  flags: [],
  leaves: [
    'First line  \nsecond line, kept apart from it.',
    '- fruit\n    - apples\n    - pears',
    '```\na  =  1\n\n\n\nb  =  2\n```',
    'Name:   Ann\nTown:   Bonn',
    'The sums are 17,  10 and 19.',
    '1.  Sort the list.\n    Begin with the names.\n2.  Print it.',
  ],
};
