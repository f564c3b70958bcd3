import { isAtLeast, parseModelId } from './modelId.ts';

/** The tokenizer generations; ratios to the local tokenizer are learned for each. */
export const modelFamilies = ['old-tokenizer', 'new-tokenizer'] as const;

/** One of {@link modelFamilies}. */
export type ModelFamily = (typeof modelFamilies)[number];

/**
 * Which tokenizer a model counts with: Claude Opus 4.7 brought the newer one, about 30 % more tokens for the same text
 * (Models overview, platform.claude.com, October 2026); an id without a version counts as newer.
 */
export function modelFamily(id: string): ModelFamily {
  return parseModelId(id) === null || isAtLeast(id, 4, 7) ? 'new-tokenizer' : 'old-tokenizer';
}
