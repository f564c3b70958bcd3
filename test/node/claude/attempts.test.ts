import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { type Simulator, startSimulator } from '../../simulator/client.ts';
import type { ResponsePlan } from '../../simulator/plan.ts';
import { startRun, story } from '../../support/claudeRun.ts';

let simulator: Simulator;
before(async () => {
  simulator = await startSimulator({ speed: 0 });
});
beforeEach(() => simulator.clear());
after(() => simulator.stop());

const answer: ResponsePlan = { kind: 'answer', text: 'Fine.', thinking: 'none', ttftMs: 0, gapMs: 0 };
const overloaded: ResponsePlan = {
  kind: 'error',
  status: 529,
  type: 'overloaded_error',
  message: 'Overloaded',
  headers: { 'retry-after-ms': '1' },
};

async function run(plans: readonly ResponsePlan[], maxAttempts = 3) {
  await simulator.script(plans);
  const started = startRun(simulator.origin, { maxAttempts });
  const state = await started.done;
  return { state, events: started.events, requests: await simulator.requests() };
}

const again = 'attempt-started connected sent headers attempt-failed';

test('an attempt that failed is seen, and the next one counts alone', async () => {
  const { state, events, requests } = await run([overloaded, answer]);
  assert.equal(
    story(events),
    `${again} attempt-started connected sent headers message-start block-start alive delta block-stop message-delta message-stop ended`,
  );
  const [first, second] = state.attempts;
  assert.deepEqual(
    {
      kind: first?.failure?.kind,
      retryInMs: first?.retryInMs,
      failure: second?.failure,
      end: state.endState,
      requests: requests.length,
    },
    { kind: 'overloaded', retryInMs: 1, failure: null, end: 'complete', requests: 2 },
  );
  assert.ok(second !== undefined && second.sentAt !== null && state.firstTokenAt !== null);
  assert.ok(second.sentAt >= second.startedAt && state.firstTokenAt >= second.sentAt);
});

test('three attempts at most', async () => {
  const { state, events, requests } = await run([overloaded, overloaded, overloaded, answer]);
  assert.equal(story(events), `${again} ${again} ${again} ended`);
  assert.deepEqual(
    [state.endState, state.failure?.kind, state.failure?.status, requests.length],
    ['failed', 'overloaded', 529, 3],
  );
  assert.deepEqual(
    state.attempts.map((attempt) => attempt.retryInMs),
    [1, 1, null],
  );
});

const error = (status: number, headers: Readonly<Record<string, string>> = {}): ResponsePlan => ({
  kind: 'error',
  status,
  type: 'api_error',
  message: 'No.',
  headers: { 'retry-after-ms': '1', ...headers },
});

const retried: readonly (readonly [string, ResponsePlan])[] = [
  ['429', error(429)],
  ['408', error(408)],
  ['409', error(409)],
  ['500', error(500)],
  ['502', error(502)],
  ['503', error(503)],
  ['400 that says so', error(400, { 'x-should-retry': 'true' })],
  ['a connection dropped before headers', { kind: 'refuse-connection' }],
];

for (const [name, plan] of retried) {
  test(`retried: ${name}`, async () => {
    const { state } = await run([plan, answer]);
    assert.deepEqual([state.endState, state.attempts.length], ['complete', 2]);
  });
}

const final: readonly (readonly [string, ResponsePlan, string])[] = [
  ['400', error(400), 'bad-request'],
  ['401', error(401), 'rejected-key'],
  ['403', error(403), 'no-permission'],
  ['429 that says not to', error(429, { 'x-should-retry': 'false' }), 'spend-limit'],
  ['500 that says not to', error(500, { 'x-should-retry': 'false' }), 'server-error'],
  ['429 that asks for over a minute', error(429, { 'retry-after-ms': '60001' }), 'rate-limit'],
  [
    'an error event',
    { kind: 'error-event', afterEvents: 0, type: 'overloaded_error', message: 'x' },
    'overloaded',
  ],
  [
    'an error event later',
    { kind: 'error-event', afterEvents: 5, type: 'api_error', message: 'x' },
    'server-error',
  ],
];

for (const [name, plan, kind] of final) {
  test(`not retried: ${name}`, async () => {
    const { state, requests } = await run([plan, answer]);
    assert.deepEqual(
      [state.endState, state.failure?.kind, state.attempts.length, requests.length],
      ['failed', kind, 1, 1],
    );
  });
}

const bodyFaults: readonly ResponsePlan[] = [
  { kind: 'cut', afterEvents: 1 },
  { kind: 'reset', afterEvents: 1 },
];
for (const plan of bodyFaults) {
  test(`not retried once the answer began: ${plan.kind}`, async () => {
    const { state, requests } = await run([plan, answer]);
    assert.deepEqual([state.endState, requests.length], ['broken', 1]);
  });
}

test('a status counts also where its body breaks off', async () => {
  const body = new ReadableStream({ pull: (controller) => controller.error(new TypeError('terminated')) });
  const { done } = startRun(simulator.origin, { fetch: async () => new Response(body, { status: 401 }) });
  const { failure, attempts } = await done;
  assert.deepEqual(
    [failure?.kind, failure?.status, failure?.message, attempts.length],
    ['rejected-key', 401, '', 1],
  );
});

test('one attempt where only one is wanted', async () => {
  const { state } = await run([overloaded, answer], 1);
  assert.deepEqual([state.endState, state.attempts.length], ['failed', 1]);
});

test('a refused connection is tried again and then told', async () => {
  await simulator.script([]);
  const gone = await startSimulator({ speed: 0 });
  await gone.stop();
  const started = startRun(gone.origin, { random: () => 1 });
  const state = await started.done;
  assert.deepEqual(
    [state.endState, state.failure?.kind, state.failure?.code, state.attempts.length],
    ['failed', 'connection', 'ECONNREFUSED', 3],
  );
  assert.deepEqual(
    state.attempts.map((attempt) => attempt.sentAt),
    [null, null, null],
  );
});
