import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { type RunState, textOf, thinkingOf } from '../../../src/core/run/state.ts';
import { type Simulator, startSimulator } from '../../simulator/client.ts';
import type { Dialect, ResponsePlan, StopReason } from '../../simulator/plan.ts';
import { startRun } from '../../support/claudeRun.ts';

let simulator: Simulator;
before(async () => {
  simulator = await startSimulator({ speed: 0 });
});
beforeEach(() => simulator.clear());
after(() => simulator.stop());

const text = 'Grüße an alle: 漢字, 🧪 and nothing else that matters.';
const quick = { text, thinking: 'none', ttftMs: 0, gapMs: 0, charsPerDelta: 7 } as const;

async function run(plan: ResponsePlan): Promise<RunState> {
  await simulator.script([plan]);
  return startRun(simulator.origin).done;
}

const stops: readonly (readonly [StopReason, string])[] = [
  ['end_turn', 'complete'],
  ['max_tokens', 'max-tokens'],
  ['stop_sequence', 'stop-sequence'],
  ['refusal', 'refusal'],
  ['pause_turn', 'paused'],
  ['tool_use', 'tool-use'],
  ['model_context_window_exceeded', 'context-exceeded'],
];

for (const [stopReason, endState] of stops) {
  test(`${stopReason} ends as ${endState}`, async () => {
    const state = await run({ kind: 'answer', ...quick, stopReason });
    assert.deepEqual([state.endState, state.stopReason, state.failure], [endState, stopReason, null]);
  });
}

test('a refusal without any block has no first token, and its category', async () => {
  const refusal = { category: 'cyber', explanation: 'no' } as const;
  const state = await run({ kind: 'answer', ...quick, stopReason: 'refusal', refusal, noBlocks: true });
  assert.deepEqual(
    [state.endState, state.refusalCategory, state.firstTokenAt, textOf(state)],
    ['refusal', 'cyber', null, ''],
  );
});

test('thinking that is shown, and its billed count', async () => {
  const thinkingText = 'First this, then that.';
  const state = await run({ kind: 'answer', ...quick, thinking: 'visible', thinkingText, thinkingTokens: 9 });
  assert.deepEqual([thinkingOf(state), textOf(state), state.usage.thinkingTokens], [thinkingText, text, 9]);
});

test('thinking that is hidden has a block without text', async () => {
  const state = await run({ kind: 'answer', ...quick, thinking: 'hidden', thinkingTokens: 9 });
  assert.deepEqual(
    state.blocks.map((block) => [block.kind, block.text]),
    [
      ['thinking', ''],
      ['text', text],
    ],
  );
});

const dialects: readonly Dialect[] = [
  {},
  { crlf: true },
  { noLastBlankLine: true },
  { noEventLine: true },
  { done: true },
  { comments: true },
  { paddedJson: false },
  { splitInsideUtf8: true },
  { splitInsideLineEnd: true },
  { splitInsideLineEnd: true, crlf: true },
  { crlf: true, noEventLine: true, done: true, comments: true, splitInsideUtf8: true, noLastBlankLine: true },
];

for (const dialect of dialects) {
  test(`whole in the dialect ${JSON.stringify(dialect)}`, async () => {
    const state = await run({ kind: 'answer', ...quick, dialect });
    assert.deepEqual([state.endState, textOf(state)], ['complete', text]);
  });
}

test('without message_stop the answer is broken, its text kept', async () => {
  const state = await run({ kind: 'answer', ...quick, dialect: { noMessageStop: true } });
  assert.deepEqual([state.endState, textOf(state), state.stoppedAt], ['broken', text, null]);
});

const faults: readonly (readonly [ResponsePlan, endState: string, failure: string | null])[] = [
  [{ kind: 'cut', afterEvents: 5, answer: quick }, 'broken', null],
  [{ kind: 'reset', afterEvents: 5, answer: quick }, 'broken', null],
  [{ kind: 'reset', fin: true, afterEvents: 5, answer: quick }, 'broken', null],
  [
    { kind: 'error-event', afterEvents: 5, answer: quick, type: 'overloaded_error', message: 'Overloaded' },
    'failed',
    'overloaded',
  ],
];

