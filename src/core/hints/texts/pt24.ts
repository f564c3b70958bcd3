import type { RuleExamples, RuleText } from '../rule.ts';

/** The words on PT24. */
export const pt24: RuleText = {
  title: 'Told more than once to leave explanations out',
  why: 'One line that says what to output covers the others; a model does not need to hear it twice.',
  evidence: 'In public prompts such lines came in twos and threes, often copied from prompt to prompt.',
};

/** What PT24 changes, and what it leaves alone. */
export const pt24Examples: RuleExamples = {
  fixes: [
    {
      before: 'Return only the translated text. Do not translate names. Do not write explanations.',
      after: 'Return only the translated text. Do not translate names.',
    },
    {
      before: '- Do not add notes or comments.\n- Use British spelling.\n- Do not write comments.\n',
      after: '- Do not add notes or comments.\n- Use British spelling.\n',
    },
  ],
  flags: [],
  leaves: [
    'Return only the translated text. Do not explain the grammar unless I ask.',
    'Do not add comments to the code. No warnings.',
    'If the text is short, output only its title. Do not write explanations.',
  ],
};
