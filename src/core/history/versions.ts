import { median, spread } from '../quantiles.ts';
import type { HistoryRun } from './historyRun.ts';
import type { VersionRow } from './query.ts';
import { metricValue, type RunMetricId } from './runMetric.ts';

/** What the counted runs of one version of a prompt's text say of one metric. */
export interface VersionFigure {
  readonly promptHash: string;
  /** Number of the version; the oldest is 1. */
  readonly number: number;
  /** Runs that have this metric. */
  readonly n: number;
  readonly median: number | null;
  /** The ± by which its runs vary; null under five. */
  readonly spread: number | null;
  /** The days on which those runs began, each once, in order. */
  readonly days: readonly number[];
}

/** What was observed between two versions: no comparison, since nothing but time kept their runs apart. */
export interface ObservedDifference {
  /** Numbers of the earlier and the later version. */
  readonly from: number;
  readonly to: number;
  /** Median of the later version less that of the earlier one. */
  readonly difference: number;
  readonly fromRuns: number;
  readonly toRuns: number;
  /** `same`: all of these runs began on one day; `other`: the two have no day in common. */
  readonly days: 'same' | 'some-same' | 'other';
}

/**
 * The median of each version for a metric; with `input-tokens` what its text is billed for. Versions without such a run
 * are there with null.
 * @param runs counted runs of one group
 * @param dayOf number of the day on which a moment (ms since 1970) lies, in the person's time zone
 */
export function versionFigures(
  versions: readonly VersionRow[],
  runs: readonly HistoryRun[],
  metric: RunMetricId,
  dayOf: (at: number) => number,
): readonly VersionFigure[] {
  return versions.map(({ promptHash, number }) => {
    const measured = runs
      .filter((run) => run.promptHash === promptHash)
      .map((run) => ({ value: metricValue(run, metric), day: dayOf(run.startedAt) }))
      .filter((entry): entry is { value: number; day: number } => entry.value !== null);
    const values = measured.map(({ value }) => value);
    const days = [...new Set(measured.map(({ day }) => day))].toSorted((a, b) => a - b);
    return {
      promptHash,
      number,
      n: values.length,
      median: median(values),
      spread: spread(values),
      days,
    };
  });
}

/** What was observed between each version with a median and the last one before it that has one, oldest first. */
export function observedDifferences(figures: readonly VersionFigure[]): readonly ObservedDifference[] {
  const differences: ObservedDifference[] = [];
  let earlier: (VersionFigure & { readonly median: number }) | null = null;
  for (const figure of figures.toSorted((a, b) => a.number - b.number)) {
    if (figure.median === null) continue;
    const later = { ...figure, median: figure.median };
    if (earlier !== null) {
      differences.push({
        from: earlier.number,
        to: later.number,
        difference: later.median - earlier.median,
        fromRuns: earlier.n,
        toRuns: later.n,
        days: commonDays(earlier.days, later.days),
      });
    }
    earlier = later;
  }
  return differences;
}

function commonDays(a: readonly number[], b: readonly number[]): ObservedDifference['days'] {
  if (new Set([...a, ...b]).size === 1) return 'same';
  return a.some((day) => b.includes(day)) ? 'some-same' : 'other';
}
