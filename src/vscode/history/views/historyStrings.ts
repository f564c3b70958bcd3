import * as vscode from 'vscode';
import type { HistoryStrings } from '../../../webview/historyProtocol.ts';

/** The words of the page that don't change. */
export function historyStrings(): HistoryStrings {
  const { t } = vscode.l10n;
  return {
    panelLabel: t('Prompt Tuner: latency of your runs'),
    figures: t('Medians of the counted runs'),
    learnMore: t('Learn More'),
    metric: t('Metric of the chart'),
    chart: t('Chart: arrow keys move from run to run, Enter opens the run'),
    asTable: t('As Table'),
    asChart: t('As Chart'),
    legendRun: t('run'),
    legendLeftOut: t('not counted'),
    legendMedian: t('median of a version'),
    legendFloor: t('baseline'),
    columnWhen: t('When'),
    columnVersion: t('Version'),
    columnCounted: t('Counted'),
    yes: t('yes'),
    no: t('no'),
    versions: t('Versions'),
    showAllVersions: t('Show All'),
    showFewerVersions: t('Show Fewer'),
    filters: t('Filters'),
    selected: t('{0} selected', '{0}'),
    columnTtft: t('TTFT'),
    columnTtlt: t('TTLT'),
    columnOutput: t('Out'),
    columnAge: t('Age'),
    now: t('now'),
    showMore: t('Show More'),
  };
}
