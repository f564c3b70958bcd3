import { type Paragraph, type PromptDocument, perParagraph } from '../document.ts';
import { type DocumentRule, ruleFacts } from '../rule.ts';
import { adviceOn } from './adviceOn.ts';
import { lineNumber } from './lineNumber.ts';
import { roughTokensFrom } from './tokens.ts';

const mostShare = 0.5;
const mostExamples = 5;
const leastTokens = 200;
const label =
  /^[ \t>*-]*(?:\d+[.)][ \t]*)?(input|text|q|question|user|human|message|sentence|review|example(?: \d+)?)\b[ \d]*[*]*:/gim;

/** Examples are most of the prompt, or many of one shape. */
export const fewShotWeight: DocumentRule = {
  info: ruleFacts('PT27', 'advice', { rank: 1 }),
  *find(document) {
    const { text, mask, paragraphs } = document;
    const total = roughTokensFrom(document, 0);
    if (total < leastTokens) return;
    // A block quote may set off the prompt itself.
    const shown = mask.spans.filter(({ kind, start }) => kind === 'few-shot' && text[start] !== '>');
    if (shown.length === 0) return;
    const characters = shown.reduce((sum, { start, end }) => sum + end - start, 0);
    const examples = mostOfOneShape(paragraphs);
    const share = characters / text.length;
    if (share <= mostShare && examples <= mostExamples) return;
    // Quoted text alone may be anything, a letter or a conversation.
    if (examples < 2 && !/\b(?:examples?|samples?)\b/i.test(text)) return;
    const line = lineNumber(document.lines, shown[0]?.start ?? 0);
    yield adviceOn({ percent: Math.round(share * 100), examples, line });
  },
};

/** How many examples begin with the same label. */
function mostOfOneShape(paragraphs: PromptDocument['paragraphs']): number {
  const times = new Map<string, number>();
  for (const { paragraph } of paragraphs) {
    for (const name of labelsIn(paragraph)) times.set(name, (times.get(name) ?? 0) + 1);
  }
  return Math.max(0, ...times.values());
}

/** The labels of examples in a paragraph, without their numbers. */
const labelsIn = perParagraph(({ text, mask }: Paragraph): readonly string[] =>
  mask.spans.flatMap(({ kind, start, end }) => {
    if (kind !== 'few-shot') return [];
    const found = text.slice(start, end).matchAll(label);
    return Array.from(found, ([, name = '']) => name.toLowerCase().replace(/ \d+$/, ''));
  }),
);
