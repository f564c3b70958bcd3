import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { HistoryRun } from '../../../../src/core/history/historyRun.ts';
import { metricValue, runMetricIds } from '../../../../src/core/history/runMetric.ts';
import { type MetricSummary, summaryOf } from '../../../../src/core/history/summary.ts';
import { historyRun } from './historyRuns.ts';

const none: MetricSummary = { n: 0, median: null, interval: null, spread: null, p95: null };

const full = (i: number): HistoryRun =>
  historyRun({
    id: `run ${i}`,
    metrics: { ttftMs: 600 + i, firstTextMs: 700 + i, ttltMs: 2_000 + 10 * i, otps: 150 - i },
    usage: { inputTokens: 100, cacheCreationTokens: 20, cacheReadTokens: 3, outputTokens: 200 + i },
    cost: 0.001 * (i + 1),
  });

test('every metric has its value', () => {
  assert.deepEqual(
    runMetricIds.map((id) => [id, metricValue(full(1), id)]),
    [
      ['ttft', 601],
      ['first-text', 701],
      ['ttlt', 2_010],
      ['otps', 149],
      ['input-tokens', 123],
      ['output-tokens', 201],
      ['cost', 0.002],
      ['cost-per-1000', 2],
    ],
  );
});

test('what a run does not have is null, never 0', () => {
  assert.deepEqual(
    runMetricIds.map((id) => metricValue(historyRun(), id)),
    runMetricIds.map(() => null),
  );
});

suite('the figures of a group', () => {
  test('without runs', () => {
    assert.deepEqual(summaryOf([]), {
      leads: 'ttft',
      metrics: Object.fromEntries(runMetricIds.map((id) => [id, none])),
    });
  });

  test('each metric has the runs that have it', () => {
    const runs = [0, 1, 2, 3, 4].map(full);
    const withoutRate = historyRun({ metrics: { ttftMs: 900 }, usage: { inputTokens: 123 } });
    const { leads, metrics } = summaryOf([...runs, withoutRate]);
    assert.equal(leads, 'ttft');
    assert.deepEqual(
      {
        ttft: metrics.ttft,
        otps: metrics.otps,
        input: metrics['input-tokens'],
        cost: metrics['cost-per-1000'],
      },
      {
        ttft: {
          n: 6,
          median: 602.5,
          interval: { low: 600, high: 900, level: 0.96875 },
          spread: 1.25,
          p95: null,
        },
        otps: {
          n: 5,
          median: 148,
          interval: { low: 146, high: 150, level: 0.9375 },
          spread: 1,
          p95: null,
        },
        input: {
          n: 6,
          median: 123,
          interval: { low: 123, high: 123, level: 0.96875 },
          spread: 0,
          p95: null,
        },
        cost: { n: 5, median: 3, interval: { low: 1, high: 5, level: 0.9375 }, spread: 1, p95: null },
      },
    );
  });

  test('p95 from twenty runs on', () => {
    const of = (n: number) => summaryOf(Array.from({ length: n }, (_, i) => full(i))).metrics.ttft.p95;
    assert.deepEqual([of(19), of(20)], [null, 618.05]);
  });

  test('first text leads where any run thought', () => {
    assert.equal(summaryOf([full(1), { ...full(2), thought: true }]).leads, 'first-text');
  });
});
