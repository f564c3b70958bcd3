import * as vscode from 'vscode';
import type { FittedBaseline } from '../../../core/history/baseline.ts';
import { leftOutReasons } from '../../../core/history/comparable.ts';
import { metricUnits } from '../../../core/history/metricFormat.ts';
import { trendPoints } from '../../../core/history/trend.ts';
import { versionFigures } from '../../../core/history/versions.ts';
import type { MetricId } from '../../../webview/historyIds.ts';
import type { ChartView } from '../../../webview/historyView.ts';
import { formatTokens } from '../../numbers.ts';
import { metricTexts } from '../../output/metricTexts.ts';
import type { KeptBaseline } from '../keptBaselines.ts';
import type { GroupData, LatencyData } from '../latencyData.ts';
import { reasonText } from './leftOutText.ts';
import { formatMetric } from './metricFormat.ts';
import { dayOf, whenText } from './when.ts';

/** One metric over the runs of a group; without points it says that no run has it. */
export function chartView(
  { versions }: LatencyData,
  { runs, row, counted, baseline }: GroupData,
  metric: MetricId,
  includeAll: boolean,
  measured: KeptBaseline | null,
): ChartView {
  const { t } = vscode.l10n;
  const label = t(metricTexts[metric].label);
  const points = trendPoints(runs, versions, metric, includeAll ? leftOutReasons : []);
  const steps = versionFigures(versions, counted.runs, metric, dayOf).flatMap(({ number, median, n }) =>
    median === null
      ? []
      : [
          {
            version: number,
            y: median,
            hover: t('v{0}: median {1}, n = {2}', number, formatMetric(metric, median), n),
          },
        ],
  );
  return {
    metric,
    unit: metricUnits[metric],
    points: points.map(({ runId, x, value, version, leftOut }) => ({
      run: runId,
      x,
      y: value,
      version,
      leftOut: leftOut !== null,
      when: whenText(x),
      value: formatMetric(metric, value),
      hover: [
        t('{0}: {1} {2}', whenText(x), label, formatMetric(metric, value)),
        version === null ? null : t('v{0}', version),
        leftOut === null ? null : t('not counted: {0}', reasonText(leftOut)),
      ]
        .filter((part) => part !== null)
        .join(', '),
    })),
    steps,
    floor: metric === 'ttft' || metric === 'first-text' ? floorOf(baseline, measured) : null,
    description:
      points.length === 0
        ? t('No run of this group has {0}.', label)
        : t('{0} of {1} runs, {2} versions', label, points.length, steps.length),
    note:
      row.runs > runs.length
        ? t('The newest {0} of {1} runs.', formatTokens(runs.length), formatTokens(row.runs))
        : null,
  };
}

/** No first token comes before the baseline: as it was measured, else as it was fitted. */
function floorOf(fitted: FittedBaseline, measured: KeptBaseline | null): ChartView['floor'] {
  const { t } = vscode.l10n;
  if (measured !== null) {
    return { y: measured.ms, hover: t('Baseline (measured): {0}', formatMetric('ttft', measured.ms)) };
  }
  return fitted.kind === 'fitted'
    ? { y: fitted.ms, hover: t('Baseline (fitted): {0}', formatMetric('ttft', fitted.ms)) }
    : null;
}
