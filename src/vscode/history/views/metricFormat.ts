import * as vscode from 'vscode';
import { formatDifference, formatInUnit, metricUnits } from '../../../core/history/metricFormat.ts';
import type { RunMetricId } from '../../../core/history/runMetric.ts';

/** A value of a metric for people, with its unit: `0.62 s`, `150`, `$0.0005`; `–` for null. */
export function formatMetric(metric: RunMetricId, value: number | null): string {
  return formatInUnit(value, metricUnits[metric], vscode.env.language);
}

/** A difference of a metric with its sign, such as `−1.1 s` or `+38`; what rounds to nothing has no direction; `–` for null. */
export function formatMetricDifference(metric: RunMetricId, difference: number | null): string {
  return formatDifference(difference, metricUnits[metric], vscode.env.language);
}
