import { ruleFacts } from '../rule.ts';
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
  info: ruleFacts('PT09', 'suggestion'),
  phrases,
};
