import type { RuleExamples, RuleText } from '../rule.ts';

/** The words on PT10. */
export const pt10: RuleText = {
  title: 'Redundant pair',
  why: 'One of the two words already holds the other.',
  evidence:
    'One to three tokens each. Pairs of near-synonyms that may be two criteria ("accurate and precise") stay.',
};

/** What PT10 changes, and what it leaves alone. */
export const pt10Examples: RuleExamples = {
  fixes: [
    { before: 'Stop when it is absolutely necessary.', after: 'Stop when it is necessary.' },
    { before: 'Reply only with the name, and nothing else.', after: 'Reply only with the name.' },
    { before: 'Show the end result in a table.', after: 'Show the result in a table.' },
    { before: 'Use the exact same layout.', after: 'Use the same layout.' },
    { before: 'My first suggestion request is a map.', after: 'My first request is a map.' },
    { before: 'Combine together both lists.', after: 'Combine both lists.' },
    { before: 'Check each and every row.', after: 'Check every row.' },
    { before: '# Input\n\nINPUT:\n', after: '# Input\n' },
    {
      before: 'Name the parts (e.g., roof, door, etc.) first.',
      after: 'Name the parts (e.g., roof, door) first.',
    },
    { before: 'List a few possible options.', after: 'List a few options.' },
  ],
  flags: [],
  leaves: [
    'Name the roof, the door, etc. first.',
    'Work together with the editor.',
    'Be accurate and precise.',
    'The end of the result is missing.',
    'Put the exact amount in the same cell.',
    'Know the needs of each individual.',
    'Give a brief summary of the plan.',
    'Pick the safest possible options.',
    'Keep the group together.',
    'Do not give up until it works.',
    'Reply with the name, and nothing else.',
    'Show each step, not just the end result.',
    'Grade the method higher than the end result.',
  ],
};
