import * as vscode from 'vscode';
import { leftOutReasons } from '../../../core/history/comparable.ts';
import { leadingMetric } from '../../../core/history/runMetric.ts';
import type { ModelInfo } from '../../../core/request/model.ts';
import { type HistoryActionId, type MetricId, maxIdLength, metricIds } from '../../../webview/historyIds.ts';
import type {
  HistoryActionView,
  HistoryView,
  RunListView,
  RunRowsView,
  SentenceView,
} from '../../../webview/historyView.ts';
import { formatTokens } from '../../numbers.ts';
import { metricTexts } from '../../output/metricTexts.ts';
import type { KeptBaseline } from '../keptBaselines.ts';
import type { GroupData, LatencyData } from '../latencyData.ts';
import type { LatencyQuery } from '../latencyQuery.ts';
import { baselineView } from './baselineView.ts';
import { chartView } from './chartView.ts';
import { filterPicks } from './filterPicks.ts';
import { groupText } from './groupText.ts';
import { countedText } from './leftOutText.ts';
import { emptyMessage } from './messageViews.ts';
import { modelNames } from './modelName.ts';
import { promptListView } from './promptListView.ts';
import { runRowViews } from './runRowViews.ts';
import { deletedText, runsText } from './runsText.ts';
import { summaryViews } from './summaryViews.ts';
import { observedText, type VersionMarks, versionViews } from './versionViews.ts';

/** Everything that the side panel's view is made from. */
export interface LatencyModel {
  readonly query: LatencyQuery;
  readonly data: LatencyData;
  readonly marks: VersionMarks;
  readonly measured: KeptBaseline | null;
  readonly models: readonly ModelInfo[];
  /** The history is on disk, not in this window's memory. */
  readonly stored: boolean;
  /** There is a key, or none is needed. */
  readonly hasKey: boolean;
  /** A sentence above everything; null for none. */
  readonly notice: string | null;
  /** How many runs the last deletion took; null when there is nothing to undo. */
  readonly deleted: number | null;
  readonly announcement: string | null;
}

/** The whole side panel but the rows of its list. */
export function historyView(model: LatencyModel): HistoryView {
  const { query, data, notice, announcement } = model;
  const { group, list } = data;
  const hasRuns = group !== null || list.total > 0 || data.prompts.length > 0;
  const filtered = Object.values(query.filters).some((value) => value !== null);
  return {
    ...nothing(query),
    group: group === null ? null : groupPick(model, group),
    badges: query.simulated ? [vscode.l10n.t('Simulated')] : [],
    notice: notice === null ? null : sentence(notice, ['dismiss-notice']),
    message: hasRuns || filtered ? null : emptyMessage(query, data.otherKind, model.hasKey),
    ...(group === null ? {} : groupViews(model, group)),
    versions: group === null ? [] : versionViews(data.versions, group.counted.runs, model.marks),
    runs: hasRuns || filtered ? runListView(model) : null,
    prompts:
      query.scope.kind === 'all' && data.prompts.length > 0
        ? promptListView(data.prompts, data.morePrompts, model.models)
        : null,
    undo: undoView(model.deleted),
    footer: footerView(model.stored),
    announcement,
  };
}

/** The first page of the list of runs. */
export function firstRows({ query, data, models }: LatencyModel): RunRowsView {
  const { rows, total, titles } = data.list;
  return {
    list: listId(query, data),
    after: null,
    rows: runRowViews(rows, query.includeAll ? leftOutReasons : [], modelNames(models), titles),
    more: total > rows.length,
  };
}

/** Changes with prompt and filters. */
export function listId({ filters, simulated, scope }: LatencyQuery, { promptId }: LatencyData): string {
  const { model, state, days } = filters;
  // Ids of models are of any length, ids of lists are not.
  return `${scope.kind}:${promptId}:${simulated}:${state}:${days}:${model}`.slice(0, maxIdLength);
}

/** The side panel with nothing in it but its scope. */
export function nothing(query: LatencyQuery): HistoryView {
  return {
    scope: scopePick(query),
    group: null,
    badges: [],
    notice: null,
    message: null,
    figures: [],
    tokens: [],
    counted: null,
    observed: null,
    metrics: [],
    chart: null,
    baseline: null,
    versions: [],
    runs: null,
    prompts: null,
    undo: null,
    footer: footerView(true),
    announcement: null,
  };
}

