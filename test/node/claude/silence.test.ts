import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { textOf } from '../../../src/core/run/state.ts';
import { type Simulator, startSimulator } from '../../simulator/client.ts';
import type { ResponsePlan } from '../../simulator/plan.ts';
import { startRun } from '../../support/claudeRun.ts';

let simulator: Simulator;
before(async () => {
  simulator = await startSimulator({ speed: 0 });
});
beforeEach(() => simulator.clear());
after(() => simulator.stop());

const hanging: readonly ResponsePlan[] = [
  { kind: 'no-headers' },
  { kind: 'hang', afterEvents: 0 },
  { kind: 'hang', afterEvents: 4, answer: { text: 'one two', thinking: 'none', charsPerDelta: 4 } },
];

for (const plan of hanging) {
  test(`${JSON.stringify(plan)}: notices, then stalled, and the connection is closed`, async () => {
    await simulator.script([plan]);
    const run = startRun(simulator.origin, { silence: { noticeMs: 150, endMs: 500 } });
    const state = await run.done;
    const notices = run.events.filter((event) => event.kind === 'silence').map((event) => event.silentMs);
    assert.equal(state.endState, 'stalled');
    assert.ok(notices.length >= 1 && notices.every((ms, i) => ms >= 150 * (i + 1)), String(notices));
    assert.ok('one two'.startsWith(textOf(state)));
    assert.notEqual((await simulator.waitFor('closed', 1)).closedAt, null);
  });
}

test('pings are life', async () => {
  const plan: ResponsePlan = { kind: 'answer', gapMs: 20, dialect: { pingsOnly: true } };
  await simulator.script([plan]);
  const run = startRun(simulator.origin, { silence: { noticeMs: 0, endMs: 2_000 } });
  // 120 pings at 20 ms are longer than the limit.
  await run.until('alive', 120);
  run.abort();
  assert.equal((await run.done).endState, 'cancelled');
});

test('a held answer goes on after a notice', async () => {
  await simulator.script([{ kind: 'answer', text: 'one two', thinking: 'none', charsPerDelta: 4, hold: 3 }]);
  const run = startRun(simulator.origin, { silence: { noticeMs: 100, endMs: 0 } });
  await run.until('silence', 2);
  assert.notEqual(run.state().silentMs, null);
  await simulator.release();
  const state = await run.done;
  assert.deepEqual([state.endState, textOf(state), state.silentMs], ['complete', 'one two', null]);
});

test('limits of 0 are off', async () => {
  await simulator.script([{ kind: 'no-headers' }]);
  const run = startRun(simulator.origin, { silence: { noticeMs: 0, endMs: 0 } });
  await simulator.waitFor('request', 1);
  assert.deepEqual(
    run.events.map((event) => event.kind).filter((kind) => kind === 'silence'),
    [],
  );
  run.abort();
  await run.done;
});

for (const code of ['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']) {
  test(`${code} of the HTTP client is a stall and not retried`, async () => {
    const cause = Object.assign(new Error(`${code} Timeout`), { code });
    const failing = new TypeError('fetch failed', { cause });
    const run = startRun(simulator.origin, {
      fetch: async () => {
        if (code === 'UND_ERR_HEADERS_TIMEOUT') throw failing;
        return new Response(new ReadableStream({ pull: (controller) => controller.error(failing) }));
      },
    });
    const state = await run.done;
    assert.deepEqual([state.endState, state.attempts.length], ['stalled', 1]);
  });
}
