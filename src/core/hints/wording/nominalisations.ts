import { wordSet } from '../vocabulary.ts';
import type { Phrase, PhraseContext, PhraseRule } from './phrase.ts';

const verbOf: Readonly<Record<string, string>> = {
  summary: 'summarize',
  explanation: 'explain',
  description: 'describe',
  analysis: 'analyze',
  evaluation: 'evaluate',
  assessment: 'assess',
  comparison: 'compare',
  review: 'review',
  examination: 'examine',
  overview: 'outline',
  translation: 'translate',
  classification: 'classify',
  discussion: 'discuss',
  recommendation: 'recommend',
};

const limits = /\d|\b(?:words?|sentences?|paragraphs?|bullets?|lines?|section|called|pages?|format|table)\b/;
// "A summary of how", "of each" and the like read on after the verb; "of at most" and "of the form" do not.
const readsOn = ({ next, after }: PhraseContext): boolean =>
  next !== '' && !wordSet('up at around about approximately roughly no').has(next) && !limits.test(after);

const nouns = Object.keys(verbOf).join('|');
const toVerb = (position: number) => (words: readonly string[]) => verbOf[words[position] ?? ''] ?? null;

const phrases: readonly Phrase[] = [
  {
    words: `provide|give|offer|perform|conduct|do|make|produce a|an|the ${nouns} of`,
    to: toVerb(2),
    tier: 'suggestion',
    when: readsOn,
  },
  {
    words: `carry out a|an|the ${nouns} of`,
    to: toVerb(3),
    tier: 'suggestion',
    when: readsOn,
  },
  {
    words: 'make a decision about|on',
    to: 'decide',
    tier: 'suggestion',
    next: wordSet('whether how what which who'),
  },
  { words: 'give consideration to', to: 'consider', tier: 'suggestion' },
  { words: 'provide assistance to', to: 'assist', tier: 'suggestion' },
  { words: 'provide support to', to: 'support', tier: 'suggestion' },
];

/** PT09: a verb and a noun where the noun's own verb would do. */
export const nominalisations: PhraseRule = {
  info: {
    id: 'PT09',
    title: 'Noun in place of a verb',
    why: 'The verb of the noun says the same in fewer words.',
    evidence:
      'One to three tokens each. A noun with a length or a form of its own ("a summary of 20 words") stays, and so do adjectives that limit it.',
    tier: 'suggestion',
    defaultOn: true,
    offFor: [],
    rank: 0,
    examples: {
      fixes: [
        { before: 'Provide a summary of the trial.', after: 'Summarize the trial.' },
        { before: 'Perform an analysis of the soil.', after: 'Analyze the soil.' },
        { before: 'Make a decision about whether to stop.', after: 'Decide whether to stop.' },
      ],
      flags: [],
      leaves: [
        'Provide a summary of 20 words.',
        'Provide a brief summary of the trial.',
        'Provide a summary of it in three bullets.',
        'Write a description of the house.',
      ],
    },
  },
  phrases,
};
