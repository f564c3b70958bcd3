import type { RuleExamples, RuleText } from '../rule.ts';

/** The words on PT01. */
export const pt01: RuleText = {
  title: 'Filler phrase',
  why: 'A stock phrase takes several tokens where one word says the same.',
  evidence:
    'About one in a thousand tokens of published prompts goes on such phrases. Dropping them leaves grammar and every constraint as they are; telegraphic text, which drops grammar too, costs accuracy (arXiv 2606.24083).',
};

/** What PT01 changes, and what it leaves alone. */
export const pt01Examples: RuleExamples = {
  fixes: [
    { before: 'Sort the rows in order to find gaps.', after: 'Sort the rows to find gaps.' },
    { before: 'Retry due to the fact that the disk is slow.', after: 'Retry because the disk is slow.' },
    { before: 'In the event that a row is empty, stop.', after: 'If a row is empty, stop.' },
    { before: 'Take into account the reading age.', after: 'Consider the reading age.' },
    { before: 'Make use of the glossary.', after: 'Use the glossary.' },
    { before: 'Quote all of the headings.', after: 'Quote all the headings.' },
    { before: 'Explain it in a clear and concise manner.', after: 'Explain it clearly and concisely.' },
    { before: 'Ensure that the totals add up.', after: 'Ensure the totals add up.' },
    { before: 'Provide me with three names.', after: 'Give me three names.' },
    {
      before: 'I name a city and it will be your job to rate it.',
      after: 'I name a city and you will rate it.',
    },
    { before: 'Reply in the following format:', after: 'Reply in this format:' },
    { before: 'Pick one of the following colours:', after: 'Pick one of these colours:' },
    { before: 'Fix the plan using the following steps.', after: 'Fix the plan using these steps.' },
    { before: 'Come up with five names.', after: 'Propose five names.' },
    { before: 'Say whether or not the test passed.', after: 'Say whether the test passed.' },
    { before: 'List any and all gaps.', after: 'List all gaps.' },
    { before: 'Under no circumstances quote a price.', after: 'Never quote a price.' },
    { before: 'Under no circumstances should you guess.', after: 'Never guess.' },
    { before: 'Give a maximum of three names.', after: 'Give at most three names.' },
  ],
  flags: [],
  leaves: [
    'List the steps in alphabetical order to the left.',
    'Return some or all of the rows.',
    'Not all of the rows matter.',
    'It reads as well as humans do.',
    'Answer it as well as possible.',
    'Answer in a clear way that children enjoy.',
    'Ensure that passes.',
    'Say "in order to" out loud.',
    'Use the keys provided with them.',
    'Sort the rows by the following is odd:',
    'It is in the following chapter.',
    'Stop when one of the following are true:',
    'Do the following steps for each:',
    'Run `make use of` first.',
    'The guide was made use of often.',
    'Pick all of the above.',
    'A plan must pass all of these:',
    'At all times, greet the guests.',
    'Rate it on a range of 0 to 10.',
    'Give it to nobody under no circumstances.',
    'Tell the story in an organized way.',
    'Use the following tools carefully:',
    'Say what a poet could have come up with.',
    'You do not currently have the ability to open files.',
    'Come up with a captivating tale.',
    'Act with respect to the guests.',
    'Ensure that the text is short and that the names are true.',
  ],
};
