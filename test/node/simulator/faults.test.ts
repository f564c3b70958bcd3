import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { type Simulator, startSimulator } from '../../simulator/client.ts';
import { errorPlans } from '../../simulator/errors.ts';
import type { ResponsePlan, StopReason } from '../../simulator/plan.ts';
import { bytesOf, eventsOf, exchange, jsonOf, namesOf, textOf } from './exchange.ts';

let simulator: Simulator;
before(async () => {
  simulator = await startSimulator({ speed: 0 });
});
after(() => simulator.stop());
beforeEach(() => simulator.clear());

const answer = { text: 'one two three', charsPerDelta: 4 };

for (const [name, plan] of Object.entries(errorPlans)) {
  test(`HTTP error: ${name}`, async () => {
    await simulator.script([plan]);
    const received = await exchange(simulator.origin);
    assert.equal(received.status, plan.status);
    assert.equal(received.headers['retry-after'], 'retryAfter' in plan ? String(plan.retryAfter) : undefined);
    assert.equal(
      received.headers['x-should-retry'],
      'shouldRetry' in plan ? String(plan.shouldRetry) : undefined,
    );
    if ('body' in plan) return assert.equal(bytesOf(received).toString(), plan.body);
    assert.deepEqual(jsonOf(received), {
      type: 'error',
      error: { type: plan.type, message: plan.message },
      request_id: received.headers['request-id'],
    });
  });
}

test('no-headers: nothing comes until the client goes away, which is noted', async () => {
  await simulator.script([{ kind: 'no-headers' }]);
  const client = new AbortController();
  const received = exchange(simulator.origin, { signal: client.signal });
  await simulator.waitFor('request', 1);
  client.abort();
  assert.equal((await received).ending, 'ABORT_ERR');
  const record = await simulator.waitFor('closed', 1);
  assert.deepEqual([record.status, record.headersAt, record.endedAt, record.stamps], [null, null, null, []]);
});

test('refuse-connection: the connection is reset before any header', async () => {
  await simulator.script([{ kind: 'refuse-connection' }]);
  const received = await exchange(simulator.origin);
  assert.deepEqual([received.ending, received.status], ['ECONNRESET', 0]);
});

test('hang: the stream falls silent after its events', async () => {
  await simulator.script([{ kind: 'hang', afterEvents: 4, answer }]);
  const client = new AbortController();
  const received = exchange(simulator.origin, { signal: client.signal });
  await simulator.waitFor('event', 1, { events: 4 });
  client.abort();
  await received;
  const record = await simulator.waitFor('closed', 1);
  assert.deepEqual([record.stamps.length, record.endedAt], [4, null]);
});

for (const [afterEvents, names] of [
  [0, []],
  [4, ['message_start', 'content_block_start', 'ping', 'content_block_delta']],
] as const) {
  test(`cut after ${afterEvents} events: the body ends well and too early`, async () => {
    await simulator.script([{ kind: 'cut', afterEvents, answer }]);
    const received = await exchange(simulator.origin);
    assert.deepEqual([received.status, received.ending, namesOf(received)], [200, 'end', names]);
  });

  test(`reset after ${afterEvents} events: the connection breaks`, async () => {
    await simulator.script([
      { kind: 'reset', afterEvents, answer },
      { kind: 'reset', afterEvents, fin: true, answer },
    ]);
    // How much of it the client still reads after an RST is up to its kernel.
    const rst = await exchange(simulator.origin);
    const fin = await exchange(simulator.origin);
    assert.deepEqual([rst.ending, fin.ending], ['ECONNRESET', 'ECONNRESET']);
    assert.deepEqual(namesOf(fin), names);
    assert.equal((await simulator.waitFor('end', 1)).stamps.length, afterEvents);
  });

  test(`error-event after ${afterEvents} events: an error, then the end`, async () => {
    await simulator.script([
      { kind: 'error-event', afterEvents, type: 'overloaded_error', message: 'Overloaded', answer },
    ]);
    const received = await exchange(simulator.origin);
    assert.deepEqual(namesOf(received), [...names, 'error']);
    assert.deepEqual(eventsOf(received).at(-1), {
      type: 'error',
      error: { details: null, type: 'overloaded_error', message: 'Overloaded' },
    });
    assert.equal(received.ending, 'end');
  });
}

for (const stopReason of [
  'end_turn',
  'max_tokens',
  'stop_sequence',
  'refusal',
  'pause_turn',
  'tool_use',
  'model_context_window_exceeded',
] as const satisfies readonly StopReason[]) {
  test(`stop reason: ${stopReason}, with blocks and without`, async () => {
    const plans: ResponsePlan[] = [
      { kind: 'answer', stopReason },
      { kind: 'answer', stopReason, noBlocks: true },
    ];
    await simulator.script(plans);
    for (const plan of plans) {
      const received = await exchange(simulator.origin);
      const end = eventsOf(received).find((data) => data.type === 'message_delta');
      assert.deepEqual(end?.delta, {
        stop_reason: stopReason,
        stop_sequence: stopReason === 'stop_sequence' ? 'END' : null,
        stop_details:
          stopReason === 'refusal' ? { type: 'refusal', category: 'general_harms', explanation: null } : null,
      });
      const bare = 'noBlocks' in plan;
      assert.equal(namesOf(received).includes('content_block_start'), !bare);
      assert.equal(textOf(received) === '', bare);
    }
  });
}

test('pingsOnly: life without content until the client leaves', async () => {
  await simulator.script([{ kind: 'answer', gapMs: 1, dialect: { pingsOnly: true } }]);
  const client = new AbortController();
  const received = exchange(simulator.origin, { signal: client.signal });
  await simulator.waitFor('event', 1, { events: 6 });
  client.abort();
  await received;
  const { stamps } = await simulator.waitFor('closed', 1);
  assert.deepEqual(new Set(stamps.slice(1).map(({ event }) => event)), new Set(['ping']));
});

test('hold: the response waits for its release', async () => {
  await simulator.script([{ kind: 'answer', ...answer, hold: 4 }]);
  const received = exchange(simulator.origin);
  const held = await simulator.waitFor('event', 1, { events: 4 });
  assert.deepEqual([held.stamps.length, held.endedAt], [4, null]);
  assert.equal(await simulator.release(), 1);
  assert.equal(textOf(await received), answer.text);
});
