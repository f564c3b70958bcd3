import type { BlockKind, DeltaKind, RunEvent } from '../../core/run/events.ts';
import { noUsage, type Usage } from '../../core/run/usage.ts';
import { membersOf, numberOf, stringOf } from './shape.ts';

/** Turns one event of the Messages API into what happened in the run; null for a type that this version does not know. */
export function runEventOf(api: unknown, at: number): RunEvent | null {
  const event = membersOf(api);
  const index = numberOf(event.index) ?? 0;
  switch (event.type) {
    case 'message_start': {
      const message = membersOf(event.message);
      return { kind: 'message-start', at, model: stringOf(message.model), usage: usageOf(message.usage) };
    }
    case 'content_block_start':
      return { kind: 'block-start', at, index, ...blockOf(event.content_block) };
    case 'content_block_delta':
      return { kind: 'delta', at, index, ...deltaOf(event.delta) };
    case 'content_block_stop':
      return { kind: 'block-stop', at, index };
    case 'message_delta': {
      const delta = membersOf(event.delta);
      return {
        kind: 'message-delta',
        at,
        stopReason: stringOf(delta.stop_reason),
        stopSequence: stringOf(delta.stop_sequence),
        refusalCategory: stringOf(membersOf(delta.stop_details).category),
        usage: usageOf(event.usage),
      };
    }
    case 'message_stop':
      return { kind: 'message-stop', at };
    default:
      return null;
  }
}

const blockKinds: Readonly<Record<string, BlockKind>> = {
  text: 'text',
  thinking: 'thinking',
  redacted_thinking: 'redacted-thinking',
  tool_use: 'tool-use',
  server_tool_use: 'server-tool-use',
};

function blockOf(value: unknown): { block: BlockKind; name: string | null; text: string } {
  const content = membersOf(value);
  const type = stringOf(content.type) ?? '';
  const block = Object.hasOwn(blockKinds, type) ? (blockKinds[type] ?? 'other') : 'other';
  const isTool = block === 'tool-use' || block === 'server-tool-use';
  const text = block === 'thinking' ? content.thinking : block === 'text' ? content.text : null;
  return {
    block,
    name: isTool ? stringOf(content.name) : block === 'other' ? type : null,
    text: stringOf(text) ?? '',
  };
}

function deltaOf(value: unknown): { delta: DeltaKind; text: string } {
  const delta = membersOf(value);
  switch (delta.type) {
    case 'text_delta':
      return { delta: 'text', text: stringOf(delta.text) ?? '' };
    case 'thinking_delta':
      return { delta: 'thinking', text: stringOf(delta.thinking) ?? '' };
    case 'input_json_delta':
      return { delta: 'input-json', text: stringOf(delta.partial_json) ?? '' };
    case 'signature_delta':
      return { delta: 'signature', text: '' };
    case 'citations_delta':
      return { delta: 'citations', text: '' };
    default:
      return { delta: 'other', text: '' };
  }
}

function usageOf(value: unknown): Usage {
  if (typeof value !== 'object' || value === null) return noUsage;
  const usage = membersOf(value);
  const tools = membersOf(usage.server_tool_use);
  return {
    inputTokens: numberOf(usage.input_tokens),
    cacheCreationTokens: numberOf(usage.cache_creation_input_tokens),
    cacheReadTokens: numberOf(usage.cache_read_input_tokens),
    outputTokens: numberOf(usage.output_tokens),
    thinkingTokens: numberOf(membersOf(usage.output_tokens_details).thinking_tokens),
    webSearchRequests: numberOf(tools.web_search_requests),
    webFetchRequests: numberOf(tools.web_fetch_requests),
    serviceTier: stringOf(usage.service_tier),
    speed: stringOf(usage.speed),
  };
}
