import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { RunEvent } from '../../../../src/core/run/events.ts';
import { timelineOf } from '../../../../src/core/run/timeline.ts';
import {
  attempt,
  attemptFailed,
  block,
  blockStop,
  closing,
  connected,
  delta,
  deltas,
  ended,
  messageDelta,
  messageStart,
  messageStop,
  opening,
  play,
  sent,
} from './script.ts';

const now = 10_000;

const line = (events: readonly RunEvent[]) =>
  timelineOf(play(events), now).map(({ kind, part, startMs, endMs }) =>
    [kind === part ? kind : `${kind} in ${part}`, `${startMs}–${endMs}`].join(' '),
  );

const connectAndWait = ['connect 0–50', 'wait 50–400'];
const hello = [...opening, block(1_400, 0, 'text', 'Hi')];

suite('the line of a run', () => {
  const rows: readonly (readonly [string, readonly RunEvent[], readonly string[]])[] = [
    ['before the first attempt', [], []],
    ['while connecting', [attempt(1_000)], ['connect 0–9000']],
    ['while waiting', [attempt(1_000), sent(1_050)], ['connect 0–50', 'wait 50–9000']],
    ['while writing', hello, [...connectAndWait, 'text 400–9000']],
    ['of a whole answer', [...hello, ...closing(2_999)], [...connectAndWait, 'text 400–2000']],
    [
      'stops at the last token, not where the connection was done with',
      endedLate(),
      [...connectAndWait, 'text 400–2000'],
    ],
    [
      'of an answer with no block',
      [...opening, ...closing(1_499, {}, 'refusal')],
      ['connect 0–50', 'wait 50–500'],
    ],
    ['cancelled while connecting', [attempt(1_000), ended(1_030, { kind: 'cancelled' })], ['connect 0–30']],
    [
      'cancelled while writing',
      [...hello, ended(1_600, { kind: 'cancelled' })],
      [...connectAndWait, 'text 400–600'],
    ],
    [
      'given up in silence',
      [...hello, delta(1_500, 0, 'text', '!'), ended(4_000, { kind: 'stalled' })],
      [...connectAndWait, 'text 400–500', 'gap in text 500–3000'],
    ],
    [
      'given up while hidden thinking may have gone on',
      [...hello, blockStop(1_500, 0), block(1_600, 1, 'thinking'), ended(4_000, { kind: 'stalled' })],
      [...connectAndWait, 'text 400–600', 'thinking 600–3000'],
    ],
    [
      'thinking shown',
      [
        ...opening,
        block(1_400, 0, 'thinking'),
        ...deltas(1_500, 400, 0, 'thinking', ['a', 'b', 'c']),
        blockStop(2_400, 0),
        block(2_400, 1, 'text'),
        delta(2_450, 1, 'text', 'Hi'),
        ...closing(2_999),
      ],
      [...connectAndWait, 'thinking 400–1450', 'text 1450–2000'],
    ],
    [
      'thinking hidden: from its block’s start to its signature',
      [
        ...opening,
        block(1_400, 0, 'thinking'),
        delta(4_400, 0, 'signature'),
        blockStop(4_400, 0),
        block(4_400, 1, 'text'),
        delta(4_410, 1, 'text', 'Hi'),
        ...closing(4_999),
      ],
      [...connectAndWait, 'thinking 400–3410', 'text 3410–4000'],
    ],
    [
      'thinking hidden, still going on',
      [...opening, block(1_400, 0, 'thinking')],
      [...connectAndWait, 'thinking 400–9000'],
    ],
    [
      'thinking hidden between two texts is thinking, no pause',
      [
        ...hello,
        blockStop(1_400, 0),
        block(1_400, 1, 'thinking'),
        delta(4_400, 1, 'signature'),
        blockStop(4_400, 1),
        block(4_400, 2, 'text', 'there'),
        ...closing(4_999),
      ],
      [...connectAndWait, 'thinking 400–3400', 'text 3400–4000'],
    ],
    [
      'redacted thinking',
      [
        ...opening,
        block(1_400, 0, 'redacted-thinking'),
        blockStop(1_450, 0),
        block(1_500, 1, 'text', 'Hi'),
        ...closing(1_999),
      ],
      [...connectAndWait, 'thinking 400–500', 'text 500–1000'],
    ],
    [
      'tool input after text',
      [...hello, block(1_500, 1, 'tool-use'), delta(1_600, 1, 'input-json', '{}'), ...closing(1_999)],
      [...connectAndWait, 'text 400–600', 'other 600–1000'],
    ],
    [
      'a pause right after the first text is one in the text',
      [...hello, delta(3_400, 0, 'text', '!'), ...closing(3_499)],
      [...connectAndWait, 'gap in text 400–2400', 'text 2400–2500'],
    ],
    [
      'a pause of under half a second is none',
      [...hello, delta(1_899, 0, 'text', '!'), ...closing(1_999)],
      [...connectAndWait, 'text 400–1000'],
    ],
    [
      'two pauses',
      [...hello, ...deltas(1_500, 600, 0, 'text', ['a', 'b', 'c']), ...closing(2_799)],
      [...connectAndWait, 'text 400–500', 'gap in text 500–1100', 'gap in text 1100–1700', 'text 1700–1800'],
    ],
    [
      'a pause between text and tool input',
      [...hello, block(2_400, 1, 'tool-use'), delta(2_400, 1, 'input-json', '{'), ...closing(2_499)],
      [...connectAndWait, 'gap in text 400–1400', 'other 1400–1500'],
    ],
    [
      'a retry with the wait before it',
      [
        attempt(1_000),
        sent(1_050),
        attemptFailed(1_100, 900),
        attempt(2_000, 2),
        connected(2_040, 40),
        sent(2_050),
      ],
      ['retry 0–1000', 'connect 1000–1050', 'wait 1050–9000'],
    ],
    [
      'while it waits for the next attempt',
      [attempt(1_000), sent(1_050), attemptFailed(1_100, 60_000)],
      ['retry 0–9000'],
    ],
    [
      'stopped while it waits for the next attempt',
      [attempt(1_000), sent(1_050), attemptFailed(1_100, 60_000), ended(3_000, { kind: 'cancelled' })],
      ['retry 0–2000'],
    ],
    [
      'of a last attempt that failed',
      [
        attempt(1_000),
        attemptFailed(1_100, 900),
        attempt(2_000, 2),
        sent(2_050),
        attemptFailed(2_500, null),
        ended(2_500, { kind: 'stalled' }),
      ],
      ['retry 0–1000', 'connect 1000–1050', 'wait 1050–1500'],
    ],
    [
      'several messages, the second thinks in the block of the first one’s text',
      [
        ...hello,
        messageStop(1_500),
        messageStart(1_600),
        block(1_700, 0, 'thinking'),
        blockStop(2_700, 0),
        block(2_800, 1, 'text', 'there'),
        ...closing(2_999),
      ],
      [...connectAndWait, 'text 400–700', 'thinking 700–1800', 'text 1800–2000'],
    ],
    [
      'several messages, the second still going on',
      [
        ...hello,
        messageDelta(1_500, 'end_turn'),
        messageStop(1_500),
        messageStart(1_600),
        block(1_700, 0, 'tool-use'),
        delta(1_800, 0, 'input-json', '{'),
      ],
      [...connectAndWait, 'text 400–800', 'other 800–9000'],
    ],
  ];
  for (const [name, events, expected] of rows) {
    test(name, () => assert.deepEqual(line(events), expected));
  }
});

function endedLate(): readonly RunEvent[] {
  return [...hello, messageStop(3_000), ended(3_250)];
}
