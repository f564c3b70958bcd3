import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type EndState, endStateOf, endStates } from '../../../../src/core/run/endState.ts';
import type { Outcome, RunEvent } from '../../../../src/core/run/events.ts';
import { reduceRun } from '../../../../src/core/run/reduceRun.ts';
import { initialRun, textOf } from '../../../../src/core/run/state.ts';
import {
  alive,
  attempt,
  attemptFailed,
  block,
  blockStop,
  closing,
  connected,
  delta,
  ended,
  frozen,
  headers,
  messageDelta,
  messageStart,
  messageStop,
  opening,
  overloaded,
  play,
  sent,
  silence,
} from './script.ts';

const byReason: readonly (readonly [string | null, EndState])[] = [
  ['end_turn', 'complete'],
  ['max_tokens', 'max-tokens'],
  ['stop_sequence', 'stop-sequence'],
  ['refusal', 'refusal'],
  ['pause_turn', 'paused'],
  ['model_context_window_exceeded', 'context-exceeded'],
  ['tool_use', 'tool-use'],
  ['a_reason_of_tomorrow', 'complete'],
  [null, 'complete'],
];

suite('the end of a whole answer by its stop reason', () => {
  for (const [reason, expected] of byReason) {
    test(`${reason} is ${expected}`, () => {
      const state = play([...opening, ...closing(1_400, {}, reason)]);
      assert.deepEqual([state.endState, state.stopReason, state.failure], [expected, reason, null]);
      assert.equal(endStateOf(reason), expected);
    });
  }
});

const byOutcome: readonly (readonly [Outcome, EndState])[] = [
  [{ kind: 'finished' }, 'complete'],
  [{ kind: 'cancelled' }, 'cancelled'],
  [{ kind: 'stalled' }, 'stalled'],
  [{ kind: 'broken', code: 'ECONNRESET' }, 'broken'],
  [{ kind: 'broken', code: null }, 'broken'],
  [{ kind: 'failed', failure: overloaded }, 'failed'],
];

suite('the end of a run by its outcome, what was written is kept', () => {
  for (const [outcome, expected] of byOutcome) {
    test(`${JSON.stringify(outcome)} is ${expected}`, () => {
      const state = play([
        ...opening,
        block(1_400, 0, 'text'),
        delta(1_450, 0, 'text', 'Half an ans'),
        messageDelta(1_460, null),
        ended(1_500, outcome),
      ]);
      assert.deepEqual(
        { end: state.endState, endedAt: state.endedAt, text: textOf(state), blocks: state.blocks },
        {
          end: expected,
          endedAt: 1_500,
          text: 'Half an ans',
          blocks: [{ index: 0, kind: 'text', name: null, text: 'Half an ans', open: false }],
        },
      );
      assert.equal(state.failure, outcome.kind === 'failed' ? overloaded : null);
    });
  }
});

test('every end state has a way into it', () => {
  const reached = new Set([...byReason, ...byOutcome].map(([, state]) => state));
  assert.deepEqual([...reached].sort(), [...endStates].sort());
});

suite('an end with no block', () => {
  test('a refusal keeps its category', () => {
    const more = { refusalCategory: 'cyber' };
    const { endState, refusalCategory, blocks } = play([
      ...opening,
      messageDelta(1_400, 'refusal', {}, more),
      messageStop(1_401),
      ended(1_401),
    ]);
    assert.deepEqual([endState, refusalCategory, blocks], ['refusal', 'cyber', []]);
  });

  test('a stop sequence is kept', () => {
    const { endState, stopSequence, blocks } = play([
      ...opening,
      messageDelta(1_400, 'stop_sequence', {}, { stopSequence: '###' }),
      messageStop(1_401),
      ended(1_401),
    ]);
    assert.deepEqual([endState, stopSequence, blocks], ['stop-sequence', '###', []]);
  });
});

test('the request id of a failure replaces that of the headers', () => {
  const failed = (requestId: string | null) =>
    play([...opening, ended(1_400, { kind: 'failed', failure: { ...overloaded, requestId } })]).requestId;
  assert.deepEqual([failed('req_2'), failed(null)], ['req_2', 'req_1']);
});

test('so does that of a failed attempt', () => {
  const failed = (requestId: string | null) =>
    play([...opening, attemptFailed(1_400, 100, { ...overloaded, requestId })]).requestId;
  assert.deepEqual([failed('req_2'), failed(null)], ['req_2', 'req_1']);
});

test('events after the end change nothing', () => {
  const late: readonly RunEvent[] = [
    attempt(2_000, 2),
    connected(2_000, 5),
    sent(2_000),
    headers(2_000),
    messageStart(2_000),
    block(2_000, 1, 'text', 'late'),
    delta(2_000, 0, 'text', 'late'),
    blockStop(2_000, 0),
    messageDelta(2_000, 'refusal', { outputTokens: 9 }),
    messageStop(2_000),
    alive(2_000),
    silence(2_000, 500),
    attemptFailed(2_000, 100),
    ended(2_000, { kind: 'failed', failure: overloaded }),
  ];
  for (const [, end] of byOutcome.map(([outcome]) => [outcome, ended(1_500, outcome)] as const)) {
    const state = play([...opening, block(1_400, 0, 'text', 'Hi'), end]);
    for (const event of late) assert.equal(reduceRun(state, event), state, event.kind);
  }
});

test('a run may end before any attempt', () => {
  const state = play([ended(5, { kind: 'failed', failure: overloaded })]);
  assert.deepEqual(state, {
    ...initialRun,
    endedAt: 5,
    endState: 'failed',
    failure: overloaded,
    requestId: 'req_failed',
  });
});

test('what belongs to an attempt is ignored before one', () => {
  const state = play([connected(1, 5), sent(2), attemptFailed(3, null)]);
  assert.deepEqual(state.attempts, []);
});

test('of a run that was stopped before it was sent nothing is claimed', () => {
  const { attempts, simulated, usageFinal, model } = play([attempt(0), ended(5, { kind: 'cancelled' })]);
  assert.deepEqual(
    [attempts.map(({ sentAt, sentApproximate }) => [sentAt, sentApproximate]), simulated, usageFinal, model],
    [[[null, false]], false, false, null],
  );
});

test('the empty run is never written to', () => {
  frozen(initialRun);
  play([...opening, block(1_400, 0, 'text', 'Hi'), ...closing(1_500)]);
  assert.deepEqual([initialRun.attempts, initialRun.blocks, initialRun.endState], [[], [], null]);
});
