import { isObject } from '../isObject.ts';
import type { ContentBlock, Json, Turn, WireRequest } from './wireRequest.ts';

/** Fields of a request that are sent as the prompt has them, in the API's spelling. */
export type RawFields = { readonly [field: string]: Json };

/** Where a cache breakpoint is set: behind the system prompt, behind everything but the last turn, behind both the system prompt and the last turn, or nowhere. */
export const cachePlaces = ['system', 'prefix', 'all', 'off'] as const;

/** One of {@link cachePlaces}. */
export type CachePlace = (typeof cachePlaces)[number];

const breakpoint = { cache_control: { type: 'ephemeral' } } as const;

/** The body with raw fields laid over it; `output_config` keeps what was set otherwise. It stays streamed. */
export function withRawFields(body: WireRequest, raw: RawFields): WireRequest {
  const { output_config, ...others } = raw;
  const merged = isObject(output_config) && isObject(body.output_config);
  const output = merged ? { ...body.output_config, ...output_config } : output_config;
  return {
    ...body,
    ...others,
    ...(output_config === undefined ? {} : { output_config: output as Json }),
    stream: true,
  };
}

/** The body with a cache breakpoint. Without an earlier turn, `prefix` is what stands before the turns: the system prompt. */
export function withCache(body: WireRequest, place: CachePlace): WireRequest {
  if (place === 'off') return body;
  const { messages } = body;
  const last = messages.at(-1);
  if (place === 'all' && last !== undefined) {
    const ended = { ...last, content: lastMarked(last.content) };
    return withCache({ ...body, messages: messages.with(-1, ended) }, 'system');
  }
  const before = place === 'prefix' ? messages.at(-2) : undefined;
  if (before !== undefined) {
    const marked: Turn = { ...before, content: lastMarked(before.content) };
    return { ...body, messages: messages.with(-2, marked) };
  }
  if (body.system === undefined || body.system.length === 0) return body;
  const blocks: readonly ContentBlock[] =
    typeof body.system === 'string' ? [{ type: 'text', text: body.system }] : body.system;
  return { ...body, system: lastMarked(blocks) };
}

/** The text of a request's system prompt, however it is written; empty without one. */
export function systemTextOf({ system }: WireRequest): string {
  if (system === undefined || typeof system === 'string') return system ?? '';
  return system
    .flatMap((block) => ('text' in block && typeof block.text === 'string' ? [block.text] : []))
    .join('\n\n');
}

function lastMarked(blocks: readonly ContentBlock[]): readonly ContentBlock[] {
  return blocks.map(
    (block, index): ContentBlock => (index === blocks.length - 1 ? { ...block, ...breakpoint } : block),
  );
}
