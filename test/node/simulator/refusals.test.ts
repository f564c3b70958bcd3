import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { type Simulator, startSimulator } from '../../simulator/client.ts';
import { dig, exchange, hello, jsonOf, usual } from './exchange.ts';

let simulator: Simulator;
before(async () => {
  simulator = await startSimulator({ speed: 0 });
});
after(() => simulator.stop());
beforeEach(async () => {
  await simulator.configure({ keys: 'any', auth: 'both' });
  await simulator.clear();
});

interface Outcome {
  readonly status: number;
  readonly type?: string;
  readonly message?: string;
}

async function outcome(body: object | string, headers: Record<string, string> = usual): Promise<Outcome> {
  const received = await exchange(simulator.origin, { body, headers });
  if (received.status === 200) return { status: 200 };
  const error = jsonOf(received);
  const [type, message] = ['type', 'message'].map((name) => String(dig(error, 'error', name)));
  return { status: received.status, type: type ?? '', message: message ?? '' };
}

const version = { 'anthropic-version': '2026-10-21' };
const bad = (message: string): Outcome => ({ status: 400, type: 'invalid_request_error', message });
const denied = (message: string): Outcome => ({ status: 401, type: 'authentication_error', message });

for (const [headers, expected] of [
  [{ ...version, authorization: 'Bearer k-1' }, { status: 200 }],
  [{ ...version, 'x-api-key': 'k-1' }, { status: 200 }],
  [version, denied('x-api-key header is required')],
  [{ ...version, authorization: 'Bearer k-2' }, denied('invalid x-api-key')],
  [
    { ...version, 'x-api-key': `sk-ant-${'oat'}01-x` },
    denied('OAuth authentication is currently not supported.'),
  ],
  [{ 'x-api-key': 'k-1' }, bad('anthropic-version: header is required')],
] as const) {
  test(`headers ${Object.entries(headers)}`, async () => {
    await simulator.configure({ keys: ['k-1'] });
    assert.deepEqual(await outcome(hello, headers), expected);
  });
}

test('a gateway that reads only x-api-key does not see a bearer key, and no key may be asked for at all', async () => {
  await simulator.configure({ auth: 'x-api-key' });
  assert.equal((await outcome(hello)).status, 401);
  await simulator.configure({ keys: 'none' });
  assert.equal((await outcome(hello, version)).status, 200);
});

const older = { ...usual, 'anthropic-version': '2023-06-01' };
const say = [{ role: 'user', content: 'Hi' }];
const cases: readonly (readonly [body: object, headers: Record<string, string>, expected: Outcome])[] = [
  [{ temperature: 0.2 }, usual, bad('`temperature` is not supported in API version 2026-10-21.')],
  [
    { model: 'claude-sonnet-4-6', top_p: 0.2 },
    usual,
    bad('`top_p` is not supported in API version 2026-10-21.'),
  ],
  [{ model: 'claude-sonnet-4-6', temperature: 0.2 }, older, { status: 200 }],
  [{ temperature: 0.2 }, older, bad('`temperature` is deprecated for this model.')],
  [
    { model: 'claude-haiku-4-5', output_config: { effort: 'low' } },
    usual,
    bad('output_config.effort: This model does not support the effort parameter.'),
  ],
  [
    { model: 'claude-opus-4-5', output_config: { effort: 'max' } },
    usual,
    bad("output_config.effort: This model does not support effort level 'max'."),
  ],
  [
    { model: 'claude-opus-5', thinking: { type: 'disabled' }, output_config: { effort: 'max' } },
    usual,
    bad("output_config.effort: Effort level 'max' is not allowed with thinking off."),
  ],
  [
    { model: 'claude-opus-5-5', thinking: { type: 'disabled' } },
    usual,
    bad('"thinking.type.disabled" is not supported for this model.'),
  ],
  [
    { thinking: { type: 'enabled', budget_tokens: 1024 } },
    usual,
    bad('"thinking.type.enabled" is not supported for this model.'),
  ],
  [
    { model: 'claude-haiku-4-5', thinking: { type: 'adaptive' } },
    usual,
    bad('"thinking.type.adaptive" is not supported for this model.'),
  ],
  [
    { model: 'claude-haiku-4-5', thinking: { type: 'enabled', budget_tokens: 4096 } },
    usual,
    bad('`max_tokens` must be greater than `thinking.budget_tokens`.'),
  ],
  [{ model: 'claude-haiku-4-5', thinking: { type: 'enabled', budget_tokens: 1024 } }, usual, { status: 200 }],
  [{ model: 'claude-sonnet-5-5', thinking: { type: 'between_tools' } }, usual, { status: 200 }],
  [
    { model: 'claude-opus-9' },
    usual,
    { status: 404, type: 'not_found_error', message: 'model: claude-opus-9' },
  ],
  [
    { model: 'claude-opus-4-1' },
    usual,
    { status: 404, type: 'not_found_error', message: 'model: claude-opus-4-1' },
  ],
  [
    { max_tokens: 64_001 },
    usual,
    bad(
      'max_tokens: 64001 > 64000, which is the maximum allowed number of output tokens for claude-haiku-5-5',
    ),
  ],
  [{ max_tokens: undefined }, usual, bad('max_tokens: Field required')],
  [{ messages: [] }, usual, bad('messages: at least one message is required')],
  [
    { model: 'claude-sonnet-4-6', messages: [...say, { role: 'assistant', content: '{' }] },
    usual,
    bad(
      'This model does not support assistant message prefill. The conversation must end with a user message.',
    ),
  ],
  [
    { model: 'claude-haiku-4-5', messages: [...say, { role: 'assistant', content: '{' }] },
    usual,
    { status: 200 },
  ],
  [
    { model: 'claude-haiku-4-5', messages: [{ role: 'user', content: 'word '.repeat(200_000) }] },
    usual,
    bad('prompt is too long: 200008 tokens > 200000 maximum'),
  ],
  [{ speed: 'fast' }, usual, bad('speed: This model does not support fast mode.')],
];

for (const [body, headers, expected] of cases) {
  test(`${headers['anthropic-version']} ${JSON.stringify(body).slice(0, 120)}`, async () => {
    assert.deepEqual(await outcome({ ...hello, ...body }, headers), expected);
  });
}

test('what is not JSON is refused', async () => {
  assert.deepEqual(await outcome('{'), bad('The request body is not valid JSON'));
});

test('a refused request leaves the script as it is', async () => {
  await simulator.script([{ kind: 'answer', text: 'kept' }]);
  assert.equal((await outcome({ ...hello, model: 'none' })).status, 404);
  const message = jsonOf(await exchange(simulator.origin, { body: { ...hello, stream: false } }));
  assert.deepEqual(message.content, [{ type: 'text', text: 'kept' }]);
});
