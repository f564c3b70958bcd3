import { ruleFacts } from '../rule.ts';
import { wordSet } from '../vocabulary.ts';
import type { PhraseContext, PhraseRule } from './phrase.ts';

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

/** PT09: a verb and a noun where the noun's own verb would do. */
export const nominalisations: PhraseRule = {
  info: ruleFacts('PT09', 'suggestion'),
  tables: [
    [
      { make: (words) => verbOf[words.at(-2) ?? ''] ?? null, when: readsOn },
      `provide|give|offer|perform|conduct|do|make|produce a|an|the ${nouns} of, carry out a|an|the ${nouns} of`,
    ],
    [{ next: wordSet('whether how what which who') }, 'make a decision about|on: decide'],
    [
      {},
      `
give consideration to: consider
with a focus on: focusing on
provide assistance to: assist
provide support to: support
`,
    ],
  ],
};
