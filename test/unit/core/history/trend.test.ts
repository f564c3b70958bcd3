import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import type { HistoryRun } from '../../../../src/core/history/historyRun.ts';
import { maxTrendPoints, trendPoints } from '../../../../src/core/history/trend.ts';
import { randomSeed } from '../../randomSeed.ts';
import { historyRun, runsOf, versionsOf } from './historyRuns.ts';

test('a dot a run, oldest first, with its version and why it is left out', () => {
  const runs: readonly HistoryRun[] = [
    historyRun({ id: 'newest', startedAt: 30, promptHash: 'b', metrics: { ttftMs: 500 } }),
    historyRun({ id: 'retried', startedAt: 20, promptHash: 'a', attempts: 2, metrics: { ttftMs: 900 } }),
    historyRun({ id: 'without', startedAt: 15, promptHash: 'a', endState: 'failed' }),
    historyRun({ id: 'unknown text', startedAt: 10, promptHash: '?', metrics: { ttftMs: 700 } }),
  ];
  assert.deepEqual(trendPoints(runs, versionsOf(['a', 'b']), 'ttft'), [
    { runId: 'unknown text', x: 10, value: 700, version: null, leftOut: null },
    { runId: 'retried', x: 20, value: 900, version: 1, leftOut: 'retried' },
    { runId: 'newest', x: 30, value: 500, version: 2, leftOut: null },
  ]);
});

test('a reason that is included leaves none out', () => {
  const points = trendPoints(runsOf([1], { attempts: 2 }), [], 'ttft', ['retried']);
  assert.deepEqual(
    points.map(({ leftOut }) => leftOut),
    [null],
  );
});

test('up to the limit every run is there', () => {
  const runs = runsOf(Array.from({ length: maxTrendPoints }, (_, i) => i % 7));
  assert.equal(trendPoints(runs, [], 'ttft').length, maxTrendPoints);
});

suite('beyond the limit', () => {
  const values = Array.from({ length: 50_000 }, (_, i) => (i * 7_919) % 1_009);
  const thinnedOf = (runs: readonly HistoryRun[]) => trendPoints(runs, [], 'ttft');

  test('it is kept, and nearly used', () => {
    const { length } = thinnedOf(runsOf(values));
    assert.ok(length <= maxTrendPoints && length > maxTrendPoints * 0.95, `${length} points`);
  });

  test('one slow run among 50,000 stays, and one quick one', () => {
    const spiked = values.map((value, i) => (i === 31_234 ? 60_000 : i === 7 ? -1 : value));
    const ids = thinnedOf(runsOf(spiked)).map(({ runId }) => runId);
    assert.deepEqual(
      ['run 31235', 'run 8'].map((id) => ids.includes(id)),
      [true, true],
    );
  });

  test('a run that is left out takes no place from a counted one', () => {
    const spiked = runsOf(values).map((run, i) =>
      i === 500
        ? { ...run, endState: 'cancelled' as const, metrics: { ...run.metrics, ttftMs: 99_999 } }
        : run,
    );
    const points = thinnedOf(spiked);
    const largest = (leftOut: boolean) =>
      Math.max(...points.filter((point) => (point.leftOut !== null) === leftOut).map(({ value }) => value));
    assert.deepEqual([largest(true), largest(false)], [99_999, 1_008]);
  });
});

test(`thinning keeps order, ends and extremes of both kinds (seed ${randomSeed})`, () => {
  const anyRun = fc.record({ value: fc.integer({ min: 0, max: 5_000 }), retried: fc.boolean() });
  fc.assert(
    fc.property(
      fc.array(anyRun, { minLength: 1, maxLength: 400 }),
      fc.integer({ min: 8, max: 60 }),
      (facts, limit) => {
        const runs = facts.map(({ value, retried }, i) =>
          historyRun({
            id: String(i).padStart(3, '0'),
            startedAt: i >> 1,
            attempts: retried ? 2 : 1,
            metrics: { ttftMs: value },
          }),
        );
        const all = trendPoints(runs, [], 'ttft', [], Number.POSITIVE_INFINITY);
        const points = trendPoints(runs, [], 'ttft', [], limit);
        const ids = points.map(({ runId }) => runId);
        assert.ok(points.length <= limit, `${points.length} points`);
        assert.deepEqual(ids, ids.toSorted());
        assert.deepEqual([points[0], points.at(-1)], [all[0], all.at(-1)]);
        for (const reason of [null, 'retried']) {
          const range = (of: typeof all) => {
            const kind = of.filter(({ leftOut }) => leftOut === reason).map(({ value }) => value);
            return [Math.min(...kind), Math.max(...kind)];
          };
          assert.deepEqual(range(points), range(all));
        }
      },
    ),
    { seed: randomSeed },
  );
});
