import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { RunEvent } from '../../../../src/core/run/events.ts';
import { metricsOf } from '../../../../src/core/run/metrics.ts';
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
  headers,
  messageStart,
  opening,
  play,
  sent,
} from './script.ts';

const first = (events: readonly RunEvent[]) => {
  const { ttftMs, firstTextMs } = metricsOf(play([...opening, ...events]));
  return [ttftMs, firstTextMs];
};

suite('what counts as the first token', () => {
  const cases: readonly (readonly [string, readonly RunEvent[], number | null, number | null])[] = [
    ['nothing yet', [], null, null],
    ['a text delta', [block(1_400, 0, 'text'), delta(1_450, 0, 'text', 'Hi')], 400, 400],
    [
      'a block that starts with text',
      [block(1_400, 0, 'text', 'Hi'), delta(1_450, 0, 'text', '!')],
      350,
      350,
    ],
    ['an empty block', [block(1_400, 0, 'text'), blockStop(1_450, 0)], null, null],
    ['an empty text delta', [block(1_400, 0, 'text'), delta(1_450, 0, 'text', '')], null, null],
    [
      'an empty text delta before one with text',
      [block(1_400, 0, 'text'), delta(1_450, 0, 'text', ''), delta(1_470, 0, 'text', 'Hi')],
      420,
      420,
    ],
    ['thinking', [block(1_400, 0, 'thinking'), delta(1_450, 0, 'thinking', 'Hm')], 400, null],
    ['a block that starts with thinking', [block(1_400, 0, 'thinking', 'Hm')], 350, null],
    [
      'thinking, then text',
      [
        block(1_400, 0, 'thinking'),
        delta(1_450, 0, 'thinking', 'Hm'),
        blockStop(1_500, 0),
        block(1_600, 1, 'text'),
        delta(1_650, 1, 'text', 'Hi'),
      ],
      400,
      600,
    ],
    ['tool input', [block(1_400, 0, 'tool-use'), delta(1_450, 0, 'input-json', '{')], 400, null],
    ['empty tool input', [block(1_400, 0, 'tool-use'), delta(1_450, 0, 'input-json', '')], null, null],
    [
      'input of a tool of the server',
      [block(1_400, 0, 'server-tool-use'), delta(1_450, 0, 'input-json', '{')],
      400,
      null,
    ],
    [
      'hidden thinking, then text',
      [
        block(1_400, 0, 'thinking'),
        delta(1_900, 0, 'signature'),
        blockStop(1_900, 0),
        block(1_900, 1, 'text'),
        delta(1_950, 1, 'text', 'Hi'),
      ],
      900,
      900,
    ],
    ['redacted thinking', [block(1_400, 0, 'redacted-thinking'), blockStop(1_410, 0)], null, null],
    [
      'a citation before its text',
      [block(1_400, 0, 'text'), delta(1_420, 0, 'citations'), delta(1_450, 0, 'text', 'Hi')],
      400,
      400,
    ],
    [
      'what a signature, a citation or an unknown piece holds',
      [
        block(1_400, 0, 'text'),
        delta(1_450, 0, 'signature', 'Er'),
        delta(1_460, 0, 'citations', 'p. 7'),
        delta(1_470, 1, 'other', 'x'),
      ],
      null,
      null,
    ],
    ['a delta of an unknown type', [block(1_400, 0, 'other'), delta(1_450, 0, 'other')], null, null],
    ['pings', [alive(1_310), alive(1_400)], null, null],
    ['a delta without its block', [delta(1_450, 0, 'text', 'Hi')], 400, 400],
  ];
  for (const [name, events, ttft, firstText] of cases) {
    test(name, () => assert.deepEqual(first(events), [ttft, firstText]));
  }
});

test('only what was sent last counts: a retry, its wait and the connect are not in TTFT', () => {
  const state = play([
    attempt(1_000),
    connected(1_040, 40),
    sent(1_050),
    headers(1_300),
    attemptFailed(1_300, 700),
    attempt(2_000, 2),
    connected(2_100, 100),
    sent(2_110),
    headers(2_400, 210),
    messageStart(2_401),
    block(2_410, 0, 'text'),
    delta(2_500, 0, 'text', 'Hi'),
    ...closing(2_599, { outputTokens: 3 }),
  ]);
  assert.deepEqual(metricsOf(state), {
    ttftMs: 390,
    firstTextMs: 390,
    ttltMs: 490,
    otps: null,
    connectMs: 100,
    headersMs: 290,
    serverMs: 210,
    longestGapMs: null,
    waitedMs: 1_600,
  });
});

suite('a number that does not exist is null, never 0', () => {
  const nothing = {
    ttftMs: null,
    firstTextMs: null,
    ttltMs: null,
    otps: null,
    connectMs: null,
    headersMs: null,
    serverMs: null,
    longestGapMs: null,
    waitedMs: null,
  };
  const cases: readonly (readonly [string, readonly RunEvent[], Partial<typeof nothing> | object])[] = [
    ['before anything happened', [], {}],
    ['while connecting', [attempt(1_000)], {}],
    ['on a reused connection', [attempt(1_000), connected(1_001, null), sent(1_002)], {}],
    ['without a request', [ended(1_000, { kind: 'cancelled' })], {}],
    ['refused with no block', [...opening, ...closing(1_399, {}, 'refusal')], refusedAtOnce()],
    [
      'stopped by a sequence with no block',
      [...opening, ...closing(1_399, {}, 'stop_sequence')],
      refusedAtOnce(),
    ],
    [
      'cancelled while waiting',
      [attempt(1_000), sent(1_050), ended(1_100, { kind: 'cancelled' })],
      { waitedMs: 100 },
    ],
  ];
  for (const [name, events, known] of cases) {
    test(name, () => assert.deepEqual(metricsOf(play(events)), { ...nothing, ...known }));
  }
});

function refusedAtOnce(): object {
  return { ttltMs: 350, connectMs: 40, headersMs: 250, waitedMs: 400 };
}

test('a broken answer has no time to last token, and a run that goes on has not waited yet', () => {
  const begun = [...opening, block(1_400, 0, 'text'), delta(1_450, 0, 'text', 'Hi')];
  const live = metricsOf(play(begun));
  const broken = metricsOf(play([...begun, ended(1_500, { kind: 'broken', code: 'ECONNRESET' })]));
  assert.deepEqual([live.ttltMs, live.waitedMs, broken.ttltMs, broken.waitedMs], [null, null, null, 500]);
});
