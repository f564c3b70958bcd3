import type { ComparedNumber } from '../../../core/compare/comparison.ts';
import { formatDifference, formatInUnit, metricUnits } from '../../../core/history/metricFormat.ts';

/** A number of a run as people read it: `0.62 s`, `150`, `$0.0005`; `–` for null. */
export function formatNumber(number: ComparedNumber, value: number | null): string {
  return formatInUnit(value, metricUnits[number]);
}

/** A difference with its sign: `−1.1 s`, `+38`. */
export function formatChange(number: ComparedNumber, value: number | null): string {
  return formatDifference(value, metricUnits[number]);
}

/** A level in percent, never rounded up: `93.7 %`, `97 %`. */
export function formatLevel(level: number): string {
  return `${Math.floor(level * 1000 + 1e-9) / 10} %`;
}
