import * as vscode from 'vscode';
import { absent } from '../../../core/format.ts';
import type { HistoryRun } from '../../../core/history/historyRun.ts';
import { type MetricSummary, summaryOf } from '../../../core/history/summary.ts';
import type { FigureId, FigureView } from '../../../webview/protocol.ts';
import { metricTexts } from '../../output/metricTexts.ts';
import { formatMetric } from './metricFormat.ts';

/** Medians of the counted runs: times and rate, then tokens and cost. */
export interface SummaryViews {
  readonly figures: readonly FigureView[];
  readonly tokens: readonly FigureView[];
}

/** The figures of a group. */
export function summaryViews(counted: readonly HistoryRun[]): SummaryViews {
  const { leads, metrics } = summaryOf(counted);
  const view = (id: FigureId) => figureView(id, metrics[id], id === 'first-text');
  return {
    figures: [
      ...(leads === 'first-text' ? [view('first-text')] : []),
      view('ttft'),
      view('ttlt'),
      view('otps'),
    ],
    tokens: [view('input-tokens'), view('output-tokens'), view('cost-per-1000')],
  };
}

function figureView(id: FigureId, summary: MetricSummary, leads: boolean): FigureView {
  const { t } = vscode.l10n;
  const { label, hover } = metricTexts[id];
  const { median, n, spread, p95, interval } = summary;
  const format = (value: number | null) => formatMetric(id, value);
  const notes = [
    spread === null || spread === 0 ? null : `±${format(spread)}`,
    p95 === null ? null : t('p95 {0}', format(p95)),
  ].filter((note) => note !== null);
  const facts = [
    t(hover),
    n === 0 ? t('No counted run has it.') : t('Median of {0} runs.', n),
    spread === null ? null : t('Half of them lie within about ±{0} of the middle.', format(spread)),
    interval === null
      ? null
      : t(
          'The median lies between {0} and {1} ({2} %).',
          format(interval.low),
          format(interval.high),
          Math.floor(interval.level * 100),
        ),
    p95 === null && n > 0 ? t('p95 shows from 20 runs on.') : null,
  ];
  return {
    id,
    label: t(label),
    value: median === null ? absent : format(median),
    hover: facts.filter((fact) => fact !== null).join(' '),
    note: notes.join(' · ') || null,
    leads,
  };
}
