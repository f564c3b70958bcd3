import type { PromptKind } from '../../prompt/promptDocument.ts';
import { type Paragraph, type PromptDocument, perParagraph } from '../document.ts';
import type { Insertion } from '../finding.ts';
import { type DocumentRule, ruleFacts } from '../rule.ts';
import { adviceOn } from './adviceOn.ts';

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
const longestPlace = 200;

/** Nothing says how long the answer is to be or what it is to look like. */
export const answerLength: DocumentRule = {
  info: ruleFacts('PT22', 'advice', { offFor: standingKinds, rank: 2 }),
  *find(document) {
    let words = 0;
    let answers = 0;
    let codeTerms = 0;
    for (const { paragraph } of document.paragraphs) {
      const signs = signsOf(paragraph);
      if (signs.isFormed) return;
      words += signs.words;
      answers += signs.answers;
      codeTerms += signs.codeTerms;
    }
    if (words < leastWords || answers >= fewShotPairs || codeTerms >= mostCodeTerms) return;
    const at = insertionPoint(document);
    if (at === null || document.mask.spans.some(({ kind }) => kind === 'foreign')) return;
    yield adviceOn(
      {},
      offers.map(({ id, text }): Insertion => ({ id, at, text: `\n\n${text}` })),
    );
  },
};

/** What PT22 offers to ask for, by id. */
const offers: readonly { readonly id: string; readonly text: string }[] = [
  { id: 'sentences', text: 'Answer in at most 3 sentences.' },
  { id: 'bullets', text: 'Answer in at most 5 bullet points of one sentence each.' },
  { id: 'json', text: 'Answer with JSON only, without a code fence.' },
  { id: 'answer-only', text: 'Give only the answer, without introduction or explanation.' },
];

/** What a paragraph tells of the answer: a form, or a picture, which has none; examples of answers; code. */
const signsOf = perParagraph((paragraph: Paragraph) => {
  const { text, mask } = paragraph;
  if (mask.kindAt(0) === 'front-matter') return { isFormed: false, words: 0, answers: 0, codeTerms: 0 };
  return {
    isFormed: formWords.test(text) || pictureWords.test(text),
    words: mask.touches(0, 1, ['heading', 'quote', 'template']) ? 0 : (text.match(/\p{L}+/gu)?.length ?? 0),
    answers: answerLabel.test(text) ? 1 : 0,
    codeTerms: text.match(codeWords)?.length ?? 0,
  };
});

const answerLabel = /^[ \t>*-]*(?:a|answer|output|assistant|ai|label|category|response)\b[^:\n]{0,12}:/im;

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
  if (text.length > longestPlace) return false;
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
