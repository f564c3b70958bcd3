import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type BlindChoice,
  type BlindPair,
  blindChoice,
  blindPairs,
  blindTallies,
  withChoice,
} from '../../../../src/core/compare/blind.ts';

const runs = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((block) =>
  ['A', 'B'].map((arm) => ({ arm, block, run: `${arm}${block}` })),
);

test('every block with both answers is a pair, once, in an order that follows from the seed', () => {
  const pairs = blindPairs(runs, ['A', 'B'], 5);
  assert.deepEqual(pairs, blindPairs(runs, ['A', 'B'], 5));
  assert.deepEqual(pairs.map(({ block }) => block).toSorted(), [0, 1, 2, 3, 4, 5, 6, 7]);
  assert.notDeepEqual(
    pairs.map(({ block }) => block),
    [0, 1, 2, 3, 4, 5, 6, 7],
  );
  for (const { block, left, right } of pairs) {
    assert.deepEqual([left.run, right.run].toSorted(), [`A${block}`, `B${block}`]);
  }
});

test('sides are shuffled', () => {
  const lefts = new Set(blindPairs(runs, ['A', 'B'], 5).map(({ left }) => left.arm));
  assert.deepEqual([...lefts].toSorted(), ['A', 'B']);
});

test('a block that lacks an answer is no pair; each other arm is held against the first', () => {
  const some = [
    { arm: 'A', block: 0, run: 'A0' },
    { arm: 'C', block: 0, run: 'C0' },
    { arm: 'B', block: 1, run: 'B1' },
  ];
  const [pair, ...rest] = blindPairs(some, ['A', 'B', 'C'], 1);
  assert.deepEqual([[pair?.left.arm, pair?.right.arm].toSorted(), rest], [['A', 'C'], []]);
});

test('what is preferred is counted by arm, whichever side it stood on', () => {
  const pair = (block: number, left: string, right: string): BlindPair => ({
    block,
    left: { arm: left, run: `${left}${block}` },
    right: { arm: right, run: `${right}${block}` },
  });
  const choices = [
    blindChoice(pair(0, 'A', 'B'), 'right'),
    blindChoice(pair(1, 'B', 'A'), 'left'),
    blindChoice(pair(2, 'B', 'A'), 'right'),
    blindChoice(pair(3, 'A', 'B'), 'tie'),
    blindChoice(pair(4, 'A', 'B'), 'neither'),
  ];
  assert.deepEqual(blindTallies(choices, ['A', 'B', 'C']), [
    { a: 'A', b: 'B', preferredA: 1, preferredB: 2, ties: 2 },
  ]);
  assert.deepEqual(choices[4], { block: 4, arms: ['A', 'B'], preferred: null, neither: true });
});

test('a judgement takes the place of an earlier one of the same two answers alone', () => {
  const choice = (block: number, other: string, preferred: string | null): BlindChoice => ({
    block,
    arms: ['A', other],
    preferred,
    neither: false,
  });
  const before = [choice(0, 'B', 'A'), choice(0, 'C', 'C'), choice(1, 'B', null)];
  const again: BlindChoice = { ...choice(0, 'B', 'B'), arms: ['B', 'A'] };
  assert.deepEqual(withChoice(before, again), [choice(0, 'C', 'C'), choice(1, 'B', null), again]);
});
