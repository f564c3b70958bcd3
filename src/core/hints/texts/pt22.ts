import type { RuleText } from '../rule.ts';

/** The words on PT22. */
export const pt22: RuleText = {
  title: 'No length or form of the answer asked for',
  why: 'Time and cost are mostly the writing of the answer, and without a limit the model writes what seems thorough.',
  evidence:
    '142 of 307 public prompts name neither length nor form. Anthropic advises limits in sentences or paragraphs, which models keep better than word counts.',
  examples: {
    fixes: [],
    flags: ['You are a tour guide in Lisbon. Tell me which places I should see with two children.'],
    leaves: [
      'You are a tour guide in Lisbon. Name five places for two children, in one sentence each.',
      'You are a tour guide in Lisbon. Answer as JSON with the places that I should see.',
      'Greet the guest.',
      'Q: Is the sea warm in May at Lisbon?\nA: No.\n\nQ: Is the sea warm in August at Lisbon?\nA: Yes.\n\nAnswer the question of the guest about the sea.',
    ],
  },
};
