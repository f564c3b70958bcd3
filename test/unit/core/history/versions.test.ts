import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { HistoryRun } from '../../../../src/core/history/historyRun.ts';
import {
  type ObservedDifference,
  observedDifferences,
  type VersionFigure,
  versionFigures,
} from '../../../../src/core/history/versions.ts';
import { historyRun, versionsOf } from './historyRuns.ts';

const hour = 3_600_000;
const dayOf = (at: number) => Math.floor(at / (24 * hour));

const run = (promptHash: string, hours: number, ttltMs: number | null, inputTokens = 100): HistoryRun =>
  historyRun({
    id: `${promptHash} ${hours}`,
    promptHash,
    startedAt: hours * hour,
    metrics: { ttltMs },
    usage: { inputTokens },
  });

const runs = [
  run('a', 1, 3_000, 412),
  run('b', 30, 1_900, 374),
  run('a', 2, 3_200, 412),
  run('a', 26, 3_100, 412),
  run('a', 3, null, 412),
  run('b', 31, 2_000, 374),
  run('of no version', 5, 9),
];
const versions = versionsOf(['a', 'not run', 'b']);

test('each version has the median of its own runs', () => {
  assert.deepEqual(versionFigures(versions, runs, 'ttlt', dayOf), [
    { promptHash: 'a', number: 1, n: 3, median: 3_100, spread: null, days: [0, 1] },
    { promptHash: 'not run', number: 2, n: 0, median: null, spread: null, days: [] },
    { promptHash: 'b', number: 3, n: 2, median: 1_950, spread: null, days: [1] },
  ]);
});

test('from five runs on a version has its spread', () => {
  const five = [10, 20, 30, 40, 50].map((ttlt, i) => run('a', i, ttlt));
  assert.deepEqual(versionFigures(versionsOf(['a']), five, 'ttlt', dayOf), [
    { promptHash: 'a', number: 1, n: 5, median: 30, spread: 10, days: [0] },
  ]);
});

test('the tokens between versions come from what was billed', () => {
  assert.deepEqual(observedDifferences(versionFigures(versions, runs, 'input-tokens', dayOf)), [
    { from: 1, to: 3, difference: -38, fromRuns: 4, toRuns: 2, days: 'some-same' },
  ]);
});

const figure = (number: number, median: number | null, days: readonly number[], n = 5): VersionFigure => ({
  promptHash: `v${number}`,
  number,
  n: median === null ? 0 : n,
  median,
  spread: null,
  days,
});

suite('observed', () => {
  const rows: Readonly<Record<string, readonly [readonly VersionFigure[], readonly ObservedDifference[]]>> = {
    'nothing of one version': [[figure(1, 100, [1])], []],
    'on the same day': [
      [figure(1, 100, [1], 3), figure(2, 80, [1], 4)],
      [{ from: 1, to: 2, difference: -20, fromRuns: 3, toRuns: 4, days: 'same' }],
    ],
    'on another day': [
      [figure(1, 100, [1]), figure(2, 130, [2, 3])],
      [{ from: 1, to: 2, difference: 30, fromRuns: 5, toRuns: 5, days: 'other' }],
    ],
    'some of it on the same day': [
      [figure(1, 100, [1, 2]), figure(2, 100, [2])],
      [{ from: 1, to: 2, difference: 0, fromRuns: 5, toRuns: 5, days: 'some-same' }],
    ],
    'both on the same two days': [
      [figure(1, 100, [1, 2]), figure(2, 90, [1, 2])],
      [{ from: 1, to: 2, difference: -10, fromRuns: 5, toRuns: 5, days: 'some-same' }],
    ],
    'over a version without runs, whatever the order': [
      [figure(3, 50, [1]), figure(2, null, []), figure(1, 70, [1])],
      [{ from: 1, to: 3, difference: -20, fromRuns: 5, toRuns: 5, days: 'same' }],
    ],
    'between each two neighbours': [
      [figure(1, 70, [1]), figure(2, 60, [1]), figure(3, 65, [2])],
      [
        { from: 1, to: 2, difference: -10, fromRuns: 5, toRuns: 5, days: 'same' },
        { from: 2, to: 3, difference: 5, fromRuns: 5, toRuns: 5, days: 'other' },
      ],
    ],
  };
  for (const [name, [figures, expected]] of Object.entries(rows)) {
    test(name, () => assert.deepEqual(observedDifferences(figures), expected));
  }
});
