import type { RuleExamples, RuleText } from '../rule.ts';

/** The words on PT22. */
export const pt22: RuleText = {
  title: 'No length or form of the answer asked for',
  why: 'Time and cost are mostly the writing of the answer, and without a limit the model writes what seems thorough.',
  evidence:
    '142 of 307 public prompts name neither length nor form. Anthropic advises limits in sentences or paragraphs, which models keep better than word counts.',
};

/** What PT22 changes, and what it leaves alone. */
export const pt22Examples: RuleExamples = {
  fixes: [],
  flags: [
    'You are a tour guide in Lisbon. Tell me which places I should see with two children.',
    'You are a tour guide in Lisbon. Choose a place that two children like in the long run.',
  ],
  leaves: [
    'You are a tour guide in Lisbon. Name five places for two children, in one sentence each.',
    'You are a tour guide in Lisbon. Answer as JSON with the places that I should see.',
    'Greet the guest.',
    'Suggest 7 places in Lisbon that two children may like to see.',
    'Draw a picture of a square in Lisbon with two children and a tram.',
    'Write a script that prints which places in Lisbon are open on Sunday.',
    'The tram climbs the hill in the morning and comes down again at night.',
    '---\nglobs: docs/**\n---\nTell the guests of the hotel what there is to see with two children.',
    'Q: Is the sea warm in May at Lisbon?\nA: No.\n\nQ: Is the sea warm in August at Lisbon?\nA: Yes.\n\nAnswer the question of the guest about the sea.',
  ],
};
