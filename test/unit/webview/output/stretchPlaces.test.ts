import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { stretchPlaces } from '../../../../src/webview/output/stretchPlaces.ts';
import type { SegmentView } from '../../../../src/webview/protocol.ts';

// The ends of the stretches in ms, one after another; then where each is drawn, in percent.
const cases: Readonly<Record<string, readonly (readonly [from: number, to: number])[]>> = {
  '': [],
  '1000': [[0, 100]],
  '250 1000': [
    [0, 25],
    [25, 100],
  ],
  '1 500 1000': [
    [0, 0.4],
    [0.4, 50],
    [50, 100],
  ],
  '1 2 3 1000': [
    [0, 0.4],
    [0.4, 0.8],
    [0.8, 1.2],
    [1.2, 100],
  ],
  '500 997 998 999 1000': [
    [0, 50],
    [50, 98.8],
    [98.8, 99.2],
    [99.2, 99.6],
    [99.6, 100],
  ],
};

suite('stretches lie side by side, the short ones wide enough to be seen', () => {
  for (const [ends, expected] of Object.entries(cases)) {
    test(ends || 'none', () => assert.deepEqual(places(numbers(ends)), expected));
  }

  test('more of them than the line has room for stay within it', () => {
    const all = places(Array.from({ length: 400 }, (_, index) => index + 1));
    assert.ok(all.every(([from, to]) => from >= 0 && to <= 100));
  });
});

function places(ends: readonly number[]): readonly (readonly [number, number])[] {
  const segments = ends.map((endMs, index): SegmentView => {
    return { kind: 'text', startMs: ends[index - 1] ?? 0, endMs, label: '', hover: '' };
  });
  const view = { segments, totalMs: ends.at(-1) ?? 0, description: '', note: null };
  const rounded = (percent: number) => Math.round(percent * 100) / 100;
  return stretchPlaces(view).map(({ x, width }) => [rounded(x), rounded(x + width)]);
}

function numbers(text: string): readonly number[] {
  return text === '' ? [] : text.split(' ').map(Number);
}