for (const [plan, endState, failure] of faults) {
  test(`${JSON.stringify({ ...plan, answer: undefined })}: ${endState}, partial text kept`, async () => {
    const state = await run(plan);
    assert.deepEqual([state.endState, state.failure?.kind ?? null], [endState, failure]);
    assert.ok(textOf(state).length > 0 && text.startsWith(textOf(state)), textOf(state));
  });
}

test('an error event as the first keeps the request id', async () => {
  const state = await run({
    kind: 'error-event',
    afterEvents: 0,
    type: 'overloaded_error',
    message: 'Overloaded',
  });
  const [request] = await simulator.requests();
  assert.deepEqual(
    [state.failure, state.requestId === request?.requestId],
    [
      {
        kind: 'overloaded',
        status: null,
        code: 'overloaded_error',
        message: 'Overloaded',
        requestId: request?.requestId,
        retryAfterMs: null,
        parameter: null,
        retryable: true,
      },
      true,
    ],
  );
});

const bytes = (body: string) => Buffer.from(body).toString('base64');
const start = 'event: message_start\ndata: {"type":"message_start","message":{"usage":{}}}\n\n';
const stop = 'event: message_stop\ndata: {"type":"message_stop"}\n\n';
const delta = (piece: string) =>
  `data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"${piece}"}}\n\n`;

const bodies: readonly (readonly [string, string, string])[] = [
  ['', 'broken', ''],
  ['\n\n', 'broken', ''],
  ['<html><title>Sign in</title></html>', 'failed unknown: Sign in', ''],
  ['{"error":{"type":"overloaded_error","message":"Later"}}', 'failed overloaded: Later', ''],
  ['{"type":"message","content":[]}', 'failed unknown: ', ''],
  ['data: {"error":{"message":"x","code":"c"}}\n\n', 'failed unknown: x', ''],
  ['event: error\ndata: gateway broke\n\n', 'failed unknown: gateway broke', ''],
  [`${start}${delta('a')}data: {broken\n\n${delta('b')}${stop}`, 'complete', 'ab'],
  [`${start}${delta('a')}event: message_stop\ndata: {"type":"mess`, 'broken', 'a'],
  [`${start}${delta('a')}event: message_stop\ndata: {}\n\n`, 'complete', 'a'],
  [`${start}${delta('a')}${stop}event: error\ndata: {"type":"error","error":{}}\n\n`, 'complete', 'a'],
  [`${start}${delta('a')}${stop}${delta('late')}`, 'complete', 'a'],
  [`${start}${delta('a')}${stop}${start}${delta('b')}${stop}`, 'complete', 'ab'],
  [`${start}${delta('a')}${stop}${start}${delta('b')}`, 'broken', 'ab'],
  [`${delta('no start')}${stop}`, 'complete', 'no start'],
];

for (const [body, expected, answer] of bodies) {
  test(`the body ${JSON.stringify(body)} is ${expected}`, async () => {
    for (const chunk of ['whole', 3] as const) {
      const state = await run({ kind: 'replay', bytes: bytes(body), chunk });
      const { failure } = state;
      const shown = `${state.endState}${failure === null ? '' : ` ${failure.kind}: ${failure.message}`}`;
      assert.deepEqual([shown, textOf(state)], [expected, answer]);
    }
  });
}

test('message_stop ends the run though the connection stays open, and then closes it', async () => {
  await simulator.script([{ kind: 'hang', afterEvents: 1_000, answer: quick }]);
  const state = await startRun(simulator.origin).done;
  const request = await simulator.waitFor('closed', 1);
  assert.deepEqual([state.endState, textOf(state)], ['complete', text]);
  assert.notEqual(request.closedAt, null);
  assert.equal(state.endedAt, state.stoppedAt);
});
