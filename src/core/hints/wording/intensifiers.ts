import { orderVerbs, wordSet } from '../vocabulary.ts';
import type { Phrase, PhraseRule } from './phrase.ts';

const degrees = wordSet('not too so how as neither nor or than either');
const plain = wordSet(
  'important essential critical crucial vital clear careful helpful useful valuable powerful capable precise accurate',
  'relevant effective specific carefully clearly precisely',
);
const graded = wordSet(
  'detailed thorough concise brief simple smart talented skilled experienced knowledgeable qualified intelligent',
  'comprehensive informative creative efficient organized structured good interesting strong easy',
);
// "Very clear to somewhat clear" is a scale.
const isScale = (after: string): boolean => /\b(?:to|or) (?:not|somewhat|slightly|un\w+)\b/.test(after);

const phrases: readonly Phrase[] = [
  {
    words: 'very|really|extremely|incredibly|truly|absolutely|super',
    to: '',
    tier: 'safe',
    next: plain,
    notPrev: degrees,
    when: ({ after }) => !isScale(after),
  },
  {
    words: 'very|really|extremely|incredibly|truly|absolutely|super|highly',
    to: '',
    tier: 'suggestion',
    next: graded,
    notPrev: degrees,
    when: ({ after }) => !isScale(after) && !after.startsWith(' detailed'),
  },
  { words: 'highly', to: '', tier: 'suggestion', next: plain, notPrev: degrees },
  { words: 'must strictly', to: 'must', tier: 'suggestion', next: orderVerbs },
];

/** PT07: words that strengthen a word which is strong already. */
export const intensifiers: PhraseRule = {
  info: {
    id: 'PT07',
    title: 'Intensifier',
    why: 'What is important stays important without "very".',
    evidence:
      'One token each, about one in 7,000 tokens of published prompts. Newer models follow plain words; strengthened ones make them overdo it (Anthropic, prompt guidance for Claude 4.5 and later).',
    tier: 'safe',
    defaultOn: true,
    offFor: [],
    rank: 0,
    examples: {
      fixes: [
        { before: 'It is very important to name the source.', after: 'It is important to name the source.' },
        { before: 'Give a very clear reason.', after: 'Give a clear reason.' },
        { before: 'This is an extremely useful list.', after: 'This is a useful list.' },
        { before: 'You must strictly follow the layout.', after: 'You must follow the layout.' },
      ],
      flags: [],
      leaves: [
        'The answer is not very clear.',
        'Say how very important it is.',
        'Rate it from very useful to not useful.',
        'Keep it very short.',
        'Draw it in a highly detailed style.',
      ],
    },
  },
  phrases,
};
