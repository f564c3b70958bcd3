import type { ModelInfo } from './model.ts';

/** Why a prompt is not worth sending. */
export type PromptProblem =
  | { readonly kind: 'empty' }
  /** More than the model reads, by the estimate. */
  | { readonly kind: 'over-context'; readonly tokens: number; readonly limit: number };

// The estimate may be off by this share: below it the API decides.
const doubt = 1.25;

/** What is wrong with a prompt's text before it is sent, or null; the API refuses text that is only white space. */
export function checkPrompt(
  text: string,
  estimatedTokens: number,
  model: ModelInfo | null,
): PromptProblem | null {
  if (text.trim() === '') return { kind: 'empty' };
  const limit = model?.maxInputTokens ?? null;
  if (limit === null || estimatedTokens <= limit * doubt) return null;
  return { kind: 'over-context', tokens: estimatedTokens, limit };
}
