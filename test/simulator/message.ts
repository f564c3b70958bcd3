import { assertNever } from '../../src/core/assertNever.ts';
import type { Answer, Block } from './compose.ts';

/** Usage as `message_start` tells it: the output count is a placeholder. */
export function usageAtStart(answer: Answer): object {
  const { input } = answer;
  return {
    input_tokens: input.uncached,
    cache_creation_input_tokens: input.written,
    cache_read_input_tokens: input.read,
    cache_creation: {
      ephemeral_5m_input_tokens: input.ttl === '5m' ? input.written : 0,
      ephemeral_1h_input_tokens: input.ttl === '1h' ? input.written : 0,
    },
    output_tokens: Math.min(answer.outputTokens, 4),
    service_tier: 'standard',
    inference_geo: 'global',
    ...(answer.speed === null ? {} : { speed: answer.speed }),
  };
}

/** Usage as `message_delta` tells it: cumulative and final. */
export function usageAtEnd(answer: Answer): object {
  const { input } = answer;
  return {
    input_tokens: input.uncached,
    cache_creation_input_tokens: input.written,
    cache_read_input_tokens: input.read,
    output_tokens: answer.outputTokens,
    ...(answer.reportsThinking ? { output_tokens_details: { thinking_tokens: answer.thinkingTokens } } : {}),
    ...(answer.speed === null ? {} : { speed: answer.speed }),
  };
}

/** Why the model refused, or null. */
export function stopDetails(answer: Answer): object | null {
  return (
    answer.refusal && {
      type: 'refusal',
      category: answer.refusal.category,
      explanation: answer.refusal.explanation,
    }
  );
}

function contentOf(block: Block): object {
  switch (block.type) {
    case 'thinking':
      return { type: 'thinking', thinking: block.text, signature: block.signature };
    case 'text':
      return { type: 'text', text: block.text };
    case 'tool_use':
      return {
        type: 'tool_use',
        id: block.id,
        name: block.name,
        input: block.input,
        caller: { type: 'direct' },
      };
    default:
      return assertNever(block);
  }
}

/** The answer as one message, as a request without `stream` gets it. */
export function messageOf(answer: Answer): object {
  return {
    model: answer.model,
    id: answer.id,
    type: 'message',
    role: 'assistant',
    content: answer.blocks.map(contentOf),
    stop_reason: answer.stopReason,
    stop_sequence: answer.stopSequence,
    stop_details: stopDetails(answer),
    usage: { ...usageAtStart(answer), ...usageAtEnd(answer) },
  };
}
