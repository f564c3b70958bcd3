import { isAtLeast } from './modelId.ts';
import type { ContentBlock, PreparedRequest, Turn } from './wireRequest.ts';

const mark = { cache_control: { type: 'ephemeral' } } as const;

/**
 * The fewest input tokens that the prompt cache takes for sure (Prompt caching page, platform.claude.com, November 2026):
 * 512 for models from Claude 5 on; older ones ask for 1,024 to 4,096.
 */
export function leastCachedTokens(modelId: string): number {
  return isAtLeast(modelId, 5, 0) ? 512 : 4_096;
}

/** The request with its system prompt and the end of its last turn marked for the prompt cache. */
export function withCaching({ body, version }: PreparedRequest): PreparedRequest {
  const { system, messages } = body;
  const blocks: readonly ContentBlock[] =
    typeof system === 'string' ? [{ type: 'text', text: system }] : (system ?? []);
  return {
    version,
    body: {
      ...body,
      ...(blocks.length === 0 ? {} : { system: marked(blocks) }),
      messages: messages.map(
        (turn, at): Turn => (at === messages.length - 1 ? { ...turn, content: marked(turn.content) } : turn),
      ),
    },
  };
}

function marked(blocks: readonly ContentBlock[]): readonly ContentBlock[] {
  return blocks.map((block, at) => (at === blocks.length - 1 ? { ...block, ...mark } : block));
}
