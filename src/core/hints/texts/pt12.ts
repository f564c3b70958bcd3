import type { RuleExamples, RuleText } from '../rule.ts';

/** The words on PT12. */
export const pt12: RuleText = {
  title: 'Sentence said twice in almost the same words',
  why: 'Two wordings of one instruction cost twice and leave the model to wonder how they differ.',
  evidence:
    'Compared are the words that carry meaning, in their order, with negations, numbers and modals. Likeness by shared words alone was right in one case of ten on 307 public prompts.',
};

/** What PT12 changes, and what it leaves alone. */
export const pt12Examples: RuleExamples = {
  fixes: [
    {
      before:
        '- Do not wrap the translated text in quotation marks.\n- Keep names.\n- Please do **not** wrap translated text in quotation marks.\n',
      after: '- Do not wrap the translated text in quotation marks.\n- Keep names.\n',
    },
  ],
  flags: [],
  leaves: [
    '- Explain how the server is built for production.\n- Explain how the server is run for production.\n',
    '- Return true if the list holds an even number.\n- Return false if the list holds an even number.\n',
    '- Check the address with the customer before shipping.\n- Check the address with the customer after shipping.\n',
  ],
};
