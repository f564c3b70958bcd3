import { isAtLeast } from './modelId.ts';
import type { WireRequest } from './wireRequest.ts';

/**
 * The fewest input tokens that the prompt cache takes for sure (Prompt caching page, platform.claude.com, November 2026):
 * 512 for models from Claude 5 on; older ones ask for 1,024 to 4,096.
 */
export function leastCachedTokens(modelId: string): number {
  return isAtLeast(modelId, 5, 0) ? 512 : 4_096;
}

/** Whether a request asks for the prompt cache at any place. */
export function asksForCache(body: WireRequest): boolean {
  const blocks = [body.system ?? [], ...body.messages.map(({ content }) => content)].flat();
  return blocks.some((block) => typeof block !== 'string' && 'cache_control' in block);
}
