import type { ModelFamily } from '../request/modelFamily.ts';
import { minTextDeltas } from './metrics.ts';
import type { RunState } from './state.ts';

/**
 * Characters of English text that one token of the model's tokenizer holds: 4 ÷ the measured ratio of true tokens to
 * characters ÷ 4 (1.04 up to Claude 4.6, 1.49 for the newer tokenizer; medians over public responses).
 */
const charactersPerToken: Readonly<Record<ModelFamily, number>> = {
  'old-tokenizer': 4 / 1.04,
  'new-tokenizer': 4 / 1.49,
};

/** Estimated tokens a second of the text written so far, from its characters; null before there is enough of it. */
export function liveRate(state: RunState, family: ModelFamily): number | null {
  const { firstTextAt, lastTextAt, textDeltas, textCharacters, firstTextCharacters } = state;
  if (firstTextAt === null || lastTextAt === null || lastTextAt <= firstTextAt) return null;
  if (textDeltas < minTextDeltas) return null;
  const tokens = (textCharacters - firstTextCharacters) / charactersPerToken[family];
  return (tokens * 1000) / (lastTextAt - firstTextAt);
}
