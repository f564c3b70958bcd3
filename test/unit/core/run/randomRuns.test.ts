import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BlockKind, DeltaKind, Outcome, RunEvent } from '../../../../src/core/run/events.ts';
import { metricsOf } from '../../../../src/core/run/metrics.ts';
import { reduceRun } from '../../../../src/core/run/reduceRun.ts';
import { initialRun, textOf, thinkingOf } from '../../../../src/core/run/state.ts';
import { largestShare, timelineOf } from '../../../../src/core/run/timeline.ts';
import { between, pick, type Random, seeded, whole } from '../../../simulator/distribution.ts';
import { randomSeed } from '../../randomSeed.ts';
import {
  alive,
  attempt,
  attemptFailed,
  block,
  blockStop,
  connected,
  delta,
  ended,
  frozen,
  headers,
  messageDelta,
  messageStart,
  messageStop,
  overloaded,
  sent,
  silence,
} from './script.ts';

interface Drawn {
  readonly events: readonly RunEvent[];
  readonly text: string;
  readonly thinking: string;
}

const deltaKinds: Readonly<Record<BlockKind, readonly DeltaKind[]>> = {
  text: ['text', 'text', 'text', 'citations'],
  thinking: ['thinking', 'thinking', 'signature'],
  'redacted-thinking': [],
  'tool-use': ['input-json'],
  'server-tool-use': ['input-json'],
  other: ['other'],
};

/** A run as the adapter can tell it, cut short anywhere. */
function drawRun(random: Random): Drawn {
  const events: RunEvent[] = [];
  let clock = between(random, 0, 1e6);
  let text = '';
  let thinking = '';
  const step = () => {
    // Some events share a read and with it their time; some come after a long pause.
    clock += pick(random, [
      0,
      0,
      between(random, 0, 40),
      between(random, 0, 400),
      between(random, 400, 3_000),
    ]);
    return clock;
  };
  const maybe = (odds: number, draw: () => void) => {
    if (random() < odds) draw();
  };

  const drawOpening = (number: number) => {
    events.push(attempt(step(), number));
    maybe(0.7, () => events.push(connected(step(), random() < 0.5 ? null : 30)));
    events.push(sent(step(), random() < 0.2));
    maybe(0.1, () => events.push(silence(step(), 1_000)));
  };
  const drawBlock = (index: number) => {
    const kind = pick(random, Object.keys(deltaKinds) as BlockKind[]);
    const piece = () => pick(random, ['', 'a', ' and ', '\n\n', '🙂']);
    const keep = (of: string, words: string) => {
      if (of === 'text') text += words;
      if (of === 'thinking') thinking += words;
      return words;
    };
    const holds = kind === 'text' || kind === 'thinking';
    events.push(block(step(), index, kind, holds ? keep(kind, pick(random, ['', '', piece()])) : ''));
    for (let i = whole(random, 0, 6); i > 0 && deltaKinds[kind].length > 0; i--) {
      const type = pick(random, deltaKinds[kind]);
      const silent = type === 'signature' || type === 'citations' || type === 'other';
      events.push(delta(step(), index, type, silent ? '' : keep(type, piece())));
      maybe(0.1, () => events.push(alive(step())));
    }
    events.push(blockStop(step(), index));
  };

  const retries = whole(random, 0, 2);
  for (let number = 1; number <= retries; number++) {
    drawOpening(number);
    events.push(attemptFailed(step(), 500));
  }
  drawOpening(retries + 1);
  events.push(headers(step()));
  for (let messages = pick(random, [1, 1, 1, 2]); messages > 0; messages--) {
    events.push(messageStart(step()));
    const blocks = whole(random, 0, 4);
    for (let index = 0; index < blocks; index++) drawBlock(index);
    events.push(messageDelta(step(), 'end_turn', { outputTokens: whole(random, 0, 500), thinkingTokens: 3 }));
    events.push(messageStop(step()));
  }
  return { events: [...events, ended(clock)], text, thinking };
}

const cuts: readonly Outcome[] = [
  { kind: 'cancelled' },
  { kind: 'stalled' },
  { kind: 'broken', code: null },
  { kind: 'failed', failure: overloaded },
];

function forRandomRuns(count: number, check: (run: Drawn, random: Random) => void): void {
  for (let i = 0; i < count; i++) {
    const random = seeded(randomSeed, i);
    try {
      check(drawRun(random), random);
    } catch (error) {
      throw new Error(`seed ${randomSeed}, run ${i}`, { cause: error });
    }
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const near = (a: number, b: number) => Math.abs(a - b) < 1e-6;

test(`the line of a random run follows without holes from its first attempt to its end, after each event (seed ${randomSeed})`, () => {
  forRandomRuns(200, ({ events }, random) => {
    let state = initialRun;
    for (const event of events) {
      state = reduceRun(state, event);
      const begun = state.attempts[0]?.startedAt ?? event.at;
      const now = event.at + pick(random, [0, between(random, 0, 900)]);
      const whole = (state.stoppedAt ?? state.endedAt ?? now) - begun;
      const line = timelineOf(state, now);
      let from = 0;
      for (const { startMs, endMs } of line) {
        assert.equal(startMs, from);
        assert.ok(endMs > startMs);
        from = endMs;
      }
      assert.ok(near(from, whole), `${from} instead of ${whole} after ${event.kind}`);
      const share = largestShare(state, now);
      assert.equal(share === null, line.length === 0);
      if (share === null) continue;
      const parts = line
        .filter(({ part }) => part === share.kind)
        .map(({ startMs, endMs }) => endMs - startMs);
      assert.ok(near(share.totalMs, whole) && near(share.ms, sum(parts)));
      assert.ok(share.ms * new Set(line.map(({ part }) => part)).size >= whole - 1e-6);
    }
  });
});

test(`a random run keeps all text, and its times are in order (seed ${randomSeed})`, () => {
  forRandomRuns(200, ({ events, text, thinking }) => {
    const state = events.reduce((before, event) => frozen(reduceRun(frozen(before), event)), initialRun);
    const { ttftMs, firstTextMs, ttltMs, waitedMs, otps } = metricsOf(state);
    assert.deepEqual([textOf(state), thinkingOf(state), state.endState], [text, thinking, 'complete']);
    assert.equal(firstTextMs === null, text === '');
    assert.ok(firstTextMs === null || (ttftMs !== null && ttftMs <= firstTextMs));
    assert.ok(ttltMs !== null && (ttftMs ?? 0) <= ttltMs);
    assert.ok(waitedMs !== null && ttltMs <= waitedMs);
    assert.ok(otps === null || (otps > 0 && Number.isFinite(otps)));
    for (const pause of state.gaps) assert.ok(pause.endedAt - pause.startedAt <= (state.longestGapMs ?? 0));
  });
});

test(`a random run cut anywhere keeps what was written, and nothing after it counts (seed ${randomSeed})`, () => {
  forRandomRuns(50, ({ events }, random) => {
    for (let length = 0; length < events.length; length++) {
      const begun = events.slice(0, length).reduce(reduceRun, initialRun);
      const outcome = pick(random, cuts);
      const cut = reduceRun(begun, ended(events[length]?.at ?? 0, outcome));
      assert.deepEqual(
        [cut.endState, textOf(cut), cut.blocks.some(({ open }) => open)],
        [outcome.kind, textOf(begun), false],
      );
      assert.equal(events.slice(length).reduce(reduceRun, cut), cut);
    }
  });
});
