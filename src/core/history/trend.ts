import { type LeftOutReason, leftOutReason } from './comparable.ts';
import type { HistoryRun } from './historyRun.ts';
import type { VersionRow } from './query.ts';
import { metricValue, type RunMetricId } from './runMetric.ts';

/** A run in the chart. */
export interface TrendPoint {
  readonly runId: string;
  /** Ms since 1970. */
  readonly x: number;
  /** Value of the metric, in its unit. */
  readonly value: number;
  /** Number of the version of the prompt's text; null where it is not among the versions. */
  readonly version: number | null;
  /** Why it is not counted; null when it is. */
  readonly leftOut: LeftOutReason | null;
}

/** Points that a chart holds at most. */
export const maxTrendPoints = 1_000;

/**
 * A metric over the runs of a group, oldest first; runs without that number are passed over. Beyond `limit` points they
 * are thinned: counted and left-out runs apart, each in buckets of equally many runs that keep their smallest and
 * largest value, as min-max aggregation does (Jugel et al., "M4: A Visualization-Oriented Time Series Data
 * Aggregation", PVLDB 7, 2014), so that no extreme is lost; the first and the last run stay.
 */
export function trendPoints(
  runs: readonly HistoryRun[],
  versions: readonly VersionRow[],
  metric: RunMetricId,
  include: readonly LeftOutReason[] = [],
  limit = maxTrendPoints,
): readonly TrendPoint[] {
  const numbers = new Map(versions.map(({ promptHash, number }) => [promptHash, number]));
  const points: TrendPoint[] = [];
  for (const run of runs) {
    const value = metricValue(run, metric);
    if (value === null) continue;
    points.push({
      runId: run.id,
      x: run.startedAt,
      value,
      version: numbers.get(run.promptHash) ?? null,
      leftOut: leftOutReason(run, include),
    });
  }
  return thinned(points.toSorted(inOrder), limit);
}

function thinned(points: readonly TrendPoint[], limit: number): readonly TrendPoint[] {
  if (points.length <= limit) return points;
  const counted = points.filter((point) => point.leftOut === null);
  const leftOut = points.filter((point) => point.leftOut !== null);
  // The first and the last come on top; runs that are left out keep at least their two extremes.
  const room = limit - 2;
  const least = leftOut.length === 0 ? 0 : 2;
  const most = counted.length === 0 ? room : room - 2;
  const share = Math.floor((room * leftOut.length) / points.length);
  const forLeftOut = Math.min(Math.max(least, share), most);
  const kept = new Set([
    ...points.slice(0, 1),
    ...points.slice(-1),
    ...extremes(counted, room - forLeftOut),
    ...extremes(leftOut, forLeftOut),
  ]);
  return points.filter((point) => kept.has(point));
}

/** At most `room` of the points: the smallest and the largest of each of room ÷ 2 buckets. */
function extremes(points: readonly TrendPoint[], room: number): readonly TrendPoint[] {
  if (points.length <= room) return points;
  const buckets = Math.floor(room / 2);
  return Array.from({ length: buckets }, (_, i) => {
    const from = Math.floor((i * points.length) / buckets);
    const to = Math.floor(((i + 1) * points.length) / buckets);
    const byValue = points.slice(from, to).toSorted((a, b) => a.value - b.value);
    return [...byValue.slice(0, 1), ...byValue.slice(-1)];
  }).flat();
}

function inOrder(a: TrendPoint, b: TrendPoint): number {
  return a.x - b.x || (a.runId < b.runId ? -1 : 1);
}
