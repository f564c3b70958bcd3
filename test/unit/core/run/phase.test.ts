import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { RunEvent } from '../../../../src/core/run/events.ts';
import { phaseOf, type RunPhase } from '../../../../src/core/run/phase.ts';
import { initialRun } from '../../../../src/core/run/state.ts';
import {
  alive,
  attempt,
  attemptFailed,
  block,
  blockStop,
  connected,
  delta,
  ended,
  headers,
  messageDelta,
  messageStart,
  messageStop,
  play,
  sent,
  silence,
} from './script.ts';

test('the phase after each event of a run with a retry, thinking and text', () => {
  const steps: readonly (readonly [RunEvent, RunPhase])[] = [
    [attempt(0), 'connecting'],
    [connected(10, 10), 'connecting'],
    [sent(11), 'waiting'],
    [headers(20), 'waiting'],
    [attemptFailed(21, 1_000), 'retrying'],
    [attempt(1_021, 2), 'connecting'],
    [sent(1_022), 'waiting'],
    [headers(1_100), 'waiting'],
    [messageStart(1_100), 'waiting'],
    [block(1_200, 0, 'thinking'), 'thinking'],
    [delta(1_300, 0, 'signature'), 'thinking'],
    [blockStop(1_300, 0), 'waiting'],
    [block(1_400, 1, 'text'), 'waiting'],
    [delta(1_410, 1, 'text', ''), 'waiting'],
    [delta(1_420, 1, 'text', 'Hi'), 'writing'],
    [blockStop(1_430, 1), 'writing'],
    [block(1_440, 2, 'redacted-thinking'), 'thinking'],
    [blockStop(1_440, 2), 'writing'],
    [block(1_450, 3, 'tool-use'), 'writing'],
    [delta(1_460, 3, 'input-json', '{}'), 'writing'],
    [alive(1_470), 'writing'],
    [messageDelta(1_480, 'tool_use'), 'writing'],
    [messageStop(1_481), 'writing'],
    [ended(1_481), 'ended'],
  ];
  let state = initialRun;
  const phases = steps.map(([event]) => {
    state = play([event], state);
    return `${event.kind}: ${phaseOf(state)}`;
  });
  assert.deepEqual(
    phases,
    steps.map(([event, phase]) => `${event.kind}: ${phase}`),
  );
});

test('before its first attempt a run connects', () => assert.equal(phaseOf(initialRun), 'connecting'));

suite('signs of life', () => {
  const quiet = [attempt(0), sent(10), silence(60_010, 60_000)];
  const rows: readonly (readonly [string, readonly RunEvent[], number | null, number | null])[] = [
    ['silence is noticed', [], 60_000, 10],
    ['longer silence replaces it', [silence(120_010, 120_000)], 120_000, 10],
    ['a ping ends it', [alive(60_020)], null, 60_020],
    ['a delta ends it', [delta(60_020, 0, 'text', 'Hi')], null, 60_020],
    ['headers end it', [headers(60_020)], null, 60_020],
    ['a failed attempt ends it', [attemptFailed(60_020, 900)], null, 10],
    ['the end ends it', [ended(60_020, { kind: 'stalled' })], null, 10],
  ];
  for (const [name, events, silentMs, aliveAt] of rows) {
    test(name, () => {
      const state = play([...quiet, ...events]);
      assert.deepEqual([state.silentMs, state.aliveAt], [silentMs, aliveAt]);
    });
  }
});

suite('an attempt', () => {
  test('keeps its stamps, and how exact they are', () => {
    const state = play([attempt(0), connected(5, null), sent(7, true), headers(9, 1.5)]);
    assert.deepEqual(state.attempts, [
      {
        startedAt: 0,
        connectMs: null,
        connectedAt: 5,
        reused: true,
        sentAt: 7,
        sentApproximate: true,
        headersAt: 9,
        failedAt: null,
        failure: null,
        retryInMs: null,
      },
    ]);
    assert.deepEqual([state.requestId, state.serverMs, state.simulated], ['req_1', 1.5, false]);
  });
});
