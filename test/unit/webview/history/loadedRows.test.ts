import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { seededRandom } from '../../../../src/core/random.ts';
import { type LoadedRows, takeIn, withoutRuns } from '../../../../src/webview/history/runs/loadedRows.ts';
import type { RunRowsView } from '../../../../src/webview/historyView.ts';
import { sampleRow } from '../../../support/historyViews.ts';
import { randomSeed } from '../../randomSeed.ts';

const row = (id: string) => ({ ...sampleRow(0), id });
const loaded = (ids: string, more: boolean, list = 'a'): LoadedRows => ({
  list,
  rows: ids.split('').map(row),
  more,
});
const page = (ids: string, after: string | null, more: boolean, list = 'a'): RunRowsView => ({
  list,
  after,
  rows: ids.split('').map(row),
  more,
});
const shown = (rows: LoadedRows | null) =>
  rows && `${rows.list}: ${rows.rows.map(({ id }) => id).join('')}${rows.more ? '…' : ''}`;

suite('rows of the host are taken in', () => {
  const cases: readonly (readonly [LoadedRows | null, RunRowsView, string | null])[] = [
    [null, page('abc', null, true), 'a: abc…'],
    [null, page('', null, false), 'a: '],
    [null, page('def', 'c', true), null],
    [loaded('abc', true), page('def', 'c', false), 'a: abcdef'],
    [loaded('abc', true), page('', 'c', false), 'a: abc'],
    [loaded('abc', true), page('xabc', null, true), 'a: xabc…'],
    [loaded('abcdef', false), page('xabc', null, true), 'a: xabcdef'],
    [loaded('abcdef', false), page('ac', null, true), 'a: acdef'],
    [loaded('abcdef', true), page('xyz', null, true), 'a: xyz…'],
    [loaded('abcdef', false), page('cd', 'b', true), 'a: abcdef'],
    [loaded('abc', true), page('def', 'z', true), 'a: abc…'],
    [loaded('abc', true), page('', null, false), 'a: '],
    [loaded('abc', true), page('de', null, false, 'b'), 'b: de'],
    [loaded('abc', true), page('de', 'c', false, 'b'), 'a: abc…'],
  ];
  for (const [before, rows, after] of cases) {
    const what = rows.rows.map(({ id }) => id).join('') || 'nothing';
    test(`${shown(before) ?? 'nothing'} and ${rows.list}: ${what} after ${rows.after ?? 'the top'}`, () => {
      assert.equal(shown(takeIn(before, rows)), after);
    });
  }

  test('rows that are gone', () => {
    assert.equal(shown(withoutRuns(loaded('abcdef', true), ['b', 'f', 'z'])), 'a: acde…');
  });
});

test(`pages of any size while runs come and go end in what the host has (seed ${randomSeed})`, () => {
  const random = seededRandom(randomSeed);
  const upTo = (most: number) => Math.floor(random() * most);
  let next = 0;
  let host = Array.from({ length: 60 }, () => `${next++}`);
  const ask = (after: string | null): RunRowsView => {
    const start = after === null ? 0 : host.indexOf(after) + 1;
    const end = start + 1 + upTo(20);
    return { list: 'a', after, rows: host.slice(start, end).map(row), more: end < host.length };
  };
  let rows = takeIn(null, ask(null));
  for (let step = 0; step < 300 && rows !== null; step++) {
    const roll = random();
    if (roll < 0.2) {
      host.unshift(`${next++}`);
      rows = takeIn(rows, ask(null));
    } else if (roll < 0.3 && host.length > 40) {
      const gone = host.slice(upTo(host.length)).slice(0, 1 + upTo(3));
      host = host.filter((id) => !gone.includes(id));
      rows = withoutRuns(rows, gone);
    } else {
      const last = rows.rows.at(-1);
      if (last !== undefined && rows.more) rows = takeIn(rows, ask(last.id));
    }
    const ids: readonly string[] = rows?.rows.map(({ id }) => id) ?? [];
    assert.deepEqual(ids, host.slice(0, ids.length));
    // The last rows may have gone after the host said that there are more.
    if (rows?.more === false) assert.equal(ids.length, host.length);
  }
});
