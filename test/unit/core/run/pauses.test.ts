import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { RunEvent } from '../../../../src/core/run/events.ts';
import { initialRun } from '../../../../src/core/run/state.ts';
import { largestShare } from '../../../../src/core/run/timeline.ts';
import {
  attempt,
  attemptFailed,
  block,
  blockStop,
  closing,
  delta,
  deltas,
  ended,
  opening,
  play,
  sent,
} from './script.ts';

const now = 10_000;

const hello = [...opening, block(1_400, 0, 'text', 'Hi')];

suite('pauses', () => {
  const gaps = (events: readonly RunEvent[]) => {
    const { longestGapMs, gaps } = play([...opening, ...events]);
    return { longest: longestGapMs, gaps: gaps.map(({ startedAt, endedAt }) => `${startedAt}–${endedAt}`) };
  };

  test('one delta has none', () =>
    assert.deepEqual(gaps([delta(2_000, 0, 'text', 'a')]), { longest: null, gaps: [] }));

  test('the longest counts however short it is', () => {
    assert.deepEqual(gaps([...deltas(2_000, 30, 0, 'text', ['a', 'b']), delta(2_130, 0, 'text', 'c')]), {
      longest: 100,
      gaps: [],
    });
  });

  test('half a second is one', () => {
    assert.deepEqual(gaps(deltas(2_000, 500, 0, 'text', ['a', 'b'])), { longest: 500, gaps: ['2000–2500'] });
  });

  test('what does not count does not end one', () => {
    assert.deepEqual(
      gaps([delta(2_000, 0, 'text', 'a'), delta(2_400, 0, 'text', ''), delta(2_800, 0, 'text', 'b')]),
      {
        longest: 800,
        gaps: ['2000–2800'],
      },
    );
  });

  test('hidden thinking is none', () => {
    const thinking = [block(2_000, 1, 'thinking'), delta(9_000, 1, 'signature'), blockStop(9_000, 1)];
    assert.deepEqual(gaps([delta(2_000, 0, 'text', 'a'), ...thinking, delta(9_010, 2, 'text', 'b')]), {
      longest: 10,
      gaps: [],
    });
  });

  test('hidden thinking before the first text is none either', () => {
    const thinking = [block(2_000, 0, 'thinking'), blockStop(9_000, 0)];
    assert.deepEqual(gaps([...thinking, delta(9_700, 1, 'text', 'a')]), { longest: null, gaps: [] });
  });

  test('at most 50 are kept, the longest is known all the same', () => {
    const texts = Array<string>(60).fill('a');
    const state = play([...opening, ...deltas(2_000, 600, 0, 'text', texts), delta(60_000, 0, 'text', 'b')]);
    assert.deepEqual(
      [state.gaps.length, state.gaps[0], state.longestGapMs],
      [50, { startedAt: 2_000, endedAt: 2_600 }, 60_000 - (2_000 + 59 * 600)],
    );
  });
});

suite('where most of the time went', () => {
  const share = (events: readonly RunEvent[]) => largestShare(play(events), now);
  const rows: readonly (readonly [string, readonly RunEvent[], ReturnType<typeof share>])[] = [
    ['nothing was timed', [], null],
    ['waiting', [...hello, ...closing(1_499)], { kind: 'wait', ms: 350, totalMs: 500 }],
    ['writing', [...hello, ...closing(2_999)], { kind: 'text', ms: 1_600, totalMs: 2_000 }],
    [
      'a pause in the text is writing',
      [...hello, delta(3_400, 0, 'text', '!'), ...closing(3_499)],
      { kind: 'text', ms: 2_100, totalMs: 2_500 },
    ],
    [
      'hidden thinking right after text is thinking',
      [
        ...hello,
        block(1_400, 1, 'thinking'),
        blockStop(4_400, 1),
        block(4_400, 2, 'text', 'there'),
        ...closing(4_499),
      ],
      { kind: 'thinking', ms: 3_000, totalMs: 3_500 },
    ],
    [
      'failed attempts',
      [
        attempt(1_000),
        attemptFailed(1_100, 900),
        attempt(2_000),
        sent(2_010),
        block(2_100, 0, 'text', 'Hi'),
        ...closing(2_199),
      ],
      { kind: 'retry', ms: 1_000, totalMs: 1_200 },
    ],
    [
      'a pause in the thinking is thinking',
      [...opening, ...deltas(1_400, 2_000, 0, 'thinking', ['a', 'b']), ...closing(3_499)],
      { kind: 'thinking', ms: 2_100, totalMs: 2_500 },
    ],
    ['connecting', [attempt(1_000), sent(9_000)], { kind: 'connect', ms: 8_000, totalMs: 9_000 }],
    [
      'the silence before a stop is no writing',
      [...hello, ...deltas(1_500, 500, 0, 'text', ['a', 'b']), ended(2_600, { kind: 'cancelled' })],
      { kind: 'text', ms: 600, totalMs: 1_600 },
    ],
    ['silence alone was longer than anything else', [...hello, ended(9_000, { kind: 'stalled' })], null],
    [
      'of two equal shares the earlier',
      [attempt(1_000), sent(1_500), block(2_000, 0, 'text', 'Hi'), ...closing(2_009)],
      { kind: 'connect', ms: 500, totalMs: 1_010 },
    ],
  ];
  for (const [name, events, expected] of rows) {
    test(name, () => assert.deepEqual(share(events), expected));
  }
  test('the empty run has none', () => assert.equal(largestShare(initialRun, now), null));
});
