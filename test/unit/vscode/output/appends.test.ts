import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { BlockKind, RunEvent } from '../../../../src/core/run/events.ts';
import { reduceRun } from '../../../../src/core/run/reduceRun.ts';
import { initialRun } from '../../../../src/core/run/state.ts';
import { appendOf, blockViews, joinAppends } from '../../../../src/vscode/output/appends.ts';
import type { AppendView, BlockView } from '../../../../src/webview/protocol.ts';
import { pick, seeded, whole } from '../../../simulator/distribution.ts';
import {
  attempt,
  attemptFailed,
  block,
  blockStop,
  closing,
  delta,
  messageStart,
  opening,
  sent,
} from '../../core/run/script.ts';
import { randomSeed } from '../../randomSeed.ts';

/** The appends that the events make, one each that adds something. */
function appendsOf(events: readonly RunEvent[]): readonly AppendView[] {
  let state = initialRun;
  return events.flatMap((event) => {
    const before = state;
    state = reduceRun(state, event);
    return appendOf(before, state, event) ?? [];
  });
}

/** What a page holds that starts empty and adds piece by piece. */
function pageAfter(appends: readonly AppendView[]): readonly BlockView[] {
  const blocks: BlockView[] = [];
  for (const { position, create, text } of appends) {
    if (create !== null) {
      assert.equal(position, blocks.length);
      blocks.push({ ...create, text });
      continue;
    }
    const grown = blocks[position];
    assert.ok(grown !== undefined, `no block at ${position}`);
    blocks[position] = { ...grown, text: grown.text + text };
  }
  return blocks;
}

const viewOf = (events: readonly RunEvent[]) => blockViews(events.reduce(reduceRun, initialRun));

suite('the answer on the page', () => {
  const kinds: readonly (readonly [BlockKind, BlockView['kind']])[] = [
    ['text', 'text'],
    ['thinking', 'thinking'],
    ['redacted-thinking', 'thinking'],
    ['tool-use', 'tool'],
    ['server-tool-use', 'tool'],
    ['other', 'other'],
  ];
  for (const [kind, expected] of kinds) {
    test(`a block of kind ${kind} is shown as ${expected}`, () => {
      assert.deepEqual(appendsOf([block(1, 0, kind, 'A')]), [
        { position: 0, create: { kind: expected, name: null }, text: 'A' },
      ]);
    });
  }

  test('pieces go to the newest block of their index', () => {
    const events = [
      block(1, 0, 'text'),
      delta(2, 0, 'text', 'a'),
      block(3, 1, 'thinking'),
      delta(4, 1, 'thinking', 'b'),
      delta(5, 0, 'text', 'c'),
      messageStart(6),
      block(7, 0, 'text'),
      delta(8, 0, 'text', 'd'),
    ];
    assert.deepEqual(pageAfter(appendsOf(events)), viewOf(events));
  });

  const silent: readonly (readonly [string, readonly RunEvent[]])[] = [
    ['an empty piece', [delta(2, 0, 'text', '')]],
    ['a signature', [delta(2, 0, 'signature')]],
    ['a citation', [delta(2, 0, 'citations')]],
    ['the end of a block', [blockStop(2, 0)]],
    ['the end of the run', closing(2)],
    ['another attempt', [attemptFailed(2, 10), attempt(3), sent(4)]],
  ];
  for (const [name, events] of silent) {
    test(`${name} adds nothing`, () => {
      assert.equal(appendsOf([...opening, block(1, 0, 'text'), ...events]).length, 1);
    });
  }
});

suite('joined pieces', () => {
  const piece = (position: number, text: string, create: AppendView['create'] = null): AppendView => ({
    position,
    create,
    text,
  });
  const text = { kind: 'text', name: null } as const;
  const rows: readonly (readonly [string, readonly AppendView[], readonly AppendView[]])[] = [
    ['none', [], []],
    ['neighbours of one block', [piece(0, 'a'), piece(0, 'b')], [piece(0, 'ab')]],
    ['a new block takes what follows', [piece(0, 'a', text), piece(0, 'b')], [piece(0, 'ab', text)]],
    [
      'a new block is not swallowed',
      [piece(0, 'a'), piece(1, 'b', text)],
      [piece(0, 'a'), piece(1, 'b', text)],
    ],
    [
      'nor is one that starts the answer again',
      [piece(0, 'a'), piece(0, 'b', text)],
      [piece(0, 'a'), piece(0, 'b', text)],
    ],
    [
      'others between keep them apart',
      [piece(0, 'a'), piece(1, 'b'), piece(0, 'c')],
      [piece(0, 'a'), piece(1, 'b'), piece(0, 'c')],
    ],
  ];
  for (const [name, pieces, expected] of rows) {
    test(name, () => assert.deepEqual(joinAppends(pieces), expected));
  }
});

test(`random pieces, joined in random batches, make the same page (seed ${randomSeed})`, () => {
  const random = seeded(randomSeed);
  for (let round = 0; round < 200; round++) {
    const events: RunEvent[] = [];
    let indices: number[] = [];
    for (let i = 0; i < 60; i++) {
      const at = events.length;
      if (indices.length === 0 || random() < 0.1) {
        const index = indices.length;
        indices.push(index);
        events.push(
          block(at, index, pick(random, ['text', 'thinking', 'tool-use']), pick(random, ['', 'x'])),
        );
      } else if (random() < 0.05) {
        events.push(messageStart(at));
        indices = [];
      } else {
        events.push(delta(at, pick(random, indices), 'text', pick(random, ['', 'a', 'bc', '\n', '🙂'])));
      }
    }
    const appends = appendsOf(events);
    const batches: AppendView[] = [];
    for (let from = 0; from < appends.length; ) {
      const until = from + whole(random, 1, 12);
      batches.push(...joinAppends(appends.slice(from, until)));
      from = until;
    }
    assert.deepEqual(pageAfter(batches), viewOf(events), `round ${round}`);
    assert.ok(batches.length <= appends.length);
  }
});
