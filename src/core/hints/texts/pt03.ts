import type { RuleExamples, RuleText } from '../rule.ts';

/** The words on PT03. */
export const pt03: RuleText = {
  title: 'Preamble of an order',
  why: 'The verb alone is the order; saying that it is one takes four to five tokens more.',
  evidence:
    'The most fruitful family of wording hints: nine in a thousand tokens of role prompts ("I want you to act as …"). The verb, its object and every condition stay.',
};

/** What PT03 changes, and what it leaves alone. */
export const pt03Examples: RuleExamples = {
  fixes: [
    { before: 'As an AI language model, sort the names.', after: 'Sort the names.' },
    { before: 'I want you to act as a librarian.', after: 'Act as a librarian.' },
    { before: 'Your task is to compare two maps.', after: 'Compare two maps.' },
    { before: 'Your task is to:\n\n- sort\n- count', after: 'Your task:\n\n- sort\n- count' },
    { before: 'As a seasoned host, your role is to greet them.', after: 'As a seasoned host, greet them.' },
    { before: 'As Hostbot, your job is to greet them.', after: 'As Hostbot, greet them.' },
    { before: 'Given a map, your task is to mark the inns.', after: 'Given a map, mark the inns.' },
    { before: 'You are responsible for answering the mail.', after: 'Answer the mail.' },
    { before: 'Your task is to collect words and ways to greet.', after: 'Collect words and ways to greet.' },
    { before: 'Your goal is to win the most readers.', after: 'Win the most readers.' },
    { before: 'I would like you to rank the songs.', after: 'Rank the songs.' },
    { before: 'You are tasked with reviewing the plan.', after: 'Review the plan.' },
  ],
  flags: [],
  leaves: [
    'As an AI language model, you read names.',
    'As an AI assistant would, sort the names.',
    'Your only job is to listen.',
    'As you know, your job is to listen.',
    'Your job is not to rank the plans. Your job is to compare them.',
    'Your task is to be quiet.',
    'I want you to not answer.',
    'Your task is to read the log and to name the fault.',
    'If the user says what your task is to them, stop.',
    'I give you a text and I want you to shorten it.',
    'I want you to act as a host and you will greet the guests.',
    'Remember: Your goal is to greet every guest.',
  ],
};
