import * as vscode from 'vscode';
import type { Comparison } from '../../../core/compare/comparison.ts';
import type { ArmDifference } from '../../../core/compare/judge.ts';
import { hasAllRuns } from '../../../core/compare/judgeComparison.ts';
import type { InputTableView } from '../../../webview/compareProtocol.ts';
import { formatMetric, formatMetricDifference } from '../../history/views/metricFormat.ts';
import { metricTexts } from '../../output/metricTexts.ts';
import type { CompareModel } from '../compareModel.ts';
import { formatLevel } from './formatLevel.ts';
import { inputsSummarizedOn, judgedOn } from './judged.ts';

/** An interval that misses more often would be read as if it were one of the others. */
const leastLevel = 0.9;

/** What each input tells by itself on the primary metric; null with one input, and before the first run. */
export function inputTable({ phase }: CompareModel, comparison: Comparison): InputTableView | null {
  const { t } = vscode.l10n;
  const { setup, outcome } = comparison;
  const { arms, inputs, metric } = setup;
  if (inputs.length === 1 || outcome.runs.length === 0) return null;
  const label = t(metricTexts[metric].label);
  // Differences would be a look at the numbers before all of them are there.
  const judged = phase !== 'running' && hasAllRuns(comparison);
  const differences = judged ? judgedOn(setup, outcome.runs, metric).differences : [];
  const shown = differences.filter(({ verdict }) => verdict !== 'not-comparable');
  const rows = inputsSummarizedOn(setup, outcome.runs, metric);
  return {
    caption:
      arms.length === 1 ? t('{0} by input', label) : t('{0} by input; the verdict is on all together', label),
    heads: [
      t('Runs each'),
      ...arms.map(({ name }) => name),
      ...shown.map(({ a, b }) => t('{0} against {1}', b, a)),
    ],
    rows: inputs.map(({ name, label: words }, at) => {
      const measured = rows[at]?.arms ?? [];
      const counts = measured.map(({ n }) => n);
      const [least, most] = [Math.min(...counts), Math.max(...counts)];
      return {
        label: words,
        cells: [
          least === most ? String(most) : t('{0} to {1}', least, most),
          ...measured.map(({ median }) => formatMetric(metric, median)),
          ...shown.map((difference) => changeText(difference, name, metric)),
        ],
      };
    }),
  };
}

function changeText({ inputs }: ArmDifference, input: string, metric: Comparison['setup']['metric']): string {
  const own = inputs.find((each) => each.input === input);
  const change = formatMetricDifference(metric, own?.estimate ?? null);
  if (own?.interval == null || own.level === null || own.level < leastLevel) return change;
  const [low, high] = own.interval;
  return vscode.l10n.t(
    '{0} ({1}: {2} … {3})',
    change,
    formatLevel(own.level),
    formatMetricDifference(metric, low),
    formatMetricDifference(metric, high),
  );
}
