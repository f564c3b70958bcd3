import type { RuleExamples, RuleText } from '../rule.ts';

/** The words on PT27. */
export const pt27: RuleText = {
  title: 'Examples are most of the prompt',
  why: 'Three to five different examples show a form as well as many of one kind, and each is paid for in every run.',
  evidence:
    'Anthropic advises three to five examples. They steer the form of an answer most reliably, so none is ever removed for you: try fewer with Compare.',
};

/** What PT27 changes, and what it leaves alone. */
export const pt27Examples: RuleExamples = {
  fixes: [],
  flags: [
    `Say whether the guest is content.\n\n${'Review: The room was large and quiet, and the breakfast came on time.\nAnswer: content\n\n'.repeat(12)}`,
  ],
  leaves: [
    'Say whether the guest is content.\n\nReview: The room was large.\nAnswer: content\n\nReview: The room was cold.\nAnswer: not content',
    `> ${'The guest wrote that the room was cold and that nobody came. '.repeat(20)}`,
  ],
};
