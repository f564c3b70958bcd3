import { type MedianInterval, median, medianInterval, p95, spread } from '../quantiles.ts';
import type { HistoryRun } from './historyRun.ts';
import { leadingMetric, metricValues, type RunMetricId, runMetricIds } from './runMetric.ts';

/** What the runs of a group say of one metric; null where there are too few of them. */
export interface MetricSummary {
  /** Runs that have this number. */
  readonly n: number;
  readonly median: number | null;
  readonly interval: MedianInterval | null;
  /** The ± by which runs vary. */
  readonly spread: number | null;
  /** From 20 runs on. */
  readonly p95: number | null;
}

/** The figures of one group of runs. */
export interface GroupSummary {
  /** First text where any run thought, else TTFT: the one that stands first. */
  readonly leads: 'ttft' | 'first-text';
  readonly metrics: Readonly<Record<RunMetricId, MetricSummary>>;
}

/** Sums up the counted runs of one group; runs of several groups have no common figures. */
export function summaryOf(runs: readonly HistoryRun[]): GroupSummary {
  const metrics = runMetricIds.map((id) => [id, metricSummary(metricValues(runs, id))] as const);
  return {
    leads: leadingMetric(runs),
    metrics: Object.fromEntries(metrics) as Record<RunMetricId, MetricSummary>,
  };
}

function metricSummary(values: readonly number[]): MetricSummary {
  return {
    n: values.length,
    median: median(values),
    interval: medianInterval(values),
    spread: spread(values),
    p95: p95(values),
  };
}
