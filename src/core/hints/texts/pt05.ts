import type { RuleExamples, RuleText } from '../rule.ts';

/** The words on PT05. */
export const pt05: RuleText = {
  title: 'Courtesy',
  why: 'Courtesy takes a token a time. Whether to keep it is a matter of taste, so the rule is off by default.',
  evidence:
    'One token each, about one in 5,000 tokens. Studies of politeness in prompts disagree on its effect on answers; nothing is claimed here but the tokens.',
};

/** What PT05 changes, and what it leaves alone. */
export const pt05Examples: RuleExamples = {
  fixes: [
    { before: 'Please name three lakes.', after: 'Name three lakes.' },
    { before: 'Sort them and please keep ties.', after: 'Sort them and keep ties.' },
    { before: 'Name three lakes. Thank you very much!', after: 'Name three lakes.' },
    { before: "I'd appreciate it if you could cite pages.", after: 'Cite pages.' },
  ],
  flags: [],
  leaves: [
    'Thank you cards are sold out.',
    'Write it to please the jury.',
    'Start with "Please hold the line".',
    'Feel free to guess.',
  ],
};
