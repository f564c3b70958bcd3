import * as vscode from 'vscode';
import { formatDifference, formatInUnit, metricUnits } from '../../../core/history/metricFormat.ts';
import type { RunMetricId } from '../../../core/history/runMetric.ts';

/** A value of a metric for people, with its unit; `–` for null. */
export function formatMetric(metric: RunMetricId, value: number | null): string {
  return formatInUnit(value, metricUnits[metric], vscode.env.language);
}

/** A difference of a metric with its sign; what rounds to nothing has no direction. */
export function formatMetricDifference(metric: RunMetricId, difference: number): string {
  return formatDifference(difference, metricUnits[metric], vscode.env.language);
}
