import { type MedianInterval, median, medianInterval, quantile } from '../quantiles.ts';
import { seededRandom } from '../random.ts';
import { leftOutReason } from './comparable.ts';
import type { HistoryRun } from './historyRun.ts';
import { type Point, robustLines } from './robustLine.ts';
import type { RunGroup } from './runGroup.ts';
import { metricValue } from './runMetric.ts';

/** What remains of a model's latency without input and output tokens; the network from this place included. */
export type FittedBaseline =
  | {
      readonly kind: 'fitted';
      readonly n: number;
      readonly ms: number;
      readonly interval: MedianInterval;
      readonly msPerThousandTokens: number;
      readonly perThousandInterval: MedianInterval;
    }
  /** `n` of the runs can be used; `thought` more could not, since thinking hides the first token. */
  | {
      readonly kind: 'needs-runs';
      readonly n: number;
      readonly needed: number;
      readonly thought: number;
    }
  /** Nine in ten inputs have at least `low` tokens and nine in ten at most `high`; that has to be `factor` times as many. */
  | {
      readonly kind: 'needs-spread';
      readonly n: number;
      readonly low: number;
      readonly high: number;
      readonly factor: number;
    };

/** Baseline latency as tiny requests found it. */
export interface MeasuredBaseline {
  readonly n: number;
  readonly ms: number;
  readonly interval: MedianInterval;
}

/** Runs that a fit needs. */
export const minBaselineRuns = 12;

/** How many times as long as its short inputs its long ones have to be: no further away than the sizes reach lies 0. */
export const minInputFactor = 3;

// All pairs are looked at: 120 runs are 7,140 of them.
const maxRuns = 120;

const resamples = 599;
const level = 0.95;

/**
 * Fits first-token time = baseline + input tokens × rate over the newest 120 runs of a model at a place, by the line of
 * Theil and Sen: latencies are skewed, and a slow run must not decide. How a run ended does not matter, since its first
 * token came before. Runs that thought are passed over: their thinking lies before the first token and, where it is
 * hidden, is not told apart from the wait.
 *
 * Intervals are percentiles of 599 lines through as many runs, drawn with replacement from a fixed seed: that asks for
 * no bell curve and no equal scatter (Wilcox, "A Note on the Theil–Sen Regression Estimator When the Regressor Is Random
 * and the Error Term Is Heteroscedastic", Biometrical Journal 40, 1998).
 */
export function fittedBaseline(
  runs: readonly HistoryRun[],
  of: Pick<RunGroup, 'model' | 'place' | 'simulated'>,
): FittedBaseline {
  const usable = runs.filter((run) => isOf(run, of) && tellsFirstToken(run));
  const points = pointsOf(usable.filter((run) => !run.thought));
  const n = points.length;
  if (n < minBaselineRuns) {
    const thought = usable.filter((run) => run.thought).length;
    return { kind: 'needs-runs', n, needed: minBaselineRuns, thought };
  }
  const sizes = points.map(({ x }) => x);
  const low = quantile(sizes, 0.1) ?? 0;
  const high = quantile(sizes, 0.9) ?? 0;
  const needsSpread = { kind: 'needs-spread', n, low, high, factor: minInputFactor } as const;
  if (high < minInputFactor * low) return needsSpread;
  // What a token adds can't be negative; where noise says so, 0 is the nearest that can be.
  const lineThrough = robustLines(points, 0);
  const line = lineThrough(new Uint16Array(n).fill(1));
  if (line === null) return needsSpread;
  const lines = drawnCounts(n)
    .map(lineThrough)
    .filter((drawn) => drawn !== null);
  return {
    kind: 'fitted',
    n,
    ms: Math.max(0, line.intercept),
    interval: percentileInterval(lines.map(({ intercept }) => Math.max(0, intercept))),
    msPerThousandTokens: line.slope * 1000,
    perThousandInterval: percentileInterval(lines.map(({ slope }) => slope * 1000)),
  };
}

/** Median and interval of the first-token times of tiny requests, in ms; null under five of them. */
export function measuredBaseline(firstTokenTimes: readonly number[]): MeasuredBaseline | null {
  const ms = median(firstTokenTimes);
  const interval = medianInterval(firstTokenTimes);
  return ms === null || interval === null ? null : { n: firstTokenTimes.length, ms, interval };
}

function isOf({ group }: HistoryRun, of: Pick<RunGroup, 'model' | 'place' | 'simulated'>): boolean {
  return group.model === of.model && group.place === of.place && group.simulated === of.simulated;
}

function tellsFirstToken(run: HistoryRun): boolean {
  return leftOutReason(run, ['cancelled', 'failed', 'cut']) === null;
}

function pointsOf(runs: readonly HistoryRun[]): readonly Point[] {
  const newestFirst = runs.toSorted((a, b) => b.startedAt - a.startedAt);
  const points: Point[] = [];
  for (const run of newestFirst) {
    const x = metricValue(run, 'input-tokens');
    const y = metricValue(run, 'ttft');
    if (x !== null && y !== null) points.push({ x, y });
  }
  return points.slice(0, maxRuns);
}

/** How often each of n runs was drawn, for each resample. */
function drawnCounts(n: number): readonly Uint16Array[] {
  const random = seededRandom(1);
  return Array.from({ length: resamples }, () => {
    const counts = new Uint16Array(n);
    for (let drawn = 0; drawn < n; drawn += 1) {
      const i = Math.floor(random() * n);
      counts[i] = (counts[i] ?? 0) + 1;
    }
    return counts;
  });
}

function percentileInterval(values: readonly number[]): MedianInterval {
  const end = (share: number) => quantile(values, share) ?? Number.NaN;
  return { low: end((1 - level) / 2), high: end((1 + level) / 2), level };
}
