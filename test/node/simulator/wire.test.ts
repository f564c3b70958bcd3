import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { type Simulator, startSimulator } from '../../simulator/client.ts';
import { bytesOf, dig, eventsOf, exchange, hello, jsonOf, namesOf, textOf } from './exchange.ts';

let simulator: Simulator;
before(async () => {
  simulator = await startSimulator({ speed: 0 });
});
after(() => simulator.stop());
beforeEach(() => simulator.clear());

test('an answer is written event for event as the API writes it', async () => {
  await simulator.script([
    {
      kind: 'answer',
      text: 'Hello, world',
      charsPerDelta: 5,
      inputTokens: 12,
      outputTokens: 4,
      dialect: { paddedJson: false },
    },
  ]);
  const received = await exchange(simulator.origin);
  const id = String(dig(eventsOf(received)[0], 'message', 'id'));
  assert.match(id, /^msg_01[A-Za-z0-9]{22}$/);
  const usage = { input_tokens: 12, cache_creation_input_tokens: 0, cache_read_input_tokens: 0 };
  const start = {
    type: 'message_start',
    message: {
      model: 'claude-haiku-5-5',
      id,
      type: 'message',
      role: 'assistant',
      content: [],
      stop_reason: null,
      stop_sequence: null,
      stop_details: null,
      usage: {
        ...usage,
        cache_creation: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 0 },
        output_tokens: 4,
        service_tier: 'standard',
        inference_geo: 'global',
      },
    },
  };
  const delta = (text: string) => ({
    type: 'content_block_delta',
    index: 0,
    delta: { type: 'text_delta', text },
  });
  const frame = (data: { readonly type: string; readonly [field: string]: unknown }) =>
    `event: ${data.type}\ndata: ${JSON.stringify(data)}\n\n`;
  const expected = [
    frame(start),
    frame({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } } as {
      type: string;
    }),
    'event: ping\ndata: {"type": "ping"}\n\n',
    frame(delta('Hello')),
    frame(delta(', wor')),
    frame(delta('ld')),
    frame({ type: 'content_block_stop', index: 0 }),
    frame({
      type: 'message_delta',
      delta: { stop_reason: 'end_turn', stop_sequence: null, stop_details: null },
      usage: { ...usage, output_tokens: 4, output_tokens_details: { thinking_tokens: 0 } },
    }),
    frame({ type: 'message_stop' }),
  ];
  assert.deepEqual(received.chunks.map(String), expected);
  assert.equal(received.ending, 'end');
});

test('the head carries what the API sends', async () => {
  const { status, headers } = await exchange(simulator.origin);
  assert.equal(status, 200);
  assert.equal(headers['x-prompt-tuner-simulated'], '1');
  assert.equal(headers['content-type'], 'text/event-stream; charset=utf-8');
  assert.match(String(headers['request-id']), /^req_01[A-Za-z0-9]{22}$/);
  assert.match(String(headers['server-timing']), /^x-originResponse;dur=\d+$/);
  assert.equal(headers['keep-alive'], undefined);
  const limits = ['requests', 'tokens', 'input-tokens', 'output-tokens'];
  const names = limits.flatMap((name) =>
    ['limit', 'remaining', 'reset'].map((part) => `anthropic-ratelimit-${name}-${part}`),
  );
  assert.deepEqual(
    names.filter((name) => headers[name] === undefined),
    [],
  );
});

test('every event has one stamp, and the stamps never run backwards', async () => {
  const received = await exchange(simulator.origin);
  const record = await simulator.waitFor('end', 1);
  assert.deepEqual(
    record.stamps.map(({ event }) => event),
    namesOf(received),
  );
  const times = [
    record.connectedAt,
    record.receivedAt,
    record.bodyAt ?? 0,
    record.headersAt ?? 0,
    ...record.stamps.map(({ at }) => at),
    record.endedAt ?? 0,
  ];
  assert.deepEqual(
    times,
    times.toSorted((a, b) => a - b),
  );
  assert.equal(
    record.stamps.reduce((sum, { chars }) => sum + chars, 0),
    textOf(received).length,
  );
  assert.equal(record.requestId, received.headers['request-id']);
});

