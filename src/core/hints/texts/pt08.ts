import type { RuleExamples, RuleText } from '../rule.ts';

/** The words on PT08. */
export const pt08: RuleText = {
  title: 'Relative clause',
  why: 'A participle or an adjective can follow its noun directly.',
  evidence: 'Two to three tokens each; the sentence keeps its grammar and all its words of content.',
};

/** What PT08 changes, and what it leaves alone. */
export const pt08Examples: RuleExamples = {
  fixes: [
    {
      before: 'Use the terms that are listed in the table.',
      after: 'Use the terms listed in the table.',
    },
    { before: 'Name laws which are relevant to the case.', after: 'Name laws relevant to the case.' },
    { before: 'Open the file that is located in the root.', after: 'Open the file in the root.' },
    { before: 'Find tools that can be used to draw maps.', after: 'Find tools to draw maps.' },
  ],
  flags: [],
  leaves: [
    'Show the rules to the user that are listed in the appendix.',
    'Delete the files that are used.',
    'Ensure that is based on facts.',
    'Do all that is required for release.',
    'Skip the parts that are not relevant to us.',
    'The rule, which is based on habit, fails.',
    'Name tools that will be used in the lab.',
    'Name the street where the house is located in winter.',
    'Report the tables located in step 2.',
  ],
};
