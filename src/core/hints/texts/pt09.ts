import type { RuleExamples, RuleText } from '../rule.ts';

/** The words on PT09. */
export const pt09: RuleText = {
  title: 'Noun in place of a verb',
  why: 'The verb of the noun says the same in fewer words.',
  evidence:
    'One to three tokens each. A noun with a length or a form of its own ("a summary of 20 words") stays, and so do adjectives that limit it.',
};

/** What PT09 changes, and what it leaves alone. */
export const pt09Examples: RuleExamples = {
  fixes: [
    { before: 'Provide a summary of the trial.', after: 'Summarize the trial.' },
    { before: 'Perform an analysis of the soil.', after: 'Analyze the soil.' },
    { before: 'Plan a tour with a focus on food.', after: 'Plan a tour focusing on food.' },
    { before: 'Make a decision about whether to stop.', after: 'Decide whether to stop.' },
  ],
  flags: [],
  leaves: [
    'Provide a summary of 20 words.',
    'Provide a brief summary of the trial.',
    'Provide a summary of it in three bullets.',
    'Write a description of the house.',
  ],
};
