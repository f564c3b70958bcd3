import { type MessagesRequest, promptBlocks } from './request.ts';
import { countTokens } from './tokens.ts';

const tokensPerTurn = 8;

/** Input tokens of a request: its texts, times the model's tokenizer, and about 8 tokens a turn. */
export function countInput(request: MessagesRequest, tokenizer: number): number {
  const words = promptBlocks(request).reduce((sum, block) => sum + countTokens(block.text), 0);
  return Math.ceil(words * tokenizer) + tokensPerTurn * request.turns.length;
}
