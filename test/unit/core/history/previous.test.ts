import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { HistoryRun } from '../../../../src/core/history/historyRun.ts';
import { previousRuns } from '../../../../src/core/history/previous.ts';
import { historyRun, type RunFacts, runsOf } from './historyRuns.ts';

const now = historyRun({ id: 'now', startedAt: 1_000, promptHash: 'b' });
const at = (startedAt: number, facts: RunFacts = {}): HistoryRun =>
  historyRun({ id: `at ${startedAt}`, startedAt, ...facts });
const lastOf = (runs: readonly HistoryRun[]) => previousRuns(now, runs).run?.id ?? null;

suite('the run before', () => {
  const rows: Readonly<Record<string, readonly [readonly HistoryRun[], string | null]>> = {
    'the first run has none': [[now], null],
    'the newest of those before it, in any order': [[at(400), at(900), now, at(700)], 'at 900'],
    'not a later one': [[at(500), at(1_001)], 'at 500'],
    'not one that is left out': [[at(500), at(900, { attempts: 2 })], 'at 500'],
    'not one of another group': [[at(500), at(900, { groupId: 2 })], 'at 500'],
    'not one of another prompt': [[at(500), at(900, { promptId: 2 })], 'at 500'],
    'of the same moment the one whose id comes before': [
      [at(500), historyRun({ id: 'earlier', startedAt: 1_000 }), historyRun({ id: 'own', startedAt: 1_000 })],
      'earlier',
    ],
  };
  for (const [name, [runs, expected]] of Object.entries(rows)) {
    test(name, () => assert.equal(lastOf(runs), expected));
  }
});

test('it says whether the text was the same', () => {
  assert.deepEqual(
    [[at(500, { promptHash: 'b' })], [at(500, { promptHash: 'a' })], []].map(
      (runs) => previousRuns(now, runs).sameText,
    ),
    [true, false, false],
  );
});

suite('the usual spread', () => {
  const spreadOf = (runs: readonly HistoryRun[]) => previousRuns(now, runs).spreads.ttft;
  const five = runsOf([100, 110, 120, 130, 140], { promptHash: 'a' });

  test('needs five runs', () => assert.equal(spreadOf(five.slice(1)), null));
  test('of five runs', () => assert.equal(spreadOf(five), 10));
  test('counts only runs that have the number', () => {
    assert.equal(previousRuns(now, five).spreads.ttlt, null);
    assert.equal(spreadOf([...five.slice(1), ...runsOf([null], { id: 'without' })]), null);
  });
  test('does not count the run itself, later and left-out runs', () => {
    const others = [
      historyRun({ id: 'now', startedAt: 1_000, promptHash: 'a', metrics: { ttftMs: 9_000 } }),
      historyRun({ id: 'later', startedAt: 2_000, promptHash: 'a', metrics: { ttftMs: 9_000 } }),
      historyRun({ id: 'stopped', promptHash: 'a', endState: 'cancelled', metrics: { ttftMs: 9_000 } }),
    ];
    assert.equal(spreadOf([...five, ...others]), 10);
  });
  test('is that within one text, never across an edit', () => {
    const edited = runsOf([500, 502, 504, 506, 508], { promptHash: 'b', startedAt: 500 });
    assert.equal(spreadOf([...five, ...edited]), 2);
  });
  test('is that of the newest text that has five runs', () => {
    const edited = runsOf([500, 502], { promptHash: 'b', startedAt: 500 });
    assert.equal(spreadOf([...five, ...edited]), 10);
  });
});
