import assert from 'node:assert/strict';
import { channel } from 'node:diagnostics_channel';
import { suite, type TestContext, test } from 'node:test';
import { textOf } from '../../../src/core/run/state.ts';
import { type RunSetup, startRun, story, type TestRun } from '../../support/claudeRun.ts';

// A `fetch` of the test’s own: what passes on the connection, and when, is up to the test.

const origin = 'http://connection.invalid';
const start = 'data: {"type":"message_start","message":{"usage":{}}}\n\n';
const stop = 'data: {"type":"message_stop"}\n\n';
const delta = (text: string) =>
  `data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"${text}"}}\n\n`;

/** A response whose body the test writes. */
function written() {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start(made) {
      controller = made;
    },
  });
  return {
    response: new Response(body),
    write: (text: string) => controller?.enqueue(new TextEncoder().encode(text)),
    end: () => controller?.close(),
    fail: (error: Error) => controller?.error(error),
  };
}

suite('the connection is closed unless the answer was read to its end', () => {
  const cases: readonly (readonly [
    string,
    (answer: ReturnType<typeof written>, run: () => TestRun) => unknown,
    string,
  ])[] = [
    ['a whole answer', (answer) => [answer.write(start + delta('a') + stop), answer.end()], 'complete, kept'],
    ['an answer cut short', (answer) => [answer.write(start + delta('a')), answer.end()], 'broken, kept'],
    [
      'an error event',
      (answer) => answer.write(`${start}data: {"type":"error","error":{"type":"api_error"}}\n\n`),
      'failed, closed',
    ],
    [
      'a body that fails',
      (answer) => [answer.write(start), setImmediate(() => answer.fail(new TypeError('terminated')))],
      'broken, closed',
    ],
    ['a run that is stopped', (_, run) => setImmediate(() => run().abort()), 'cancelled, closed'],
  ];
  for (const [name, act, expected] of cases) {
    test(`${name}: ${expected}`, async () => {
      const answer = written();
      let closing: AbortSignal | null | undefined;
      const run = startRun(origin, {
        fetch: async (_, init) => {
          closing = init?.signal;
          act(answer, () => run);
          return answer.response;
        },
      });
      const { endState } = await run.done;
      assert.equal(`${endState}, ${closing?.aborted ? 'closed' : 'kept'}`, expected);
    });
  }
});

test('bytes that complete no event show that the connection lives', async () => {
  const answer = written();
  const run = startRun(origin, { fetch: async () => answer.response });
  await run.until('headers');
  const half = start.length / 2;
  for (const piece of [start.slice(0, half), start.slice(half), ': comment\n\n', delta('a') + stop]) {
    answer.write(piece);
    await new Promise((resolve) => setImmediate(resolve));
  }
  answer.end();
  await run.done;
  assert.equal(
    story(run.events),
    'attempt-started sent headers alive message-start alive delta message-stop ended',
  );
});

test('a run ends with its last event, not when the connection is done with', async () => {
  let tick = 0;
  const answer = written();
  const run = startRun(origin, { now: () => ++tick, fetch: async () => answer.response });
  answer.write(start + delta('a') + stop);
  await run.until('message-stop');
  for (const piece of ['data: [DO', 'NE]\n\n']) {
    answer.write(piece);
    await new Promise((resolve) => setImmediate(resolve));
  }
  answer.end();
  const { endState, endedAt, stoppedAt } = await run.done;
  assert.deepEqual([endState, endedAt], ['complete', stoppedAt]);
});

/** A run whose clock and timers are the test’s. */
function timed(t: TestContext, setup: RunSetup) {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  let time = 0;
  const run = startRun(origin, { now: () => time, ...setup });
  const pass = async (ms: number): Promise<void> => {
    time += ms;
    t.mock.timers.tick(ms);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { run, pass };
}

test('another message in the same body is waited for as long as it takes', async (t) => {
  const answer = written();
  const { run, pass } = timed(t, { fetch: async () => answer.response });
  answer.write(start + delta('a') + stop);
  await run.until('message-stop');
  await pass(249);
  answer.write(start);
  await run.until('message-start', 2);
  await pass(10_000);
  answer.write(delta('b') + stop);
  answer.end();
  const state = await run.done;
  assert.deepEqual([state.endState, textOf(state)], ['complete', 'ab']);
});

test('headers and bytes are life', async (t) => {
  const answer = written();
  let respond = (_: Response): void => {};
  const responding = new Promise<Response>((resolve) => {
    respond = resolve;
  });
  const silence = { noticeMs: 0, endMs: 500 };
  const { run, pass } = timed(t, { silence, fetch: () => responding });
  await pass(400);
  respond(answer.response);
  await run.until('headers');
  await pass(400);
  answer.write(start);
  await run.until('message-start');
  await pass(499);
  assert.equal(run.state().endState, null);
  await pass(1);
  assert.deepEqual([(await run.done).endState, run.state().endedAt], ['stalled', 1_300]);
});

test('nobody hears of silence while the next attempt is waited for', async (t) => {
  const headers = { 'retry-after': '30' };
  const responses = [new Response('{}', { status: 529, headers }), new Response(start + stop)];
  const { run, pass } = timed(t, {
    silence: { noticeMs: 1_000, endMs: 5_000 },
    fetch: async () => responses.shift() ?? assert.fail('one request too many'),
  });
  await run.until('attempt-failed');
  await pass(30_000);
  assert.equal((await run.done).endState, 'complete');
  assert.equal(
    story(run.events),
    'attempt-started sent headers attempt-failed attempt-started sent headers message-start message-stop ended',
  );
});

test('a request that failed as soon as it was sent is told in this order, sent when its bytes were', async () => {
  let tick = 0;
  const run = startRun(origin, {
    now: () => ++tick,
    maxAttempts: 1,
    fetch: async () => {
      const request = {};
      channel('undici:request:create').publish({ request });
      channel('undici:client:sendHeaders').publish({ request, socket: {} });
      channel('undici:request:bodyChunkSent').publish({ request });
      throw new TypeError('terminated');
    },
  });
  await run.done;
  assert.equal(story(run.events), 'attempt-started connected sent attempt-failed ended');
  const [, connected, sent] = run.events;
  // The head has the same stamp as the connection; the bytes come a tick later.
  assert.equal((sent?.at ?? 0) - (connected?.at ?? 0), 1);
});
