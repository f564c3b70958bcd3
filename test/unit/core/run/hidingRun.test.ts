import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunEvent } from '../../../../src/core/run/events.ts';
import { hidingRun } from '../../../../src/core/run/hidingRun.ts';
import { initialRun, textOf } from '../../../../src/core/run/state.ts';
import { appendOf } from '../../../../src/vscode/output/appends.ts';
import {
  attempt,
  attemptFailed,
  block,
  blockStop,
  closing,
  delta,
  deltas,
  ended,
  frozen,
  opening,
  overloaded,
  play,
} from './script.ts';

const secrets = new Map([
  ['door', 'open-sesame'],
  ['pin', '123'],
]);

const inPieces: readonly RunEvent[] = [
  ...opening,
  block(1_400, 0, 'text'),
  ...deltas(1_500, 100, 0, 'text', ['Say open-', 'ses', 'ame, 123.', '']),
  blockStop(1_900, 0),
  ...closing(2_000, { outputTokens: 40 }),
];

function hiddenStates(events: readonly RunEvent[]) {
  return events.map(hiddenStep());
}

function hiddenStep() {
  const take = hidingRun(secrets);
  return (event: RunEvent) => frozen(take(frozen(event)));
}

test('a secret in several pieces is shown as its name, and no piece of it ever', () => {
  const texts = hiddenStates(inPieces).map(({ state }) => textOf(state));
  assert.deepEqual([...new Set(texts)], ['', 'Say ', 'Say «door», 123.']);
});

test('what a page is told piece by piece is what the state shows', () => {
  let before = initialRun;
  const told = hiddenStates(inPieces).flatMap(({ event, state }) => {
    const append = appendOf(before, state, event);
    before = state;
    return append === null ? [] : [append.text];
  });
  assert.deepEqual(told, ['', 'Say ', '«door», 123.']);
});

test('times and counts are those of the answer as it came', () => {
  const { blocks: _, ...hidden } = hiddenStates(inPieces).at(-1)?.state ?? initialRun;
  const { blocks: __, ...open } = play(inPieces);
  assert.deepEqual(hidden, open);
});

test('what was held back comes with the end, whatever that is', () => {
  const events = [...opening, block(1_400, 0, 'text', 'It is open'), ended(1_500, { kind: 'cancelled' })];
  assert.deepEqual(
    hiddenStates(events)
      .slice(-2)
      .map(({ state }) => textOf(state)),
    ['It is ', 'It is open'],
  );
});

test('each block is looked at by itself, and a new attempt begins anew', () => {
  const events = [
    ...opening,
    block(1_400, 0, 'text', 'open-'),
    attemptFailed(1_500, 100),
    attempt(1_600, 2),
    block(1_700, 0, 'thinking', 'open-'),
    delta(1_800, 0, 'thinking', 'sesame?'),
    block(1_900, 1, 'text', 'sesame'),
    delta(1_950, 1, 'citations', 'open-sesame'),
    ...closing(2_000),
  ];
  assert.deepEqual(
    hiddenStates(events)
      .at(-1)
      ?.state.blocks.map(({ kind, text }) => [kind, text]),
    [
      ['thinking', '«door»?'],
      ['text', 'sesame'],
    ],
  );
});

test('an error that repeats a secret is told without it', () => {
  const failure = { ...overloaded, message: 'No open-sesame here' };
  const [told] = hiddenStates([attemptFailed(1_500, null, failure)]);
  assert.deepEqual(told?.event, attemptFailed(1_500, null, { ...failure, message: 'No «door» here' }));
});
