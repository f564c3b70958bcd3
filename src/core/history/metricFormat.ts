import { assertNever } from '../assertNever.ts';
import { absent, formatCost, formatRate, formatSeconds, formatTokens } from '../format.ts';
import type { RunMetricId } from './runMetric.ts';

/** What a number of a run is counted in. */
export type MetricUnit = 'ms' | 'tokens-per-second' | 'tokens' | 'dollars' | 'count';

/** The unit of each metric. */
export const metricUnits = {
  ttft: 'ms',
  'first-text': 'ms',
  ttlt: 'ms',
  otps: 'tokens-per-second',
  'input-tokens': 'tokens',
  'output-tokens': 'tokens',
  cost: 'dollars',
  'cost-per-1000': 'dollars',
} as const satisfies Readonly<Record<RunMetricId, MetricUnit>>;

/** A number as people of a language read it: `0.62 s`, `150`, `1,167`, `$0.0005`; `–` for null. */
export function formatInUnit(value: number | null, unit: MetricUnit, language: string): string {
  switch (unit) {
    case 'ms':
      return formatSeconds(value, language);
    case 'tokens-per-second':
      return formatRate(value, language);
    case 'tokens':
    case 'count':
      return formatTokens(value, language);
    case 'dollars':
      return formatCost(value, language);
    default:
      return assertNever(unit);
  }
}

/** A difference as people of a language read it, always with its sign: `−1.1 s`, `+38`, `±0 ms`; `–` for null. */
export function formatDifference(difference: number | null, unit: MetricUnit, language: string): string {
  if (difference === null) return absent;
  const size = formatInUnit(Math.abs(difference), unit, language);
  if (size === formatInUnit(0, unit, language)) return `±${size}`;
  return `${difference < 0 ? '−' : '+'}${size}`;
}
