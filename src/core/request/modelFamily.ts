import { isAtLeast, parseModelId } from './modelId.ts';

/** A tokenizer generation; ratios to the local tokenizer are learned for each. */
export type ModelFamily = 'old-tokenizer' | 'new-tokenizer';

/**
 * Which tokenizer a model counts with: Claude Opus 4.7 brought the newer one, about 30 % more tokens for the same text
 * (Models overview, platform.claude.com, October 2026); an id without a version counts as newer.
 */
export function modelFamily(id: string): ModelFamily {
  return parseModelId(id) === null || isAtLeast(id, 4, 7) ? 'new-tokenizer' : 'old-tokenizer';
}
