import type { ContentBlock, Turn } from '../request/wireRequest.ts';

/** Counts the tokens of a text with the local tokenizer, whose tokens are not the model's: multiply by a ratio. */
export type TokenCounter = (text: string) => number;

/** Local token count of what a request reads. */
export interface RawInput {
  readonly raw: number;
  readonly messages: number;
}

/**
 * Tokens that the API adds for each message, measured as `usage` − text over 69 public requests to Claude 3 to 4.6
 * (7 to 8 for one-word prompts).
 */
export const tokensPerMessage = 8;

/** Counts system prompt and turns with the local tokenizer; blocks that are not text count as nothing. */
export function countInput(system: string, turns: readonly Turn[], count: TokenCounter): RawInput {
  const texts = [system, ...turns.flatMap((turn) => turn.content.map(textOf))];
  const raw = texts.reduce((sum, text) => sum + (text === '' ? 0 : count(text)), 0);
  return { raw, messages: turns.length };
}

function textOf(block: ContentBlock): string {
  return block.type === 'text' && 'text' in block && typeof block.text === 'string' ? block.text : '';
}
