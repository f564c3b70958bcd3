import type { PromptKind } from '../../prompt/promptDocument.ts';
import { type Paragraph, type PromptDocument, perParagraph } from '../document.ts';
import type { Insertion } from '../finding.ts';
import type { DocumentRule } from '../rule.ts';
import { adviceOn } from './adviceOn.ts';
import { proseSearch } from './prose.ts';

/** Kinds that tell a model how to work rather than what to answer. */
export const standingKinds: readonly PromptKind[] = ['agent', 'skill', 'instructions', 'claude-md'];

const formWords =
  /\b(?:sentences?|paragraphs?|bullets?|bulleted|words?|json|xml|ya?ml|csv|html|markdown|tables?|lists?|only|brief(?:ly)?|concise(?:ly)?|short|shorter|succinct(?:ly)?|terse|length|long|formats?|formatted|characters?|lines?|tokens?|pages?|chapters?|template|schema|one-liner|headings?|headers|sections?|numbered|columns?|code block|nothing else|at most|no more than|up to|maximum|minimum|yes or no|true or false|single|summary|summarize|outline|true\/false|label|classify|choose|select)\b/i;
const leastWords = 8;
const fewShotPairs = 2;
// A picture has no length, and code is as long as it has to be.
const pictureWords =
  /\b(?:photoreal\w*|photograph\w*|cinematic|bokeh|depth of field|aspect ratio|8k|4k|focal|lens|portrait|illustrat\w+|wide shot|close-up)\b/i;
const codeWords =
  /\b(?:code|codebase|implement|component|function|class|script|repository|api|npm|git|unit tests?|database|frontend|backend|library|framework|bug|app)\b/gi;
const mostCodeTerms = 4;

/** Nothing says how long the answer is to be or what it is to look like. */
export const answerLength: DocumentRule = {
  info: {
    id: 'PT22',
    tier: 'advice',
    defaultOn: true,
    offFor: standingKinds,
    rank: 2,
  },
  *find(document) {
    const { paragraphs } = document;
    const prose = paragraphs.filter(
      ({ start, paragraph }) => document.mask.kindAt(start) !== 'front-matter' && paragraph.text !== '',
    );
    if (prose.some(({ paragraph }) => asksForForm(paragraph))) return;
    const words = prose.reduce((sum, { paragraph }) => sum + wordsOf(paragraph), 0);
    const labelled = prose.filter(({ paragraph }) => isAnswerExample(paragraph)).length;
    const foreign = document.mask.spans.some(({ kind }) => kind === 'foreign');
    if (words < leastWords || labelled >= fewShotPairs || foreign) return;
    if (
      prose.some(({ paragraph }) => asksForPicture(paragraph)) ||
      codeTerms(prose.map(({ paragraph }) => paragraph)) >= mostCodeTerms
    )
      return;
    const at = insertionPoint(document);
    if (at === null) return;
    const insertions = offers.map(
      ({ id, text }): Insertion => ({
        id,
        at,
        text: `\n\n${text}`,
      }),
    );
    yield adviceOn({}, insertions);
  },
};

/** What PT22 offers to ask for, by id. */
const offers: readonly { readonly id: string; readonly text: string }[] = [
  { id: 'sentences', text: 'Answer in at most 3 sentences.' },
  { id: 'bullets', text: 'Answer in at most 5 bullet points of one sentence each.' },
  { id: 'json', text: 'Answer with JSON only, without a code fence.' },
  { id: 'answer-only', text: 'Give only the answer, without introduction or explanation.' },
];

const asksForForm = perParagraph(({ text }: Paragraph) => formWords.test(text));

const asksForPicture = perParagraph(({ text }: Paragraph) => pictureWords.test(text));

const codeTermsOf = perParagraph(({ text }: Paragraph) => text.match(codeWords)?.length ?? 0);

function codeTerms(paragraphs: readonly Paragraph[]): number {
  return paragraphs.reduce((sum, paragraph) => sum + codeTermsOf(paragraph), 0);
}

const wordsOf = perParagraph(({ text, mask }: Paragraph) =>
  mask.touches(0, 1, ['heading', 'quote', 'template']) ? 0 : (text.match(/\p{L}+/gu)?.length ?? 0),
);

const isAnswerExample = perParagraph(({ text }: Paragraph) =>
  /^[ \t>*-]*(?:a|answer|output|assistant|ai|label|category|response)\b[^:\n]{0,12}:/im.test(text),
);

/** Behind the last paragraph of instructions: what follows it is data, an example or a variable to be filled in. */
function insertionPoint({ text, paragraphs, mask }: PromptDocument): number | null {
  const last = paragraphs.findLast(({ start, paragraph }) => {
    const from = start + paragraph.contentStart;
    const own = paragraph.text.trimEnd();
    return (
      paragraph.kind !== 'heading' &&
      !isFilledIn(paragraph) &&
      !own.endsWith(':') &&
      !isCovered(mask.within(from, from + 1), start + own.length)
    );
  });
  if (last === undefined) return null;
  return last.start + text.slice(last.start, last.start + last.paragraph.text.length).trimEnd().length;
}

/** A variable, alone or behind a label. */
const isFilledIn = perParagraph(({ text, mask }: Paragraph) => {
  const places = mask.spans.filter(({ kind }) => kind === 'template');
  const rest = places.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
  return places.length > 0 && /^\W*(?:\w+ ?){0,4}:?\W*$/.test(rest);
});

function isCovered(spans: PromptDocument['mask']['spans'], end: number): boolean {
  return spans.some(
    (span) =>
      span.kind !== 'quote' && span.kind !== 'foreign' && (span.end >= end || span.kind === 'template'),
  );
}

const limit =
  /\b(?:(exactly|about|around|approximately|roughly|under|below|within|in|to|at most|at least|up to|max(?:imum)?(?: of)?|minimum(?: of)?|(?:no more|less|fewer|more) than|limit(?:ed)? to|between)\s+)?(?:~\s*)?(\d{2,5})(?:\s*(?:-|–|to|and)\s*(\d{2,5}))?(?:\s+|-)words?\b/gi;
const shortSlot = 40;
const wordsInSentence = 20;
// Limits of a product, or of a text whose length is counted elsewhere too.
const hardLimit =
  /\b(?:tweets?|titles?|headlines?|taglines?|captions?|meta|alt text|subject|commit|slugs?|descriptions?|abstracts?|essays?|articles?|chapters?|blog|input|source|transcripts?|documents?|if|per minute|vocabulary|most common|novel|stor(?:y|ies)|files?|prompts?|skills?)\b/i;
const findLimits = proseSearch(limit, ['word']);

/** A limit of the answer in words. */
export const wordLimit: DocumentRule = {
  info: {
    id: 'PT21',
    tier: 'advice',
    defaultOn: true,
    offFor: standingKinds,
    rank: 2,
  },
  *find(document) {
    for (const { start, end, match } of findLimits(document)) {
      const words = Number(match[3] ?? match[2]);
      const line = lineAround(document.text, start, end);
      if (
        words < shortSlot ||
        hardLimit.test(line) ||
        /(?:[<>≤≥]\s*|\bthe )$/i.test(document.text.slice(start - 5, start))
      )
        continue;
      const sentences = Math.max(1, Math.round(words / wordsInSentence));
      yield { tier: 'advice', start, end, replacement: null, data: { words, sentences } };
    }
  },
};

function lineAround(text: string, start: number, end: number): string {
  const feed = text.indexOf('\n', end);
  return text.slice(text.lastIndexOf('\n', start - 1) + 1, feed === -1 ? text.length : feed).slice(0, 400);
}
