import { assertNever } from '../assertNever.ts';
import { costPerThousand } from '../request/cost.ts';
import { totalInputTokens } from '../run/usage.ts';
import type { HistoryRun } from './historyRun.ts';

/** The numbers of a run that the history sums up and compares; the ids are those of the panel's figures. */
export const runMetricIds = [
  'ttft',
  'first-text',
  'ttlt',
  'otps',
  'input-tokens',
  'output-tokens',
  'cost',
  'cost-per-1000',
] as const;

/** One of {@link runMetricIds}. */
export type RunMetricId = (typeof runMetricIds)[number];

/** Value of a metric: milliseconds, tokens a second, tokens or US dollars; null where the run has none. */
export function metricValue(run: HistoryRun, metric: RunMetricId): number | null {
  switch (metric) {
    case 'ttft':
      return run.metrics.ttftMs;
    case 'first-text':
      return run.metrics.firstTextMs;
    case 'ttlt':
      return run.metrics.ttltMs;
    case 'otps':
      return run.metrics.otps;
    case 'input-tokens':
      return totalInputTokens(run.usage);
    case 'output-tokens':
      return run.usage.outputTokens;
    case 'cost':
      return run.cost;
    case 'cost-per-1000':
      return costPerThousand(run.cost);
    default:
      return assertNever(metric);
  }
}

/** The values of a metric, without the runs that have none. */
export function metricValues(runs: readonly HistoryRun[], metric: RunMetricId): readonly number[] {
  return runs.map((run) => metricValue(run, metric)).filter((value) => value !== null);
}

/** The metric that says how long the first answer took: first text where any of the runs thought, else TTFT. */
export function leadingMetric(runs: readonly HistoryRun[]): 'ttft' | 'first-text' {
  return runs.some((run) => run.thought) ? 'first-text' : 'ttft';
}
