import type { RuleExamples, RuleText } from '../rule.ts';

/** The words on PT26. */
export const pt26: RuleText = {
  title: 'Variable declared and not used, or used and not declared',
  why: 'What is asked of the person and never used costs their time; what is used and never declared is sent as it stands.',
  evidence: 'Compared are the front matter and the variables in the body.',
};

/** What PT26 changes, and what it leaves alone. */
export const pt26Examples: RuleExamples = {
  fixes: [],
  flags: [
    '---\ninputs:\n  guest: name of the guest\n  room: number of the room\n---\n\nWrite to {{guest}}.',
    '---\ninputs: [guest]\n---\n\nWrite to {{guest}} about {{room}}.',
  ],
  leaves: [
    '---\ninputs:\n  guest: name of the guest\n---\n\nWrite to {{guest}}.',
    '---\nname: letter\n---\n\nWrite to {{guest}}.',
    'Write to {{guest}}.',
  ],
};
