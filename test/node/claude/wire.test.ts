import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { listModels } from '../../../src/adapters/claude/listModels.ts';
import type { RunState } from '../../../src/core/run/state.ts';
import { type Simulator, startSimulator } from '../../simulator/client.ts';
import { startRun, testKey } from '../../support/claudeRun.ts';

let simulator: Simulator;
before(async () => {
  simulator = await startSimulator({ speed: 0 });
});
beforeEach(() => simulator.clear());
after(() => simulator.stop());

const answer = { kind: 'answer', text: 'Fine.', thinking: 'none', ttftMs: 0, gapMs: 0 } as const;

function connection() {
  return { baseUrl: simulator.origin, auth: 'bearer', key: testKey, headers: {} } as const;
}

function last(state: RunState) {
  const attempt = state.attempts.at(-1);
  assert.ok(attempt !== undefined);
  return attempt;
}

test('stamps come in their order, each at its own time', async () => {
  await simulator.script([answer]);
  const state = await startRun(simulator.origin).done;
  const { startedAt, connectedAt, sentAt, headersAt, sentApproximate } = last(state);
  const times = [
    startedAt,
    connectedAt,
    sentAt,
    headersAt,
    state.firstTextAt,
    state.stoppedAt,
    state.endedAt,
  ];
  assert.equal(sentApproximate, false);
  assert.deepEqual(
    times,
    times.toSorted((a, b) => (a ?? Number.NaN) - (b ?? Number.NaN)),
  );
});

test('whether the connection was there already agrees with the server', async () => {
  await simulator.script([answer, answer, answer, answer]);
  const seen: [boolean | null, boolean][] = [];
  for (let i = 0; i < 4; i++) {
    const { reused, connectMs } = last(await startRun(simulator.origin).done);
    seen.push([reused, connectMs !== null]);
    // The HTTP client puts a connection back a turn of the loop after its last byte.
    await new Promise((resolve) => setImmediate(resolve));
  }
  const connections = (await simulator.requests()).map((request) => request.connection);
  const expected = connections.map((id, i) => {
    const reused = connections.indexOf(id) < i;
    return [reused, !reused];
  });
  // The very first may use a connection that an earlier test left open.
  assert.deepEqual(seen.slice(1), expected.slice(1));
});

test('what else runs at the same time does not count', async () => {
  await simulator.script([answer]);
  const others: Promise<unknown>[] = [];
  const options = { signal: new AbortController().signal };
  const run = startRun(simulator.origin, {
    onEvent: (event) => {
      if (['attempt-started', 'connected', 'sent'].includes(event.kind)) {
        others.push(listModels(connection(), options));
      }
    },
  });
  others.push(listModels(connection(), options));
  const state = await run.done;
  await Promise.all(others);
  const count = (kind: string) => run.events.filter((event) => event.kind === kind).length;
  assert.deepEqual([state.endState, count('connected'), count('sent')], ['complete', 1, 1]);
});

test('two runs at once keep their stamps apart', async () => {
  await simulator.script([{ kind: 'no-headers' }, answer]);
  const hanging = startRun(simulator.origin);
  await hanging.until('sent');
  const state = await startRun(simulator.origin).done;
  assert.equal(state.endState, 'complete');
  assert.deepEqual(
    hanging.events.map((event) => event.kind),
    ['attempt-started', 'connected', 'sent'],
  );
  hanging.abort();
  await hanging.done;
});

test('where the HTTP client tells nothing, sent is the call of fetch, and marked', async () => {
  let calledAt = 0;
  const body = 'data: {"type":"message_stop"}\n\n';
  const run = startRun(simulator.origin, {
    fetch: async () => {
      calledAt = performance.now();
      await new Promise((resolve) => setImmediate(resolve));
      return new Response(body, { headers: { 'request-id': 'req_x' } });
    },
  });
  const state = await run.done;
  const { sentAt, sentApproximate, headersAt, connectedAt } = last(state);
  assert.deepEqual([sentApproximate, connectedAt, state.endState], [true, null, 'complete']);
  assert.ok(sentAt !== null && headersAt !== null && sentAt <= calledAt && calledAt < headersAt);
});

test('the given clock stamps everything', async () => {
  await simulator.script([answer]);
  let tick = 0;
  const run = startRun(simulator.origin, { now: () => ++tick });
  await run.done;
  const times = run.events.map((event) => event.at);
  assert.ok(times.every((at) => Number.isInteger(at) && at >= 1 && at <= tick));
  const deltas = run.events.filter((event) => event.kind === 'delta');
  assert.ok(deltas.length >= 1);
});
