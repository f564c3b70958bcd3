import { type Paragraph, type PromptDocument, perParagraph } from '../document.ts';
import { type Candidate, type DocumentRule, ruleFacts } from '../rule.ts';
import { orderVerbs, wordSet } from '../vocabulary.ts';
import { lowerText } from '../words.ts';
import { matchPhrases } from './matchPhrases.ts';
import { type PhraseContext, phraseIndex } from './phrase.ts';

const between = wordSet('only also first then always carefully thoroughly clearly strictly actively');
const beginsCondition = /^(?:if|when|once|whenever|before|after|for|in|while|where) /;

const isWrapped = ({ next, after, before, previous }: PhraseContext): boolean => {
  const second = /^\s+\S+\s+(\p{L}+)/u.exec(after)?.[1] ?? '';
  const orders = orderVerbs.has(next) || (between.has(next) && orderVerbs.has(second));
  // Behind a comma only a condition leads to an order: "If it fails, you should stop".
  if (next === 'find') return false;
  return orders && previous === '' && (!/,\s*$/.test(before) || beginsCondition.test(before.trimStart()));
};

const info = ruleFacts('PT14', 'suggestion');

const index = phraseIndex([
  {
    info,
    tables: [
      [
        { at: 'clause', relaxes: ['modals'], besideLimiters: true, when: isWrapped },
        "you should|must|will, you'll, you need|have to, you are going to",
      ],
    ],
  },
]);

interface Wrapped {
  readonly candidate: Candidate;
  readonly strength: 'must' | 'should' | 'other';
}

const none: readonly Wrapped[] = [];

const wrappedIn = perParagraph((paragraph: Paragraph): readonly Wrapped[] => {
  if (!lowerText(paragraph).includes('you')) return none;
  return matchPhrases(paragraph, index)
    .filter(({ candidate }) => !paragraph.mask.touches(candidate.start, candidate.end))
    .map(({ candidate }) => ({ candidate, strength: strengthOf(paragraph.text, candidate) }));
});

function strengthOf(text: string, { start, end }: Candidate): Wrapped['strength'] {
  const words = text.slice(start, end).toLowerCase();
  if (words.includes('should')) return 'should';
  return words.includes('must') ? 'must' : 'other';
}

function* find({ paragraphs }: PromptDocument): Iterable<Candidate> {
  const found: (Wrapped & { readonly offset: number })[] = [];
  for (const { start: offset, paragraph } of paragraphs) {
    for (const one of wrappedIn(paragraph)) found.push({ ...one, offset });
  }
  const count = (strength: Wrapped['strength']): number =>
    found.filter((one) => one.strength === strength).length;
  const ranks = count('must') > 1 && count('should') > 1;
  for (const { candidate, strength, offset } of found) {
    if (ranks && strength !== 'other') continue;
    yield { ...candidate, start: candidate.start + offset, end: candidate.end + offset };
  }
}

/** PT14: orders wrapped in "you should", "you need to", "you must". */
export const directives: DocumentRule = { info, find };