test('drawn delays pass before the events that they belong to', async () => {
  await simulator.script([{ kind: 'answer', text: 'abcdef', charsPerDelta: 2, ttftMs: 60, gapMs: 15 }]);
  await exchange(simulator.origin);
  const { stamps, receivedAt, planned } = await simulator.waitFor('end', 1);
  const deltas = stamps.filter(({ chars }) => chars > 0).map(({ at }) => at - receivedAt);
  assert.deepEqual(planned, { ttftMs: 60, totalMs: 90 });
  assert.ok(
    deltas.every((at, index) => at >= 60 + 15 * index),
    `deltas at ${deltas} ms`,
  );
});

test('visible thinking, hidden thinking and tool calls have the blocks of the API', async () => {
  await simulator.script([
    {
      kind: 'answer',
      thinking: 'visible',
      thinkingText: 'Hmm.',
      thinkingTokens: 30,
      text: 'Yes',
      outputTokens: 40,
    },
    { kind: 'answer', thinking: 'hidden', thinkingTokens: 30, text: 'Yes' },
    { kind: 'answer', text: 'Looking', tools: [{ name: 'look', input: { at: 'sky' } }], charsPerDelta: 99 },
  ]);
  const shapes: string[][] = [];
  for (let run = 0; run < 3; run++) {
    const events = eventsOf(await exchange(simulator.origin));
    shapes.push(
      events.flatMap((data) => {
        const kinds = [
          dig(data, 'content_block', 'type'),
          dig(data, 'delta', 'type'),
          dig(data, 'delta', 'stop_reason'),
        ];
        return kinds.filter((kind) => kind !== undefined).map(String);
      }),
    );
  }
  assert.deepEqual(shapes, [
    ['thinking', 'thinking_delta', 'signature_delta', 'text', 'text_delta', 'end_turn'],
    ['thinking', 'signature_delta', 'text', 'text_delta', 'end_turn'],
    ['text', 'text_delta', 'tool_use', 'input_json_delta', 'input_json_delta', 'tool_use'],
  ]);
});

test('without stream the same answer comes as one message', async () => {
  await simulator.script([{ kind: 'answer', text: 'Hi', inputTokens: 9, outputTokens: 2 }]);
  const message = jsonOf(await exchange(simulator.origin, { body: { ...hello, stream: false } }));
  assert.deepEqual(message.content, [{ type: 'text', text: 'Hi' }]);
  assert.equal(message.stop_reason, 'end_turn');
  assert.equal(dig(message, 'usage', 'output_tokens'), 2);
});

test('a burst writes its text in deltas of the asked size', async () => {
  await simulator.script([{ kind: 'burst', deltas: 300, charsPerDelta: 7, perSecond: 0 }]);
  const received = await exchange(simulator.origin);
  const deltas = namesOf(received).filter((name) => name === 'content_block_delta');
  assert.equal(deltas.length, 300);
  assert.equal(textOf(received).length, 2100);
});

test('count_tokens agrees with the billed input', async () => {
  const { stream: _, max_tokens: __, ...body } = hello;
  const counted = jsonOf(await exchange(simulator.origin, { path: '/v1/messages/count_tokens', body }));
  const message = jsonOf(await exchange(simulator.origin, { body: { ...hello, stream: false } }));
  assert.deepEqual(counted, { input_tokens: dig(message, 'usage', 'input_tokens') });
});

test('the bytes of a stream are UTF-8 that parses', async () => {
  await simulator.script([{ kind: 'answer', text: '– 🙂 → é', charsPerDelta: 1 }]);
  const received = await exchange(simulator.origin);
  assert.equal(textOf(received), '– 🙂 → é');
  assert.doesNotThrow(() => new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(received)));
});
