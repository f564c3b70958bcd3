import type { TokenCounter } from '../../tokens/rawInput.ts';
import type { Paragraph, PromptDocument } from '../document.ts';

/** Characters that one token has on average; for limits, where no counter is at hand. */
const charactersPerToken = 4;

let counted = new WeakMap<Paragraph, number>();
let counter: TokenCounter | null = null;

/** Raw tokens of the paragraphs that start in a range; what was counted once is remembered. */
export function tokensBetween(
  { paragraphs }: PromptDocument,
  from: number,
  to: number,
  count: TokenCounter | null,
): number {
  let sum = 0;
  for (const { start, paragraph } of paragraphs) {
    if (start < from || start >= to) continue;
    sum +=
      count === null ? Math.round(paragraph.text.length / charactersPerToken) : tokensOf(paragraph, count);
  }
  return sum;
}

function tokensOf(paragraph: Paragraph, count: TokenCounter): number {
  if (count !== counter) {
    counter = count;
    counted = new WeakMap();
  }
  const known = counted.get(paragraph);
  if (known !== undefined) return known;
  const tokens = count(paragraph.text);
  counted.set(paragraph, tokens);
  return tokens;
}
