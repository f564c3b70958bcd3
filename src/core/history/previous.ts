import { minSpreadRuns, spread } from '../quantiles.ts';
import { comparableRuns } from './comparable.ts';
import type { HistoryRun } from './historyRun.ts';
import { metricValues, type RunMetricId, runMetricIds } from './runMetric.ts';

/** What a run's numbers are read against: the runs of the same prompt and group before it. */
export interface PreviousRuns {
  /** The last counted run before it; null when it is the first one. */
  readonly run: HistoryRun | null;
  /** Whether that run had the same text. */
  readonly sameText: boolean;
  /** The ± by which runs of this prompt vary; null where no version has five runs with that number. */
  readonly spreads: Readonly<Record<RunMetricId, number | null>>;
}

/** What tells which runs a run is comparable with, and which of them came before. */
export type RunIdentity = Pick<HistoryRun, 'id' | 'startedAt' | 'promptId' | 'groupId' | 'promptHash'>;

/**
 * What came before a run.
 * @param runs runs of its prompt and group in any order; others, later ones and those that are not counted are passed over
 */
export function previousRuns(run: RunIdentity, runs: readonly HistoryRun[]): PreviousRuns {
  const earlier = comparableRuns(runs)
    .runs.filter((other) => isBefore(other, run) && isAlike(other, run))
    .toSorted((a, b) => (isBefore(a, b) ? 1 : -1));
  const last = earlier[0] ?? null;
  const spreads = runMetricIds.map((metric) => [metric, usualSpread(earlier, metric)] as const);
  return {
    run: last,
    sameText: last?.promptHash === run.promptHash,
    spreads: Object.fromEntries(spreads) as Record<RunMetricId, number | null>,
  };
}

/** The spread within the newest text that has enough runs: across texts, what an edit did would count as variation. */
function usualSpread(newestFirst: readonly HistoryRun[], metric: RunMetricId): number | null {
  const hashes = new Set(newestFirst.map((run) => run.promptHash));
  for (const hash of hashes) {
    const values = metricValues(
      newestFirst.filter((run) => run.promptHash === hash),
      metric,
    );
    if (values.length >= minSpreadRuns) return spread(values);
  }
  return null;
}

function isAlike(a: RunIdentity, b: RunIdentity): boolean {
  return a.promptId === b.promptId && a.groupId === b.groupId;
}

function isBefore(a: RunIdentity, b: RunIdentity): boolean {
  return a.startedAt < b.startedAt || (a.startedAt === b.startedAt && a.id < b.id);
}
