import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { RunEvent } from '../../../../src/core/run/events.ts';
import { hasThinking } from '../../../../src/core/run/metrics.ts';
import { type Block, textOf, thinkingOf } from '../../../../src/core/run/state.ts';
import {
  attempt,
  attemptFailed,
  block,
  blockStop,
  closing,
  delta,
  deltas,
  messageDelta,
  messageStart,
  messageStop,
  opening,
  play,
  sent,
} from './script.ts';

const written = (blocks: readonly Block[]) =>
  blocks.map(({ index, kind, text, open }) => `${index} ${kind} ${open ? 'open' : 'closed'} ${text}`.trim());

suite('the blocks of an answer', () => {
  const rows: readonly (readonly [string, readonly RunEvent[], readonly string[]])[] = [
    [
      'text grows and closes',
      [block(1, 0, 'text', 'A'), delta(2, 0, 'text', 'b'), delta(3, 0, 'text', 'c'), blockStop(4, 0)],
      ['0 text closed Abc'],
    ],
    [
      'signatures, citations and unknown pieces add no text',
      [block(1, 0, 'text'), delta(2, 0, 'signature'), delta(3, 0, 'citations'), delta(4, 0, 'other')],
      ['0 text open'],
    ],
    [
      'two are written at the same time',
      [
        block(1, 0, 'text'),
        block(1, 1, 'tool-use'),
        delta(2, 1, 'input-json', '{'),
        delta(2, 0, 'text', 'A'),
        delta(3, 1, 'input-json', '}'),
        blockStop(3, 1),
      ],
      ['0 text open A', '1 tool-use closed {}'],
    ],
    ['a delta opens the block that was not announced', [delta(1, 3, 'text', 'A')], ['3 text open A']],
    ['so does thinking', [delta(1, 0, 'thinking', 'Hm')], ['0 thinking open Hm']],
    ['so does tool input', [delta(1, 0, 'input-json', '{')], ['0 tool-use open {']],
    ['so does an unknown piece', [delta(1, 0, 'other')], ['0 other open']],
    ['a signature opens none', [delta(1, 0, 'signature')], []],
    ['a stop of an unknown block is ignored', [block(1, 0, 'text', 'A'), blockStop(2, 7)], ['0 text open A']],
    [
      'the same index in the next message is another block',
      [
        block(1, 0, 'text', 'A'),
        blockStop(2, 0),
        messageStart(3),
        block(4, 0, 'text', 'B'),
        delta(5, 0, 'text', 'b'),
      ],
      ['0 text closed A', '0 text open Bb'],
    ],
  ];
  for (const [name, events, expected] of rows) {
    test(name, () => assert.deepEqual(written(play(events).blocks), expected));
  }
});

test('20,000 deltas come out as the text they are', () => {
  const texts = Array.from({ length: 20_000 }, (_, i) => (i % 7 === 0 ? `${i}\n` : `wörd ${i} 🙂 `));
  const state = play([...opening, block(2_000, 0, 'text'), ...deltas(2_001, 1, 0, 'text', texts)]);
  assert.equal(textOf(state), texts.join(''));
  assert.deepEqual(
    [state.textDeltas, state.textCharacters, state.firstTextCharacters],
    [20_000, texts.join('').length, 2],
  );
});

test('text and thinking are told apart, each in order', () => {
  const state = play([
    ...opening,
    block(1_400, 0, 'thinking', 'First. '),
    blockStop(1_500, 0),
    block(1_500, 1, 'text', 'One '),
    block(1_600, 2, 'thinking', 'Second.'),
    block(1_700, 3, 'tool-use'),
    delta(1_700, 3, 'input-json', '{}'),
    block(1_800, 4, 'text', 'two'),
  ]);
  assert.deepEqual([textOf(state), thinkingOf(state)], ['One two', 'First. Second.']);
});

suite('whether the model thought', () => {
  const rows: readonly (readonly [string, readonly RunEvent[], boolean])[] = [
    ['text alone', [block(1, 0, 'text', 'A')], false],
    ['thinking shown', [delta(1, 0, 'thinking', 'Hm')], true],
    ['thinking hidden', [block(1, 0, 'thinking')], true],
    ['thinking redacted', [block(1, 0, 'redacted-thinking')], true],
    ['thinking billed without a block', [messageDelta(1, null, { thinkingTokens: 40 })], true],
    ['no thinking billed', [messageDelta(1, null, { thinkingTokens: 0 })], false],
  ];
  for (const [name, events, expected] of rows) {
    test(name, () => assert.equal(hasThinking(play(events)), expected));
  }
});

test('another message counts anew: it has not stopped, and its usage is not billed yet', () => {
  const events = [
    ...opening,
    block(1_400, 0, 'text', 'A'),
    messageDelta(1_500, 'stop_sequence', { outputTokens: 177, cacheReadTokens: 5 }, { stopSequence: '#' }),
    messageStop(1_501),
    messageStart(1_600, { inputTokens: 1_398 }),
  ];
  const { stopReason, stopSequence, stoppedAt, usageFinal, usage, messages, model } = play(events);
  assert.deepEqual(
    { stopReason, stopSequence, stoppedAt, usageFinal, input: usage.inputTokens, messages, model },
    {
      stopReason: null,
      stopSequence: null,
      stoppedAt: null,
      usageFinal: false,
      input: 1_398,
      messages: 2,
      model: 'claude-haiku-5-5',
    },
  );
  const whole = play([...events, ...closing(1_700, { outputTokens: 95 })]);
  assert.deepEqual(
    [whole.endState, whole.usage.outputTokens, whole.usage.cacheReadTokens, whole.stoppedAt],
    ['complete', 95, null, 1_701],
  );
});

test('another attempt starts from nothing but the attempts before it', () => {
  const state = play([...opening, attemptFailed(1_400, 500), attempt(1_900, 2), sent(1_950)]);
  const { attempts, ...others } = state;
  const { attempts: _, ...fresh } = play([attempt(1_900), sent(1_950)]);
  assert.deepEqual(others, fresh);
  assert.deepEqual(
    attempts.map(({ startedAt, failedAt, retryInMs, failure }) => [
      startedAt,
      failedAt,
      retryInMs,
      failure?.kind ?? null,
    ]),
    [
      [1_000, 1_400, 500, 'overloaded'],
      [1_900, null, null, null],
    ],
  );
});
