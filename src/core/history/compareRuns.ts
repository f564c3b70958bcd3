import type { HistoryRun } from './historyRun.ts';
import { type MetricUnit, metricUnits } from './metricFormat.ts';
import type { RunGroup } from './runGroup.ts';
import { metricValue } from './runMetric.ts';

/** The numbers that two runs are held against each other by, in order. */
export const comparedNumberIds = [
  'ttft',
  'first-text',
  'ttlt',
  'otps',
  'connect',
  'headers',
  'server',
  'longest-gap',
  'waited',
  'attempts',
  'input-tokens',
  'cached-tokens',
  'output-tokens',
  'thinking-tokens',
  'cost',
] as const;

/** One of {@link comparedNumberIds}. */
export type ComparedNumberId = (typeof comparedNumberIds)[number];

/** A number of two runs; null where a run does not have it. */
export interface NumberDifference {
  readonly id: ComparedNumberId;
  readonly unit: MetricUnit;
  readonly a: number | null;
  readonly b: number | null;
  /** b less a. */
  readonly difference: number | null;
  /** The difference as a share of a; null also where a is 0. */
  readonly share: number | null;
}

/** What differs between two runs: one of each, so nothing of it is a verdict. */
export interface RunDifferences {
  /** Numbers that at least one of them has. */
  readonly numbers: readonly NumberDifference[];
  /** What was not asked alike; empty where both are of one group. */
  readonly group: readonly (keyof RunGroup)[];
  readonly sameText: boolean;
}

/** Holds two runs against each other, number by number. */
export function compareRuns(a: HistoryRun, b: HistoryRun): RunDifferences {
  const numbers = comparedNumberIds.map((id) => {
    const difference = differenceOf(numberOf(a, id), numberOf(b, id));
    return { id, unit: unitOf(id), ...difference };
  });
  const names = Object.keys(a.group) as (keyof RunGroup)[];
  return {
    numbers: numbers.filter((number) => number.a !== null || number.b !== null),
    group: names.filter((name) => a.group[name] !== b.group[name]),
    sameText: a.promptHash === b.promptHash,
  };
}

function differenceOf(a: number | null, b: number | null): Omit<NumberDifference, 'id' | 'unit'> {
  if (a === null || b === null) return { a, b, difference: null, share: null };
  return { a, b, difference: b - a, share: a === 0 ? null : (b - a) / a };
}

function numberOf(run: HistoryRun, id: ComparedNumberId): number | null {
  const { metrics, usage } = run;
  switch (id) {
    case 'connect':
      return metrics.connectMs;
    case 'headers':
      return metrics.headersMs;
    case 'server':
      return metrics.serverMs;
    case 'longest-gap':
      return metrics.longestGapMs;
    case 'waited':
      return metrics.waitedMs;
    case 'attempts':
      return run.attempts;
    case 'cached-tokens':
      return usage.cacheReadTokens;
    case 'thinking-tokens':
      return usage.thinkingTokens;
    default:
      return metricValue(run, id);
  }
}

function unitOf(id: ComparedNumberId): MetricUnit {
  switch (id) {
    case 'connect':
    case 'headers':
    case 'server':
    case 'longest-gap':
    case 'waited':
      return 'ms';
    case 'attempts':
      return 'count';
    case 'cached-tokens':
    case 'thinking-tokens':
      return 'tokens';
    default:
      return metricUnits[id];
  }
}
