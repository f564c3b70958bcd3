import * as vscode from 'vscode';
import { absent } from '../../../core/format.ts';
import type { PromptRow } from '../../../core/history/query.ts';
import { metricValues } from '../../../core/history/runMetric.ts';
import { median } from '../../../core/quantiles.ts';
import type { ModelInfo } from '../../../core/request/model.ts';
import type { PromptListView, PromptRowView } from '../../../webview/historyView.ts';
import { formatTokens } from '../../numbers.ts';
import { formatMetric } from './metricFormat.ts';
import { runsText } from './runsText.ts';
import { whenText } from './when.ts';

/** All prompts, each with figures of its own: no median stands over unlike prompts. */
export function promptListView(
  rows: readonly PromptRow[],
  more: boolean,
  models: readonly ModelInfo[],
): PromptListView {
  return {
    title: vscode.l10n.t('Prompts'),
    rows: rows.map((row) => promptRowView(row, models)),
    more,
  };
}

function promptRowView(
  { key, title, runs, lastRun, trend }: PromptRow,
  models: readonly ModelInfo[],
): PromptRowView {
  const { t } = vscode.l10n;
  const values = metricValues(trend, 'ttlt');
  const middle = median(values);
  const shown = middle === null ? absent : t('TTLT {0}', formatMetric('ttlt', middle));
  const note = retirement(models.find(({ id }) => id === lastRun.group.model));
  const facts = [
    title,
    runsText(runs),
    middle === null ? null : t('{0} (median of the newest {1})', shown, values.length),
    lastRun.group.model,
    t('last run {0}', whenText(lastRun.startedAt)),
    note,
  ];
  return {
    id: String(lastRun.promptId),
    name: title,
    runs: t('n = {0}', formatTokens(runs)),
    median: shown,
    at: lastRun.startedAt,
    trend: values,
    note,
    hover: `${facts.filter((fact) => fact !== null).join(', ')}\n${vscode.Uri.parse(key).path}`,
  };
}

function retirement(model: ModelInfo | undefined): string | null {
  const { t } = vscode.l10n;
  if (model?.retires == null) return null;
  const date = new Date(model.retires);
  // A date without a time is midnight in UTC, which is the day before in the Americas.
  const day = date.toLocaleDateString(vscode.env.language, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  return date.getTime() < Date.now() ? t('model retired {0}', day) : t('model retires {0}', day);
}
