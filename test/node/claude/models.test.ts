import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { BaseAnthropic } from '@anthropic-ai/sdk/client';
import { apiVersion } from '../../../src/adapters/claude/client.ts';
import { countTokens } from '../../../src/adapters/claude/countTokens.ts';
import { listModels } from '../../../src/adapters/claude/listModels.ts';
import type { Connection } from '../../../src/core/request/connection.ts';
import { type Simulator, startSimulator } from '../../simulator/client.ts';
import { testKey } from '../../support/claudeRun.ts';
import { replayRequest } from '../../support/replayLine.ts';

let simulator: Simulator;
before(async () => {
  simulator = await startSimulator({ speed: 0, keys: [testKey] });
});
beforeEach(async () => {
  await simulator.clear();
  await simulator.configure({ models: true });
});
after(() => simulator.stop());

function connection(key: string | null = testKey): Connection {
  return { baseUrl: simulator.origin, auth: 'bearer', key, headers: {} };
}
const options = () => ({ signal: new AbortController().signal });

test('the models, with what they can do', async () => {
  const result = await listModels(connection(), options());
  assert.ok(result.ok);
  assert.ok(result.roundTripMs > 0);
  const haiku = result.value.find((model) => model.id === 'claude-haiku-5-5');
  assert.deepEqual(haiku, {
    id: 'claude-haiku-5-5',
    name: 'Claude Haiku 5.5',
    line: 'haiku',
    lifecycle: 'active',
    created: '2026-10-07',
    retires: null,
    maxInputTokens: 400_000,
    maxOutputTokens: 64_000,
    efforts: ['low', 'medium', 'high', 'xhigh', 'max'],
    thinking: { supported: true, adaptive: true, budget: false, off: 'disabled' },
  });
});

function paging(pages: readonly object[]): typeof fetch {
  let next = 0;
  return async () => Response.json(pages[Math.min(next++, pages.length - 1)]);
}

test('all pages are read', async () => {
  const pages = [
    { data: [{ id: 'a' }, { id: 'b' }], has_more: true, first_id: 'a', last_id: 'b' },
    { data: [{ id: 'c' }], has_more: false, first_id: 'c', last_id: 'c' },
  ];
  const result = await listModels(connection(), { ...options(), fetch: paging(pages) });
  assert.deepEqual(result.ok && result.value.map((model) => model.id), ['a', 'b', 'c']);
});

test('a gateway that always says there is more comes to an end', async () => {
  const page = { data: [{ id: 'a' }], has_more: true, first_id: 'a', last_id: 'a' };
  const result = await listModels(connection(), { ...options(), fetch: paging([page]) });
  assert.equal(result.ok && result.value.length, 2_000);
});

test('a gateway that tells only ids', async () => {
  const page = { object: 'list', data: [{ id: 'x/y', object: 'model', created: 1 }, {}, null] };
  const result = await listModels(connection(), { ...options(), fetch: paging([page]) });
  assert.deepEqual(result.ok && result.value, [
    {
      id: 'x/y',
      name: 'x/y',
      line: null,
      lifecycle: 'unknown',
      created: null,
      retires: null,
      maxInputTokens: null,
      maxOutputTokens: null,
      efforts: null,
      thinking: null,
    },
  ]);
});

test('a gateway without a list', async () => {
  await simulator.configure({ models: false });
  const result = await listModels(connection(), options());
  assert.deepEqual(!result.ok && [result.failure.kind, result.failure.status], ['unknown', 404]);
});

test('a rejected key', async () => {
  const result = await listModels(connection('another-key'), options());
  assert.equal(!result.ok && result.failure.kind, 'rejected-key');
});

test('no key: nothing is sent', async () => {
  const result = await listModels(connection(null), options());
  assert.equal(!result.ok && result.failure.kind, 'no-key');
  assert.deepEqual(await simulator.requests(), []);
});

test('a cancelled list', async () => {
  const controller = new AbortController();
  const listing = listModels(connection(), { signal: controller.signal, fetch: hangingFetch });
  controller.abort();
  const result = await listing;
  assert.equal(result.ok, false);
});

function hangingFetch(_: unknown, init?: RequestInit): Promise<Response> {
  return new Promise((_resolve, reject) => {
    const { signal } = init ?? {};
    const abort = () => reject(new DOMException('This operation was aborted', 'AbortError'));
    if (signal?.aborted) abort();
    else signal?.addEventListener('abort', abort);
  });
}

test('a body that hangs behind its headers: no longer than 30 s', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const fetch: typeof globalThis.fetch = async (_, init) => {
    setImmediate(() => t.mock.timers.tick(30_000));
    return new Response(bodyUntilAborted(init?.signal));
  };
  const result = await listModels(connection(), { ...options(), fetch });
  assert.deepEqual(!result.ok && [result.failure.kind, result.failure.message], [
    'connection',
    'Request timed out.',
  ]);
});

function bodyUntilAborted(signal: AbortSignal | null | undefined): ReadableStream {
  return new ReadableStream({
    start: (controller) => signal?.addEventListener('abort', () => controller.error(signal.reason)),
  });
}

test('counted tokens', async () => {
  const result = await countTokens(replayRequest, connection(), options());
  assert.ok(result.ok && result.value > 0);
});

test('an unknown model cannot be counted', async () => {
  const request = { ...replayRequest, body: { ...replayRequest.body, model: 'claude-none-1' } };
  const result = await countTokens(request, connection(), options());
  assert.equal(!result.ok && result.failure.kind, 'unknown-model');
});

test('the API version is the one that the SDK is made for', async () => {
  let sent: string | null = null;
  const fetch = async (_: unknown, init?: RequestInit) => {
    sent = new Headers(init?.headers).get('anthropic-version');
    return Response.json({});
  };
  await new BaseAnthropic({ apiKey: 'some-key', baseURL: 'http://version.invalid', fetch }).get('/');
  assert.equal(sent, apiVersion);
});
