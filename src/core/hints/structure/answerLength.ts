import type { PromptKind } from '../../prompt/promptDocument.ts';
import { type Paragraph, type PromptDocument, perParagraph } from '../document.ts';
import type { Insertion } from '../finding.ts';
import { type DocumentRule, ruleFacts } from '../rule.ts';
import { orderVerbs } from '../vocabulary.ts';
import { adviceOn } from './adviceOn.ts';

/** Kinds that tell a model how to work rather than what to answer. */
export const standingKinds: readonly PromptKind[] = ['agent', 'skill', 'instructions', 'claude-md'];

const formWords =
  /\b(?:sentences?|paragraphs?|bullets?|bulleted|words?|json|xml|ya?ml|csv|markdown|(?<!(?:mailing|waiting|wish|check|guest) )lists?|only|brief(?:ly)?|concise(?:ly)?|short|shorter|succinct(?:ly)?|terse|formats?|formatted|schema|one-liner|numbered|code block|nothing else|no (?:other|additional|extra) text|any additional text|at most|no more than|yes or no|true or false|true\/false|summary|summarize|outline|classify|answer_choices)\b|^[ \t]*(?:choices|options):|\b(?:in|inside|within|between) <\w+>[^.\n]{0,30} tags\b/im;
// These may be of anything else: a page of a website, a line of products, a long term.
const formNouns =
  /\b(?:tables?|lines?|length|long|characters?|tokens?|pages?|chapters?|headings?|headers?|sections?|columns?|up to|maximum|minimum|single|label|choose|select|html|template)\b/i;
const writes =
  /\b(?:answers?|answering|respond\w*|responses?|repl(?:y|ies)|outputs?|returns?|provide|present|writ(?:e|ing)|generate|produce|include|display|print|give|reports?|draft|compose|create|format\w*|structured?|organi[sz]e|explain|explanations?)\b/i;
const itemCount =
  /\b(?:list|give|create|generate|write|suggest|name|provide|propose|produce|identify|offer|share)\b[^.!?\n]{0,12}\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\b(?!-)/i;
const leastWords = 8;
const fewShotPairs = 2;
// A picture has no length, code is as long as it has to be, a translation as its text, and a story as it is told.
const otherAnswers =
  /\b(?:photoreal\w*|(?:ultra|hyper)-?realis\w+|photograph\w*|cinematic|bokeh|isometric|depth of field|aspect ratio|8k|4k|focal|lens|portrait|illustrations?|wide shot|close-up|translat\w+|proofread|paraphras\w+|novelist|storyteller|screen(?:play|writer)|role-?play\w*|text adventure)\b|\b(?:write|compose|tell|develop|create|continue)\b[^.\n]{0,40}\b(?:poems?|lyrics|songs?|stor(?:y|ies))\b|\b(?:creat|generat|produc|design|transform|draw|render|edit|enhanc)(?:e|ing)?\b[^.\n]{0,60}\b(?:images?|photos?|pictures?|artworks?|logos?|paintings?|posters?)\b/i;
const codeOrder =
  /\b(?:writ|generat|produc|creat|output|develop|build|implement|run)(?:e|ing)?\b[^.\n]{0,60}\b(?:code|scripts?|functions?|sql|quer(?:y|ies)|regex|apps?|websites?|librar(?:y|ies)|apis?|calculator|html5?|tests?)\b/i;
// Front matter of what stands beside every prompt rather than of one.
const standingKeys = /^(?:globs|alwaysApply|applyTo|triggers|name)[ \t]*:/m;
const addressed = /\b(?:you|your|you['’]re|act as|please|i)\b|\?/i;
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
    let asks = false;
    for (const { paragraph } of document.paragraphs) {
      const signs = signsOf(paragraph);
      if (signs.isFormed) return;
      words += signs.words;
      answers += signs.answers;
      codeTerms += signs.codeTerms;
      asks ||= signs.asks;
    }
    if (!asks || words < leastWords || answers >= fewShotPairs || codeTerms >= mostCodeTerms) return;
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

/** What a paragraph tells of the answer: a form, or that it needs none; examples of answers; code; an order. */
const signsOf = perParagraph((paragraph: Paragraph): Signs => {
  const { text, mask, sentences } = paragraph;
  if (mask.kindAt(0) === 'front-matter') return { ...noSigns, isFormed: standingKeys.test(text) };
  const said = sentences.map(({ start, end }) => text.slice(start, end));
  return {
    isFormed:
      formWords.test(text) ||
      itemCount.test(text) ||
      otherAnswers.test(text) ||
      said.some((sentence) => formNouns.test(sentence) && writes.test(sentence)),
    words: mask.touches(0, 1, ['heading', 'quote', 'template']) ? 0 : (text.match(/\p{L}+/gu)?.length ?? 0),
    answers: answerLabel.test(text) ? 1 : 0,
    codeTerms: (text.match(codeWords)?.length ?? 0) + (codeOrder.test(text) ? mostCodeTerms : 0),
    asks: addressed.test(text) || said.some(isOrder),
  };
});

interface Signs {
  readonly isFormed: boolean;
  readonly words: number;
  readonly answers: number;
  readonly codeTerms: number;
  readonly asks: boolean;
}

const noSigns: Signs = { isFormed: false, words: 0, answers: 0, codeTerms: 0, asks: false };

function isOrder(sentence: string): boolean {
  return orderVerbs.has(/^\P{L}*(\p{L}+)/u.exec(sentence.slice(0, 40))?.[1]?.toLowerCase() ?? '');
}

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
