import * as vscode from 'vscode';
import { formatInUnit, metricUnits } from '../../core/history/metricFormat.ts';
import type { PreviousRuns } from '../../core/history/previous.ts';
import { metricValue } from '../../core/history/runMetric.ts';
import type { FigureView } from '../../webview/protocol.ts';

/** The figures with, in grey, what the run before had and how much runs of this prompt vary. */
export function withPrevious(
  figures: readonly FigureView[],
  previous: PreviousRuns | null,
): readonly FigureView[] {
  const { t } = vscode.l10n;
  if (previous === null) return figures;
  if (previous.run === null) {
    return figures.map((figure, index) => (index === 0 ? { ...figure, note: t('first run') } : figure));
  }
  return figures.map((figure) => withNote(figure, previous));
}

function withNote(figure: FigureView, { run, sameText, spreads }: PreviousRuns): FigureView {
  const { t } = vscode.l10n;
  const { id } = figure;
  const format = (value: number) => formatInUnit(value, metricUnits[id], vscode.env.language);
  const before = run === null ? null : metricValue(run, id);
  const spread = spreads[id];
  if (before === null) return figure;
  const was = t('was {0}', format(before));
  const note = spread === null ? was : t('{0} · runs vary ±{1}', was, format(spread));
  const text = sameText ? t('with the same text') : t('with another text');
  return {
    ...figure,
    note,
    hover: t(
      '{0} The comparable run before, {1}: {2}. One run each: no verdict.',
      figure.hover,
      text,
      format(before),
    ),
  };
}
