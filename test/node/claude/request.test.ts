import assert from 'node:assert/strict';
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { apiVersion } from '../../../src/adapters/claude/client.ts';
import { countTokens } from '../../../src/adapters/claude/countTokens.ts';
import type { Connection } from '../../../src/core/request/connection.ts';
import { startRun, testKey } from '../../support/claudeRun.ts';
import { replayRequest } from '../../support/replayLine.ts';

interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

let seen: Seen[] = [];
let respond: (response: Parameters<RequestListener>[1]) => void = () => {};
const whole = 'data: {"type":"message_stop"}\n\n';

const server = createServer(async (request, response) => {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  const { method, url, headers } = request;
  seen.push({ method, url, headers, body: text === '' ? null : JSON.parse(text) });
  respond(response);
});
let origin = '';

const environment = {
  ANTHROPIC_API_KEY: 'environment-key',
  ANTHROPIC_AUTH_TOKEN: 'environment-token',
  ANTHROPIC_BASE_URL: 'http://127.0.0.1:1',
  ANTHROPIC_CUSTOM_HEADERS:
    'x-environment: 1\nanthropic-version: 1999-01-01\nauthorization: Bearer environment',
  ANTHROPIC_LOG: 'debug',
  ANTHROPIC_PROFILE: 'environment',
};
const saved = Object.keys(environment).map((name) => [name, process.env[name]] as const);

before(async () => {
  Object.assign(process.env, environment);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  for (const [name, value] of saved) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  server.close();
  server.closeAllConnections();
});

async function send(connection: Partial<Connection>, version: string | null = null) {
  seen = [];
  respond = (response) => response.end(whole);
  const logged: unknown[] = [];
  const original = { ...console };
  for (const level of ['log', 'debug', 'info', 'warn', 'error'] as const) {
    console[level] = (...words: unknown[]) => void logged.push(words);
  }
  try {
    const state = await startRun(origin, { connection, request: { ...replayRequest, version } }).done;
    return { state, request: seen[0], logged };
  } finally {
    Object.assign(console, original);
  }
}

function auth(headers: IncomingHttpHeaders | undefined) {
  return [headers?.authorization, headers?.['x-api-key']];
}

const auths: readonly (readonly [Partial<Connection>, readonly (string | undefined)[]])[] = [
  [{ auth: 'bearer' }, [`Bearer ${testKey}`, undefined]],
  [{ auth: 'x-api-key' }, [undefined, testKey]],
  [{ auth: 'none' }, [undefined, undefined]],
  [{ auth: 'none', key: null }, [undefined, undefined]],
  [{ auth: 'none', key: null, headers: { Authorization: 'Basic own' } }, ['Basic own', undefined]],
  [
    { auth: 'bearer', headers: { Authorization: 'own', 'X-Api-Key': 'own' } },
    [`Bearer ${testKey}`, undefined],
  ],
  [{ auth: 'x-api-key', headers: { authorization: 'own', 'x-api-key': 'own' } }, [undefined, testKey]],
];

for (const [connection, expected] of auths) {
  test(`auth of ${JSON.stringify(connection)}, whatever the environment says`, async () => {
    const { state, request, logged } = await send(connection);
    assert.deepEqual([state.endState, auth(request?.headers), logged], ['complete', expected, []]);
  });
}

test('the request as a whole', async () => {
  const { request } = await send({});
  assert.deepEqual(
    [request?.method, request?.url, request?.body],
    ['POST', '/v1/messages', { ...replayRequest.body, stream: true }],
  );
  const { headers = {} } = request ?? {};
  assert.deepEqual(
    [
      headers['content-type'],
      headers.accept,
      headers['accept-encoding'],
      headers['anthropic-version'],
      headers['x-environment'],
    ],
    ['application/json', 'application/json', 'identity', apiVersion, undefined],
  );
});

test('another API version where the request needs it', async () => {
  const { request } = await send({ headers: { 'anthropic-version': '2024-01-01' } }, '2023-06-01');
  assert.equal(request?.headers['anthropic-version'], '2023-06-01');
});

test('own headers go along but replace none that matter', async () => {
  const headers = {
    'X-Team': 'tuning',
    'Content-Type': 'text/plain',
    Accept: 'text/plain',
    'Accept-Encoding': 'gzip',
    'Content-Length': '3',
    'anthropic-beta': 'some-beta',
  };
  const { state, request } = await send({ headers });
  const got = request?.headers ?? {};
  assert.deepEqual(
    [
      state.endState,
      got['x-team'],
      got['content-type'],
      got.accept,
      got['accept-encoding'],
      got['anthropic-beta'],
    ],
    ['complete', 'tuning', 'application/json', 'application/json', 'identity', 'some-beta'],
  );
});

for (const connection of [{ key: null }, { key: '' }, { key: null, auth: 'x-api-key' }] as const) {
  test(`no key in ${JSON.stringify(connection)}: nothing is sent`, async () => {
    const { state, request } = await send(connection);
    assert.deepEqual([state.endState, state.failure?.kind, request], ['failed', 'no-key', undefined]);
  });
}

test('a redirect is not followed: key and prompt stay at their origin', async () => {
  seen = [];
  respond = (response) => response.writeHead(307, { location: `${origin}/elsewhere` }).end();
  const state = await startRun(origin).done;
  assert.deepEqual(
    [state.endState, state.failure?.status, state.failure?.message, seen.length],
    ['failed', 307, `redirected to ${origin}/elsewhere`, 1],
  );
});

test('a server that repeats the key does not get it shown', async () => {
  respond = (response) =>
    response
      .writeHead(401)
      .end(JSON.stringify({ error: { type: 'authentication_error', message: testKey } }));
  const state = await startRun(origin).done;
  assert.deepEqual([state.failure?.kind, state.failure?.message], ['rejected-key', '…']);
});

test('a header that cannot be sent fails the run without its value', async () => {
  const { state } = await send({ headers: { 'x-team': 'secret\nvalue' } });
  assert.equal(state.endState, 'failed');
  assert.ok(!JSON.stringify(state.failure).includes('secret'), JSON.stringify(state.failure));
});

test('count_tokens gets the fields that it takes and no others', async () => {
  seen = [];
  respond = (response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"input_tokens":42}');
  };
  const { body } = replayRequest;
  const request = {
    body: { ...body, stream: true, temperature: 1, system: 'Be brief.' },
    version: '2023-06-01',
  };
  const connection = { baseUrl: origin, auth: 'bearer', key: testKey, headers: {} } as const;
  const result = await countTokens(request, connection, { signal: new AbortController().signal });
  assert.deepEqual([result.ok && result.value, seen[0]?.url], [42, '/v1/messages/count_tokens']);
  assert.deepEqual(seen[0]?.body, { model: body.model, messages: body.messages, system: 'Be brief.' });
});