function groupViews(
  { query, data, measured }: LatencyModel,
  group: GroupData,
): Pick<HistoryView, 'figures' | 'tokens' | 'counted' | 'observed' | 'metrics' | 'chart' | 'baseline'> {
  const { t } = vscode.l10n;
  const { counted, baseline } = group;
  const metric = shownMetric(query.metric, group);
  const observed = observedText(data.versions, counted.runs, observedMetric(query.metric, group));
  const leftOut = counted.of - counted.counted;
  return {
    ...summaryViews(counted.runs),
    counted:
      leftOut > 0 || query.includeAll
        ? {
            text: query.includeAll
              ? t('Counted all {0}, without exception', formatTokens(counted.of))
              : countedText(counted),
            hover: t(
              'New connections and first requests are always counted: times start when the request is sent.',
            ),
            buttons: [button('toggle-left-out', query.includeAll ? t('Leave Out Again') : t('Include'))],
          }
        : null,
    observed:
      observed === null ? null : { ...observed, buttons: [button('compare', t('Compare to Be Sure…'))] },
    metrics: shownMetrics(group).map((id) => ({ id, label: t(metricTexts[id].label) })),
    chart: chartView(data, group, metric, query.includeAll, measured),
    baseline: baselineView(baseline, measured),
  };
}

/** The metric on which two versions are held against each other; what a run costs says nothing of its time. */
export function observedMetric(wanted: MetricId, group: GroupData): MetricId {
  const metric = shownMetric(wanted, group);
  return metric === 'cost' ? 'ttlt' : metric;
}

/** The metric that the chart shows: first text is one of its own only where the model thought. */
function shownMetric(wanted: MetricId, group: GroupData): MetricId {
  return shownMetrics(group).includes(wanted) ? wanted : leadingMetric(group.runs);
}

function shownMetrics({ runs }: GroupData): readonly MetricId[] {
  const thinks = leadingMetric(runs) === 'first-text';
  return metricIds.filter((id) => id !== 'first-text' || thinks);
}

function runListView({ query, data }: LatencyModel): RunListView {
  const { t } = vscode.l10n;
  const { total } = data.list;
  const filters = filterPicks(query.filters);
  return {
    id: listId(query, data),
    total,
    title: runsText(total),
    filters,
    clear: filters.some(({ active }) => active) ? button('clear-filters', t('Clear Filters')) : null,
    empty: total === 0 ? t('No run fits these filters.') : null,
    actions: [
      { action: 'diff-runs', label: t('Diff Runs'), least: 2, most: 2 },
      { action: 'run-again', label: t('Run Again as It Was'), least: 1, most: 1 },
      { action: 'show-comparison', label: t('Show Comparison'), least: 1, most: 1 },
      { action: 'label', label: t('Label…'), least: 1, most: 1 },
      { action: 'copy-runs', label: t('Copy as Markdown'), least: 1, most: 100 },
      { action: 'delete', label: t('Delete'), least: 1, most: 1_000 },
    ],
  };
}

function scopePick({ scope }: LatencyQuery): HistoryView['scope'] {
  const { t } = vscode.l10n;
  const value =
    scope.kind === 'prompt' ? scope.title : scope.kind === 'all' ? t('All Prompts') : t('No prompt yet');
  return {
    id: 'scope',
    label: t('Prompt'),
    value,
    hover: t('Choose a prompt, or all of them.'),
    active: false,
  };
}

function groupPick({ data: { groups }, models }: LatencyModel, { row }: GroupData): HistoryView['group'] {
  const { t } = vscode.l10n;
  const text = groupText(
    row.group,
    groups.map(({ group }) => group),
    modelNames(models),
  );
  return {
    id: 'group',
    label: t('Model and parameters'),
    value: t('{0} (n = {1})', text, formatTokens(row.runs)),
    hover: t('Figures are of runs with the same model and parameters, never across.'),
    active: false,
  };
}

function footerView(stored: boolean): SentenceView {
  const { t } = vscode.l10n;
  const text = stored ? t('Stored on this computer only.') : t('Kept for this window only.');
  return sentence(text, ['open-settings']);
}

function undoView(deleted: number | null): SentenceView | null {
  return deleted === null ? null : sentence(deletedText(deleted), ['undo', 'dismiss-undo']);
}

function sentence(text: string, actions: readonly HistoryActionId[]): SentenceView {
  const { t } = vscode.l10n;
  const labels: Partial<Record<HistoryActionId, string>> = {
    undo: t('Undo'),
    'dismiss-undo': t('Dismiss'),
    'dismiss-notice': t('Dismiss'),
    'open-settings': t('Settings'),
  };
  return { text, hover: '', buttons: actions.map((action) => button(action, labels[action] ?? '')) };
}

function button(action: HistoryActionId, label: string): HistoryActionView {
  return { action, label, primary: false };
}
