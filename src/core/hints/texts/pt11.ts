import type { RuleExamples, RuleText } from '../rule.ts';

/** The words on PT11. */
export const pt11: RuleText = {
  title: 'Sentence said twice',
  why: 'The model reads an instruction once; the second copy costs its tokens on every run.',
  evidence:
    'In 307 public prompts repeated sentences and bullets held up to 2.4 % of the tokens, most of them in templates and examples, where this rule stays silent.',
};

/** What PT11 changes, and what it leaves alone. */
export const pt11Examples: RuleExamples = {
  fixes: [
    {
      before:
        '- Load images only when they scroll into view.\n- Name colours in one file.\n- Load images only when they scroll into view.\n',
      after: '- Load images only when they scroll into view.\n- Name colours in one file.\n',
    },
    {
      before:
        'Write for readers who have never cooked before. Use metric units. Write for readers who have never cooked before.',
      after: 'Write for readers who have never cooked before. Use metric units.',
    },
  ],
  flags: [],
  leaves: [
    'Ask for the name. Ask for the name.',
    '1. Build the project and run all of its tests.\n2. Change the parser.\n3. Build the project and run all of its tests.',
    '## Title\n- Write it in the language of the customer.\n\n## Body\n- Write it in the language of the customer.',
    'Give the weight of the parcel in {unit} at all times.\nGive the weight of the parcel in {unit} at all times.',
    '- Hall\n  - Greet all of the guests by name.\n- Bar\n  - Greet all of the guests by name.',
    'Open the door. Tell the guest about the pool.\n\nOpen the window. Tell the guest about the pool.',
    'Example:\n- The parcel is late by two days.\n- The parcel is late by two days.',
  ],
};
