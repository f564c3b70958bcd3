import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  noSelection,
  type SelectHow,
  type Selection,
  select,
  selectAll,
  selectionWithin,
} from '../../../../src/webview/history/runs/selection.ts';

const list = 'abcdefgh'.split('');
const shown = ({ ids, active, anchor }: Selection) =>
  `${[...ids].sort().join('')} at ${active ?? '-'} from ${anchor ?? '-'}`;

suite('going to runs one after the other', () => {
  const cases: readonly (readonly [steps: string, after: string])[] = [
    ['only c', 'c at c from c'],
    ['only c, only e', 'e at e from e'],
    ['range c', 'c at c from -'],
    ['only c, range e', 'cde at e from c'],
    ['only c, range e, range a', 'abc at a from c'],
    ['only c, keep e', 'c at e from c'],
    ['only c, keep e, toggle e', 'ce at e from e'],
    ['only c, toggle e, toggle c', 'e at c from c'],
    ['only c, toggle c', ' at c from c'],
    ['only c, toggle f, range h', 'fgh at h from f'],
    ['only c, range z', 'z at z from c'],
  ];
  for (const [steps, after] of cases) {
    test(steps, () => {
      let selection = noSelection;
      for (const step of steps.split(', ')) {
        const [how, to] = step.split(' ') as [SelectHow, string];
        selection = select(selection, list, to, how);
      }
      assert.equal(shown(selection), after);
    });
  }
});

suite('no more than 1,000 runs are selected', () => {
  const long = Array.from({ length: 3_000 }, (_, index) => `${index}`);
  const first = select(noSelection, long, '1500', 'only');

  test('by a range down: those at its fixed end', () => {
    const { ids } = select(first, long, '2999', 'range');
    assert.deepEqual([...ids], long.slice(1_500, 2_500));
  });

  test('by a range up: those at its fixed end', () => {
    const { ids } = select(first, long, '0', 'range');
    assert.deepEqual([...ids], long.slice(501, 1_501));
  });

  test('by all', () => assert.deepEqual([...selectAll(first, long).ids], long.slice(0, 1_000)));

  test('by one more', () => {
    assert.equal(select(selectAll(first, long), long, '2000', 'toggle').ids.size, 1_000);
  });
});

suite('when runs go, so does their selection', () => {
  const cases: readonly (readonly [after: string, result: string])[] = [
    ['abcdefgh', 'cde at e from c'],
    ['abdefgh', 'de at e from e'],
    ['abfgh', ' at f from f'],
    ['ab', ' at b from b'],
    ['', ' at - from -'],
    ['xyabcdefgh', 'cde at e from c'],
  ];
  const before = select(select(noSelection, list, 'c', 'only'), list, 'e', 'range');
  for (const [after, result] of cases) {
    test(after === '' ? 'none is left' : after, () =>
      assert.equal(shown(selectionWithin(before, list, after.split(''))), result),
    );
  }
});
