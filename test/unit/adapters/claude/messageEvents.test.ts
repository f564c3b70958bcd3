import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runEventOf } from '../../../../src/adapters/claude/messageEvents.ts';
import type { RunEvent } from '../../../../src/core/run/events.ts';
import { noUsage } from '../../../../src/core/run/usage.ts';

const at = 12.5;

const cases: readonly (readonly [string, RunEvent | null])[] = [
  [
    '{"type":"message_start","message":{"model":"m","usage":{"input_tokens":3,"output_tokens":1}}}',
    { kind: 'message-start', at, model: 'm', usage: { ...noUsage, inputTokens: 3, outputTokens: 1 } },
  ],
  ['{"type":"message_start"}', { kind: 'message-start', at, model: null, usage: noUsage }],
  [
    '{"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"input_tokens":1,"cache_creation_input_tokens":2,"cache_read_input_tokens":3,"output_tokens":4,"output_tokens_details":{"thinking_tokens":5},"server_tool_use":{"web_search_requests":6,"web_fetch_requests":7},"service_tier":"priority","speed":"fast"}}',
    {
      kind: 'message-delta',
      at,
      stopReason: 'end_turn',
      stopSequence: null,
      refusalCategory: null,
      usage: {
        inputTokens: 1,
        cacheCreationTokens: 2,
        cacheReadTokens: 3,
        outputTokens: 4,
        thinkingTokens: 5,
        webSearchRequests: 6,
        webFetchRequests: 7,
        serviceTier: 'priority',
        speed: 'fast',
      },
    },
  ],
  [
    '{"type":"message_delta","delta":{"stop_reason":"refusal","stop_sequence":null,"stop_details":{"type":"refusal","category":"cyber"}},"usage":null}',
    {
      kind: 'message-delta',
      at,
      stopReason: 'refusal',
      stopSequence: null,
      refusalCategory: 'cyber',
      usage: noUsage,
    },
  ],
  [
    '{"type":"content_block_start","index":2,"content_block":{"type":"text","text":"Hi"}}',
    { kind: 'block-start', at, index: 2, block: 'text', name: null, text: 'Hi' },
  ],
  [
    '{"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"","signature":""}}',
    { kind: 'block-start', at, index: 0, block: 'thinking', name: null, text: '' },
  ],
  [
    '{"type":"content_block_start","index":0,"content_block":{"type":"redacted_thinking","data":"x"}}',
    { kind: 'block-start', at, index: 0, block: 'redacted-thinking', name: null, text: '' },
  ],
  [
    '{"type":"content_block_start","index":0,"content_block":{"type":"tool_use","id":"t","name":"search","input":{}}}',
    { kind: 'block-start', at, index: 0, block: 'tool-use', name: 'search', text: '' },
  ],
  [
    '{"type":"content_block_start","index":0,"content_block":{"type":"server_tool_use","name":"web_search"}}',
    { kind: 'block-start', at, index: 0, block: 'server-tool-use', name: 'web_search', text: '' },
  ],
  [
    '{"type":"content_block_start","index":0,"content_block":{"type":"compaction","text":"no"}}',
    { kind: 'block-start', at, index: 0, block: 'other', name: 'compaction', text: '' },
  ],
  [
    '{"type":"content_block_start","index":0,"content_block":{"type":"constructor"}}',
    { kind: 'block-start', at, index: 0, block: 'other', name: 'constructor', text: '' },
  ],
  [
    '{"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":"a"}}',
    { kind: 'delta', at, index: 1, delta: 'text', text: 'a' },
  ],
  [
    '{"type":"content_block_delta","index":1,"delta":{"type":"thinking_delta","thinking":"a"}}',
    { kind: 'delta', at, index: 1, delta: 'thinking', text: 'a' },
  ],
  [
    '{"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"{"}}',
    { kind: 'delta', at, index: 1, delta: 'input-json', text: '{' },
  ],
  [
    '{"type":"content_block_delta","index":1,"delta":{"type":"signature_delta","signature":"s"}}',
    { kind: 'delta', at, index: 1, delta: 'signature', text: '' },
  ],
  [
    '{"type":"content_block_delta","index":1,"delta":{"type":"citations_delta","citation":{}}}',
    { kind: 'delta', at, index: 1, delta: 'citations', text: '' },
  ],
  [
    '{"type":"content_block_delta","index":1,"delta":{"type":"compaction_delta","content":"c"}}',
    { kind: 'delta', at, index: 1, delta: 'other', text: '' },
  ],
  [
    '{"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":7}}',
    { kind: 'delta', at, index: 1, delta: 'text', text: '' },
  ],
  ['{"type":"content_block_stop","index":1}', { kind: 'block-stop', at, index: 1 }],
  ['{"type":"message_stop"}', { kind: 'message-stop', at }],
  ['{"type":"ping"}', null],
  ['{"type":"new_event","index":1}', null],
  ['{}', null],
  ['[]', null],
  ['null', null],
  ['"text"', null],
];

for (const [json, expected] of cases) {
  test(json, () => assert.deepEqual(runEventOf(JSON.parse(json), at), expected));
}
