import type { PromptKind } from '../../prompt/promptDocument.ts';
import { type Paragraph, type PlacedParagraph, type PromptDocument, perParagraph } from '../document.ts';
import { type DocumentRule, ruleFacts } from '../rule.ts';
import { orderVerbs } from '../vocabulary.ts';
import { adviceOn } from './adviceOn.ts';

/** Kinds that tell a model how to work rather than what to answer. */
export const standingKinds: readonly PromptKind[] = ['agent', 'skill', 'instructions', 'claude-md'];

const formWords =
  /\b(?:sentences?|paragraphs?|bullets?|bulleted|words?|json|xml|ya?ml|csv|markdown|(?<!(?:mailing|waiting|wish|check|guest) )lists?|only|brief(?:ly)?|concise(?:ly)?|short(?:er)?|succinct(?:ly)?|terse|formats?|formatted|schema|one-liner|numbered|code block|nothing else|no (?:other|additional|extra) text|any additional text|at most|no more than|yes or no|true or false|true\/false|summary|summarize|outline|classify|answer_choices)\b|^[ \t]*(?:choices|options):|\b(?:in|inside|within|between) <\w+>[^.\n]{0,30} tags\b/im;
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
    const { paragraphs, mask } = document;
    const all: Signs[] = [];
    for (const { paragraph } of paragraphs) {
      const signs = signsOf(paragraph);
      if (signs === null) return;
      all.push(signs);
    }
    const sum = (key: 'words' | 'answers' | 'codeTerms'): number =>
      all.reduce((total, signs) => total + signs[key], 0);
    if (!all.some(({ asks }) => asks) || sum('words') < leastWords || sum('answers') >= fewShotPairs) return;
    if (sum('codeTerms') >= mostCodeTerms || mask.spans.some(({ kind }) => kind === 'foreign')) return;
    const at = insertionPoint(document);
    if (at === null) return;
    const insertions = Object.entries(offers).map(([id, text]) => ({ id, at, text: `\n\n${text}` }));
    yield adviceOn({}, insertions);
  },
};

/** What PT22 offers to ask for, by id. */
const offers = {
  sentences: 'Answer in at most 3 sentences.',
  bullets: 'Answer in at most 5 bullet points of one sentence each.',
  json: 'Answer with JSON only, without a code fence.',
  'answer-only': 'Give only the answer, without introduction or explanation.',
};

/** What a paragraph tells of the answer: examples of answers, code, an order; null for a form, or that it needs none. */
const signsOf = perParagraph(({ text, mask, sentences }: Paragraph): Signs | null => {
  if (mask.kindAt(0) === 'front-matter') return standingKeys.test(text) ? null : noSigns;
  const said = sentences.map(({ start, end }) => text.slice(start, end));
  const isFormed =
    formWords.test(text) ||
    itemCount.test(text) ||
    otherAnswers.test(text) ||
    said.some((sentence) => formNouns.test(sentence) && writes.test(sentence));
  if (isFormed) return null;
  const times = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return {
    words: mask.touches(0, 1, ['heading', 'quote', 'template']) ? 0 : times(/\p{L}+/gu),
    answers: Number(answerLabel.test(text)),
    codeTerms: times(codeWords) + (codeOrder.test(text) ? mostCodeTerms : 0),
    asks: addressed.test(text) || said.some(isOrder),
  };
});

interface Signs {
  readonly words: number;
  readonly answers: number;
  readonly codeTerms: number;
  readonly asks: boolean;
}

const noSigns: Signs = { words: 0, answers: 0, codeTerms: 0, asks: false };

function isOrder(sentence: string): boolean {
  return orderVerbs.has(/^\P{L}*(\p{L}+)/u.exec(sentence.slice(0, 40))?.[1]?.toLowerCase() ?? '');
}

const answerLabel = /^[ \t>*-]*(?:a|answer|output|assistant|ai|label|category|response)\b[^:\n]{0,12}:/im;

/** Behind the last paragraph of instructions: what follows it is data, an example or a variable to be filled in. */
function insertionPoint({ paragraphs, mask }: PromptDocument): number | null {
  const endOf = ({ start, paragraph }: PlacedParagraph): number => start + paragraph.text.trimEnd().length;
  const last = paragraphs.findLast((placed) => {
    const { start, paragraph } = placed;
    const from = start + paragraph.contentStart;
    const end = endOf(placed);
    return (
      paragraph.kind !== 'heading' &&
      !isFilledIn(paragraph) &&
      !paragraph.text.trimEnd().endsWith(':') &&
      !mask
        .within(from, from + 1)
        .some(
          (span) =>
            span.kind !== 'quote' && span.kind !== 'foreign' && (span.end >= end || span.kind === 'template'),
        )
    );
  });
  return last === undefined ? null : endOf(last);
}

/** A variable, alone or behind a label. */
const isFilledIn = perParagraph(({ text, mask }: Paragraph) => {
  if (text.length > longestPlace) return false;
  const places = mask.spans.filter(({ kind }) => kind === 'template');
  const rest = places.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
  return places.length > 0 && /^\W*(?:\w+ ?){0,4}:?\W*$/.test(rest);
});
