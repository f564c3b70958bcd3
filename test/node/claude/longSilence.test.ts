import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runRequest } from '../../../src/adapters/claude/runRequest.ts';
import { userTurn } from '../../../src/core/request/fitRequest.ts';
import type { RunEvent } from '../../../src/core/run/events.ts';
import { startSimulator } from '../../simulator/client.ts';

const dispatcherKey = Symbol.for('undici.globalDispatcher.1');

/** Gives the HTTP client limits far below the person's, as its own 300 s are below a long silence. */
async function withShortClientLimits(act: () => Promise<void>): Promise<void> {
  // The client makes its dispatcher with the first request.
  await fetch('http://127.0.0.1:1').catch(() => undefined);
  const before: object = Reflect.get(globalThis, dispatcherKey);
  const Agent = before.constructor as new (limits: object) => object;
  Reflect.set(globalThis, dispatcherKey, new Agent({ headersTimeout: 50, bodyTimeout: 50 }));
  try {
    await act();
  } finally {
    Reflect.set(globalThis, dispatcherKey, before);
  }
}

for (const plan of [{ kind: 'hang', afterEvents: 3 }, { kind: 'no-headers' }] as const) {
  test(`a silence lasts as long as the person's setting lets it: ${plan.kind}`, async () => {
    const simulator = await startSimulator({ keys: 'none' });
    try {
      await simulator.script([plan]);
      const events: RunEvent[] = [];
      await withShortClientLimits(() =>
        runRequest(
          {
            body: { model: 'claude-haiku-5-5', max_tokens: 64, messages: [userTurn('Hello')] },
            version: null,
          },
          { baseUrl: simulator.origin, auth: 'none', key: null, headers: {} },
          {
            signal: new AbortController().signal,
            silence: { noticeMs: 1_200, endMs: 2_500 },
            emit: (event) => events.push(event),
          },
        ),
      );
      // The client's own limit would end the run before the first notice, as a failure.
      const tail = events
        .map((event) => (event.kind === 'ended' ? event.outcome.kind : event.kind))
        .slice(-2);
      assert.deepEqual(tail, ['silence', 'stalled']);
    } finally {
      await simulator.stop();
    }
  });
}
