import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { userTurn } from '../../../../src/core/request/fitRequest.ts';
import { systemTextOf, withCache, withRawFields } from '../../../../src/core/request/rawFields.ts';
import type { WireRequest } from '../../../../src/core/request/wireRequest.ts';

const body: WireRequest = {
  model: 'claude-haiku-5-5',
  max_tokens: 100,
  system: 'Be brief.',
  messages: [userTurn('Hello')],
  output_config: { effort: 'low' },
  stream: true,
};
const cache_control = { type: 'ephemeral' };
const cachedSystem = [{ type: 'text', text: 'Be brief.', cache_control }];

test('raw fields are laid over the body, which stays streamed and keeps its effort', () => {
  const raw = { tools: [], stream: false, output_config: { format: 'x' }, max_tokens: 7 };
  assert.deepEqual(withRawFields(body, raw), {
    ...body,
    tools: [],
    max_tokens: 7,
    output_config: { effort: 'low', format: 'x' },
  });
});

test('an output configuration that was not there is sent as it is', () => {
  const { output_config: _, ...plain } = body;
  assert.deepEqual(withRawFields(plain, { output_config: { format: 'x' } }), {
    ...plain,
    output_config: { format: 'x' },
  });
});

suite('the cache breakpoint', () => {
  const turns = [
    userTurn('A'),
    { role: 'assistant' as const, content: [{ type: 'text', text: 'B' }] },
    userTurn('C'),
  ];

  test('off: none', () => assert.deepEqual(withCache(body, 'off'), body));

  test('system: behind the system prompt', () =>
    assert.deepEqual(withCache(body, 'system'), { ...body, system: cachedSystem }));

  test('prefix: behind everything but the last turn', () =>
    assert.deepEqual(withCache({ ...body, messages: turns }, 'prefix'), {
      ...body,
      messages: [
        turns[0],
        { role: 'assistant', content: [{ type: 'text', text: 'B', cache_control }] },
        turns[2],
      ],
    }));

  test('all: behind the system prompt and the end of the last turn', () => {
    const long = [
      turns[0],
      { role: 'user' as const, content: [...userTurn('C').content, ...userTurn('D').content] },
    ];
    assert.deepEqual(withCache({ ...body, messages: long as typeof turns }, 'all'), {
      ...body,
      system: cachedSystem,
      messages: [
        turns[0],
        {
          role: 'user',
          content: [
            { type: 'text', text: 'C' },
            { type: 'text', text: 'D', cache_control },
          ],
        },
      ],
    });
  });

  test('all without a system prompt: behind the last turn', () => {
    const { system: _, ...plain } = body;
    assert.deepEqual(withCache(plain, 'all'), {
      ...plain,
      messages: [{ role: 'user', content: [{ type: 'text', text: 'Hello', cache_control }] }],
    });
  });

  test('prefix without earlier turns: behind the system prompt', () =>
    assert.deepEqual(withCache(body, 'prefix'), { ...body, system: cachedSystem }));

  test('without anything before the turn: none', () => {
    const { system: _, ...plain } = body;
    assert.deepEqual(withCache(plain, 'prefix'), plain);
  });
});

test('the text of a system prompt, however it is written', () => {
  const texts = [body, withCache(body, 'system'), { ...body, system: [] }].map(systemTextOf);
  assert.deepEqual(texts, ['Be brief.', 'Be brief.', '']);
});
