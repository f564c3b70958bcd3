import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom, shuffled } from '../../../src/core/random.ts';

test('a seed gives the same numbers on every machine, each stream its own', () => {
  const first = (seed: number, stream?: number): readonly number[] => {
    const random = seededRandom(seed, stream);
    return Array.from({ length: 3 }, () => Math.floor(random() * 2 ** 32));
  };
  // Kept with comparisons: the numbers of a seed never change.
  assert.deepEqual(first(1), [2_693_262_067, 11_749_833, 2_265_367_787]);
  assert.deepEqual(first(1, 0), first(1));
  assert.notDeepEqual(first(1, 1), first(1));
});

test('shuffling keeps what it is given as it was, and all of it', () => {
  const items = ['a', 'b', 'c', 'd'];
  const mixed = shuffled(seededRandom(2), items);
  assert.deepEqual(
    [items, mixed.toSorted()],
    [
      ['a', 'b', 'c', 'd'],
      ['a', 'b', 'c', 'd'],
    ],
  );
});
