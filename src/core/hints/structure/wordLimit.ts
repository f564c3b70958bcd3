import { lineEnd, lineStart } from '../lines.ts';
import { adviceAt, type DocumentRule, ruleFacts } from '../rule.ts';
import { standingKinds } from './answerLength.ts';
import { proseSearch } from './prose.ts';

const limit =
  /\b(?:(exactly|about|around|approximately|roughly|under|below|within|in|to|at most|at least|up to|max(?:imum)?(?: of)?|minimum(?: of)?|(?:no more|less|fewer|more) than|limit(?:ed)? to|between)\s+)?(?:~\s*)?(\d{2,5})(?:\s*(?:-|–|to|and)\s*(\d{2,5}))?(?:\s+|-)words?\b/gi;
const shortSlot = 40;
const wordsInSentence = 20;
// Limits of a product, or of a text whose length is counted elsewhere too.
const hardLimit =
  /\b(?:tweets?|titles?|headlines?|taglines?|captions?|meta|alt text|subject|commit|slugs?|descriptions?|abstracts?|essays?|articles?|chapters?|blog|input|source|transcripts?|documents?|if|per minute|vocabulary|most common|novel|stor(?:y|ies)|files?|prompts?|skills?)\b/i;
// What sets no upper end keeps no answer short.
const leastOnly = /^(?:at least|minimum|more than)/i;
const findLimits = proseSearch(limit, /word/);

/** A limit of the answer in words. */
export const wordLimit: DocumentRule = {
  info: ruleFacts('PT21', 'advice', { offFor: standingKinds, rank: 2 }),
  *find(document) {
    const { text } = document;
    for (const { start, end, match } of findLimits(document)) {
      const words = Number(match[3] ?? match[2]);
      const line = text.slice(lineStart(text, start), lineEnd(text, end)).slice(0, 400);
      if (
        words < shortSlot ||
        leastOnly.test(match[1] ?? '') ||
        /^ minimum\b/i.test(text.slice(end, end + 9)) ||
        hardLimit.test(line) ||
        /(?:[<>≤≥]\s*|\bthe )$/i.test(text.slice(start - 5, start))
      )
        continue;
      const sentences = Math.max(1, Math.round(words / wordsInSentence));
      yield adviceAt(start, end - start, { words, sentences });
    }
  },
};
