import type { RuleExamples, RuleText } from '../rule.ts';

/** The words on PT02. */
export const pt02: RuleText = {
  title: 'Lead-in',
  why: 'The words announce an instruction or a fact without adding to it.',
  evidence:
    'A model reads every sentence of a prompt; telling it to note one, or to make sure to follow it, takes two to six tokens. No test is known in which it changed the answers of a current model.',
};

/** What PT02 changes, and what it leaves alone. */
export const pt02Examples: RuleExamples = {
  fixes: [
    { before: 'Please note that rows may repeat.', after: 'Rows may repeat.' },
    { before: 'Keep in mind that the readers are children.', after: 'The readers are children.' },
    { before: 'It’s worth noting that prices change weekly.', after: 'Prices change weekly.' },
    { before: 'Make sure to name the source.', after: 'Name the source.' },
    { before: 'Sort the list and be sure to name ties.', after: 'Sort the list and name ties.' },
    { before: 'You must make sure to name ties.', after: 'You must name ties.' },
    { before: 'Make sure that the link works.', after: 'Ensure the link works.' },
    { before: 'Make sure you cite the page.', after: 'Cite the page.' },
    { before: '**Note:** rows may come twice.', after: 'Rows may come twice.' },
    { before: 'Remember, the readers are children.', after: 'The readers are children.' },
    { before: 'Read it. Additionally, name the source.', after: 'Read it. Name the source.' },
    { before: "Don't forget to sign the letter.", after: 'Sign the letter.' },
  ],
  flags: [],
  leaves: [
    'I made sure you got it.',
    'Remember, your goal is to please the guests.',
    'Make sure to not guess.',
    'Write a note that fits on a card.',
    'If unsure, tell me to note that down.',
    'Remember to the last detail what happened.',
    'Users remember to save.',
    '- **Note**: rows may come twice here.\n- **Tip**: sort them first of all.',
    'Open the page and note that you did so.',
    'Ask the guests to wait. Note that lunch is late.',
    'If the kitchen is closed, note that guests bring their own food.',
  ],
};
