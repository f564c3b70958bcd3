import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  editMapped,
  joinMapped,
  type MappedText,
  sameText,
  sliceMapped,
  sourceSpan,
} from '../../../../src/core/prompt/mappedText.ts';

// "ab" stands at 10, a line break is written as \n, "cd" follows behind a gap of two.
const mapped: MappedText = {
  text: 'ab\ncd',
  pieces: [
    { kind: 'same', at: 0, length: 2, start: 10, end: 12 },
    { kind: 'escape', at: 2, length: 1, start: 12, end: 14 },
    { kind: 'same', at: 3, length: 2, start: 16, end: 18 },
  ],
};

suite('where a span stands in the source', () => {
  const rows: readonly (readonly [start: number, end: number, from: number, to: number])[] = [
    [0, 1, 10, 11],
    [1, 2, 11, 12],
    [2, 3, 12, 14],
    [1, 3, 11, 14],
    [3, 5, 16, 18],
    [0, 5, 10, 18],
    [1, 4, 11, 17],
    [3, 3, 16, 16],
    [5, 5, 18, 18],
  ];
  for (const [start, end, from, to] of rows) {
    test(`${start}–${end} → ${from}–${to}`, () => {
      assert.deepEqual(sourceSpan(mapped, { start, end }), { start: from, end: to });
    });
  }
});

test('a slice keeps its way back', () => {
  assert.deepEqual(sliceMapped(mapped, 1, 4), {
    text: 'b\nc',
    pieces: [
      { kind: 'same', at: 0, length: 1, start: 11, end: 12 },
      { kind: 'escape', at: 1, length: 1, start: 12, end: 14 },
      { kind: 'same', at: 2, length: 1, start: 16, end: 17 },
    ],
  });
});

test('what a program edits away is a gap, what it puts in stands for what it replaces', () => {
  const edits = [
    { start: 0, end: 1, text: '' },
    { start: 1, end: 3, text: 'X' },
  ];
  assert.deepEqual(editMapped(mapped, edits), {
    text: 'Xcd',
    pieces: [
      { kind: 'escape', at: 0, length: 1, start: 11, end: 14 },
      { kind: 'same', at: 1, length: 2, start: 16, end: 18 },
    ],
  });
});

test('joined texts keep their places', () => {
  assert.deepEqual(joinMapped([sameText('a', 3), sameText('', 9), sameText('bc', 20)]), {
    text: 'abc',
    pieces: [
      { kind: 'same', at: 0, length: 1, start: 3, end: 4 },
      { kind: 'same', at: 1, length: 2, start: 20, end: 22 },
    ],
  });
});
