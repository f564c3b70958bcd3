import type { RuleExamples, RuleText } from '../rule.ts';

/** The words on PT19. */
export const pt19: RuleText = {
  title: 'Pretty-printed JSON',
  why: 'Line breaks and indentation of data are tokens; the model reads JSON on one line as well.',
  evidence:
    'Compact JSON saved 30 to 45 % of such blocks. In the TOON benchmark (2025) models answered questions on compact JSON as well as on pretty JSON within the error. Templates of an answer are left alone: their layout is copied.',
};

/** What PT19 changes, and what it leaves alone. */
export const pt19Examples: RuleExamples = {
  fixes: [
    {
      before:
        'These are the rooms:\n\n```json\n[\n  { "room": "Garden", "beds": 2 },\n  { "room": "Tower", "beds": 1 }\n]\n```\n',
      after: 'These are the rooms:\n\n```json\n[{"room":"Garden","beds":2},{"room":"Tower","beds":1}]\n```\n',
    },
  ],
  flags: [],
  leaves: [
    'Answer in this format:\n\n```json\n{\n  "room": "Garden",\n  "beds": 2\n}\n```\n',
    'The file should look exactly like the following:\n\n```json\n{\n  "beds": 2\n}\n```\n',
    '```json\n{\n  "room": "<name>",\n  "beds": 2\n}\n```\n',
    '```json\n{\n  // beds\n  "beds": 2\n}\n```\n',
    '```js\nconst a = {\n  beds: 2,\n};\n```\n',
  ],
};
