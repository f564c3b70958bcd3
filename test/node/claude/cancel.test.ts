import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { after, before, beforeEach, test } from 'node:test';
import { textOf } from '../../../src/core/run/state.ts';
import { type Simulator, startSimulator } from '../../simulator/client.ts';
import { startRun, story } from '../../support/claudeRun.ts';

let simulator: Simulator;
before(async () => {
  simulator = await startSimulator({ speed: 0 });
});
beforeEach(() => simulator.clear());
after(() => simulator.stop());

test('before the start: nothing is sent', async () => {
  const started = startRun(simulator.origin, {
    onEvent: () => {},
    fetch: () => assert.fail('no request may be made'),
  });
  started.abort();
  const early = await started.done;
  assert.equal(early.endState, 'cancelled');
});

test('within the first event, before fetch', async () => {
  const run = startRun(simulator.origin, {
    onEvent: (event) => event.kind === 'attempt-started' && queueMicrotask(() => run.abort()),
  });
  const state = await run.done;
  assert.deepEqual([state.endState, await simulator.requests()], ['cancelled', []]);
});

test('while connecting: the run is over, and nothing is ever sent', async () => {
  const sockets: Socket[] = [];
  // Takes the connection and never answers the TLS handshake.
  const server = createServer((socket) => sockets.push(socket.on('error', () => {})));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  const run = startRun(`https://127.0.0.1:${address.port}`);
  try {
    await once(server, 'connection');
    run.abort();
    const state = await run.done;
    assert.deepEqual([state.endState, story(run.events)], ['cancelled', 'attempt-started ended']);
  } finally {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
});

test('while waiting for headers: the connection is closed', async () => {
  await simulator.script([{ kind: 'no-headers' }]);
  const run = startRun(simulator.origin);
  await simulator.waitFor('request', 1);
  run.abort();
  assert.equal((await run.done).endState, 'cancelled');
  assert.notEqual((await simulator.waitFor('closed', 1)).closedAt, null);
});

test('while streaming: the connection is closed, the text so far kept', async () => {
  await simulator.script([
    { kind: 'answer', text: 'one two three', thinking: 'none', charsPerDelta: 4, hold: 5 },
  ]);
  const run = startRun(simulator.origin);
  await run.until('delta', 1);
  run.abort();
  const state = await run.done;
  assert.equal(state.endState, 'cancelled');
  assert.ok('one two three'.startsWith(textOf(state)) && textOf(state) !== '');
  assert.notEqual((await simulator.waitFor('closed', 1)).closedAt, null);
});

test('while waiting for the next attempt', async () => {
  await simulator.script([
    { kind: 'error', status: 529, type: 'overloaded_error', message: 'x', retryAfter: 59 },
  ]);
  const run = startRun(simulator.origin);
  const failed = await run.until('attempt-failed');
  run.abort();
  const state = await run.done;
  assert.deepEqual([failed.retryInMs, state.endState, state.attempts.length], [59_000, 'cancelled', 1]);
  assert.equal((await simulator.requests()).length, 1);
});

test('a fetch that never settles and ignores its signal', async () => {
  let called = () => {};
  const calling = new Promise<void>((resolve) => {
    called = resolve;
  });
  const run = startRun(simulator.origin, {
    fetch: () => {
      called();
      return new Promise(() => {});
    },
  });
  await calling;
  run.abort();
  assert.equal((await run.done).endState, 'cancelled');
});

test('a body that never settles and ignores its signal', async () => {
  const body = new ReadableStream({ pull: () => new Promise(() => {}) }, { highWaterMark: 0 });
  const run = startRun(simulator.origin, { fetch: async () => new Response(body) });
  await run.until('headers');
  run.abort();
  assert.equal((await run.done).endState, 'cancelled');
});

test('in the time between message_stop and the end of the connection', async () => {
  await simulator.script([{ kind: 'hang', afterEvents: 1_000, answer: { text: 'all', thinking: 'none' } }]);
  const run = startRun(simulator.origin);
  await run.until('message-stop');
  run.abort();
  const state = await run.done;
  assert.deepEqual([state.endState, textOf(state)], ['cancelled', 'all']);
});

test('after the end: nothing more happens', async () => {
  await simulator.script([{ kind: 'answer', text: 'all', thinking: 'none' }]);
  const run = startRun(simulator.origin);
  const state = await run.done;
  run.abort();
  assert.deepEqual(
    [state.endState, run.events.filter((event) => event.kind === 'ended').length],
    ['complete', 1],
  );
});
