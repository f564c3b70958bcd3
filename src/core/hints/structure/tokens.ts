import type { TokenCounter } from '../../tokens/rawInput.ts';
import { type Paragraph, type PromptDocument, perParagraph } from '../document.ts';

/** Characters that one token has on average; for limits, where no counter is at hand. */
const charactersPerToken = 4;
/** Counting a text of 100 KB for the first time takes longer than all of its hints. */
const mostCounted = 8_000;

/** Raw tokens of the paragraphs that start at an offset or behind it, by their length alone. */
export function roughTokensFrom({ paragraphs }: PromptDocument, from: number): number {
  let sum = 0;
  for (const { start, paragraph } of paragraphs) {
    if (start >= from) sum += Math.round(paragraph.text.length / charactersPerToken);
  }
  return sum;
}

/** Raw tokens of the paragraphs that start at an offset or behind it; of a long text some are counted for all. */
export function tokensFrom({ text, paragraphs }: PromptDocument, from: number, count: TokenCounter): number {
  const each = Math.ceil((text.length - from) / mostCounted);
  let tokens = 0;
  let counted = 0;
  let characters = 0;
  for (const [index, { start, paragraph }] of paragraphs.entries()) {
    if (start < from) continue;
    const { length } = paragraph.text;
    characters += length;
    if (index % each > 0) continue;
    counted += length;
    tokens += tokensOf(paragraph, count);
  }
  return counted === 0 ? 0 : Math.round((tokens * characters) / counted);
}

interface Counted {
  counter: TokenCounter | null;
  tokens: number;
}

const countedOf = perParagraph((): Counted => ({ counter: null, tokens: 0 }));

function tokensOf(paragraph: Paragraph, count: TokenCounter): number {
  const known = countedOf(paragraph);
  if (known.counter !== count) {
    known.counter = count;
    known.tokens = count(paragraph.text);
  }
  return known.tokens;
}
