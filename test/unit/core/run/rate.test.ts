import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { RunEvent } from '../../../../src/core/run/events.ts';
import { liveRate } from '../../../../src/core/run/liveRate.ts';
import { metricsOf, textTokensOf } from '../../../../src/core/run/metrics.ts';
import type { Usage } from '../../../../src/core/run/usage.ts';
import {
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
} from './script.ts';

const tens = (count: number): readonly string[] => Array(count).fill('0123456789');

const text = (index = 0, from = 2_000): readonly RunEvent[] => [
  block(from, index, 'text'),
  ...deltas(from, 100, index, 'text', tens(5)),
  blockStop(from + 400, index),
];

suite('tokens a second of the whole answer', () => {
  const rows: readonly (readonly [
    string,
    readonly RunEvent[],
    Partial<Usage>,
    number | null,
    number | null,
  ])[] = [
    // A fifth of the characters came with the first delta: 80 of 100 tokens in 0.4 s.
    ['the first delta’s share by characters is left out', text(), { outputTokens: 100 }, 100, 200],
    ['thinking tokens are left out', text(), { outputTokens: 150, thinkingTokens: 50 }, 100, 200],
    ['20 text tokens are enough', text(), { outputTokens: 20 }, 20, 40],
    ['19 text tokens are too few', text(), { outputTokens: 19 }, 19, null],
    [
      '19 text tokens beside thinking are too few',
      text(),
      { outputTokens: 99, thinkingTokens: 80 },
      19,
      null,
    ],
    [
      'four deltas are enough',
      [block(2_000, 0, 'text'), ...deltas(2_000, 100, 0, 'text', tens(4))],
      { outputTokens: 100 },
      100,
      250,
    ],
    [
      'three deltas are too few',
      [block(2_000, 0, 'text'), ...deltas(2_000, 100, 0, 'text', tens(3))],
      { outputTokens: 100 },
      100,
      null,
    ],
    [
      'empty deltas are none',
      [block(2_000, 0, 'text'), ...deltas(2_000, 100, 0, 'text', [...tens(3), '', ''])],
      { outputTokens: 100 },
      100,
      null,
    ],
    [
      'a block that starts with text counts it as its first delta',
      [block(2_000, 0, 'text', '0123456789'), ...deltas(2_100, 100, 0, 'text', tens(3))],
      { outputTokens: 100 },
      100,
      250,
    ],
    [
      'all in one moment',
      [block(2_000, 0, 'text'), ...deltas(2_000, 0, 0, 'text', tens(9))],
      { outputTokens: 100 },
      100,
      null,
    ],
    [
      'thought, and the count is not told',
      [block(1_500, 0, 'thinking'), blockStop(1_900, 0), ...text(1)],
      { outputTokens: 100 },
      null,
      null,
    ],
    [
      'thought, redacted, and the count is not told',
      [block(1_500, 0, 'redacted-thinking'), blockStop(1_500, 0), ...text(1)],
      { outputTokens: 100 },
      null,
      null,
    ],
    [
      'thought, and the count is told',
      [block(1_500, 0, 'thinking'), blockStop(1_900, 0), ...text(1)],
      { outputTokens: 100, thinkingTokens: 0 },
      100,
      200,
    ],
    [
      'thinking after the text takes none of its time',
      [...text(), ...deltas(2_500, 100, 1, 'thinking', tens(3))],
      { outputTokens: 150, thinkingTokens: 50 },
      100,
      200,
    ],
    [
      'tool input was written too',
      [...text(), block(2_500, 1, 'tool-use'), delta(2_600, 1, 'input-json', '{}')],
      { outputTokens: 100 },
      null,
      null,
    ],
    [
      'input of a tool of the server was written too',
      [...text(), block(2_500, 1, 'server-tool-use')],
      { outputTokens: 100 },
      null,
      null,
    ],
    [
      'the result of a tool is no output',
      [...text(), block(2_500, 1, 'other')],
      { outputTokens: 100 },
      100,
      200,
    ],
    ['the output is not told', text(), {}, null, null],
    ['more thinking than output', text(), { outputTokens: 10, thinkingTokens: 50 }, -40, null],
  ];
  for (const [name, events, usage, tokens, rate] of rows) {
    test(name, () => {
      const state = play([...opening, ...events, ...closing(3_000, usage)]);
      assert.deepEqual([textTokensOf(state), metricsOf(state).otps], [tokens, rate]);
    });
  }
});

test('before the billed count there is none: that of the first event is a placeholder', () => {
  const state = play([...opening, messageStart(1_302, { outputTokens: 100 }), ...text()]);
  assert.deepEqual([textTokensOf(state), metricsOf(state).otps], [null, null]);
});

test('of several messages only the last one’s tokens are known, so there is no rate over their text', () => {
  const state = play([
    ...opening,
    ...text(),
    messageDelta(2_500, 'end_turn', { outputTokens: 100 }),
    messageStop(2_500),
    messageStart(2_600),
    ...text(0, 2_700),
    ...closing(3_200, { outputTokens: 40 }),
  ]);
  assert.deepEqual([textTokensOf(state), metricsOf(state).otps], [null, null]);
});

suite('the estimate while text comes', () => {
  const live = (texts: readonly string[], everyMs = 100) =>
    play([...opening, block(2_000, 0, 'text'), ...deltas(2_000, everyMs, 0, 'text', texts)]);

  test('counts characters after the first delta by the model’s tokenizer', () => {
    // 40 characters in 0.4 s: 100 a second, at 4 ÷ 1.04 and 4 ÷ 1.49 characters a token.
    const state = live(tens(5));
    const rates = [liveRate(state, 'old-tokenizer'), liveRate(state, 'new-tokenizer')];
    assert.deepEqual(
      rates.map((rate) => rate?.toFixed(6)),
      ['26.000000', '37.250000'],
    );
  });

  test('begins with the fourth delta', () => {
    assert.equal(liveRate(live(tens(4)), 'old-tokenizer')?.toFixed(6), '26.000000');
  });

  const absent: readonly (readonly [string, readonly string[], number])[] = [
    ['without text', [], 100],
    ['under four deltas', tens(3), 100],
    ['all in one moment', tens(8), 0],
  ];
  for (const [name, texts, everyMs] of absent) {
    test(`is absent ${name}`, () => assert.equal(liveRate(live(texts, everyMs), 'old-tokenizer'), null));
  }
});
