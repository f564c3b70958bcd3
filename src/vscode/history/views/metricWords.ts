import * as vscode from 'vscode';
import { type RunMetricId, runMetricIds } from '../../../core/history/runMetric.ts';
import { metricTexts } from '../../output/metricTexts.ts';

/** What each metric is called. */
export function metricWords(): Readonly<Record<RunMetricId, string>> {
  const words = runMetricIds.map((id) => [id, vscode.l10n.t(metricTexts[id].label)] as const);
  return Object.fromEntries(words) as Record<RunMetricId, string>;
}
