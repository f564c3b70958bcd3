import * as vscode from 'vscode';
import type { HistoryRun } from '../../../core/history/historyRun.ts';
import type { VersionRow } from '../../../core/history/query.ts';
import type { RunMetricId } from '../../../core/history/runMetric.ts';
import { observedDifferences, type VersionFigure, versionFigures } from '../../../core/history/versions.ts';
import type { VersionView } from '../../../webview/historyView.ts';
import { metricTexts } from '../../output/metricTexts.ts';
import { formatMetricDifference } from './metricFormat.ts';
import { runsText } from './runsText.ts';
import { dayOf, whenText } from './when.ts';

/** What the list of versions needs to know beside the runs. */
export interface VersionMarks {
  /** Hash of the text that stands in the editor now; null where it is not known. */
  readonly current: string | null;
  /** Version whose answer is the reference; null for none. */
  readonly reference: string | null;
}

/** The versions of a prompt's text, newest first. */
export function versionViews(
  versions: readonly VersionRow[],
  counted: readonly HistoryRun[],
  marks: VersionMarks,
): readonly VersionView[] {
  const tokens = versionFigures(versions, counted, 'input-tokens', dayOf);
  return versions.map((version, index) => versionView(version, tokens.slice(0, index + 1), marks)).reverse();
}

function versionView(
  { promptHash, number, runs, firstRunAt, lastRunAt, hasText }: VersionRow,
  tokens: readonly VersionFigure[],
  { current, reference }: VersionMarks,
): VersionView {
  const { t } = vscode.l10n;
  const isReference = promptHash === reference;
  const own = tokens.at(-1)?.median ?? null;
  const before = tokens.slice(0, -1).findLast(({ median }) => median !== null)?.median ?? null;
  const change = own === null || before === null ? null : own - before;
  const texts = hasText
    ? [
        { action: 'diff-version' as const, label: t('Diff') },
        ...(promptHash === current
          ? []
          : [{ action: 'restore-version' as const, label: t('Restore This Version') }]),
        isReference
          ? { action: 'clear-reference' as const, label: t('Clear Reference') }
          : { action: 'set-reference' as const, label: t('Set as Reference') },
      ]
    : [];
  return {
    id: promptHash,
    name: t('v{0}', number),
    at: firstRunAt,
    change: change === null ? '' : t('{0} tokens', formatMetricDifference('input-tokens', change)),
    runs: runsText(runs),
    badges: [...(promptHash === current ? [t('current')] : []), ...(isReference ? [t('reference')] : [])],
    hover: [
      t('First run {0}, last run {1}.', whenText(firstRunAt), whenText(lastRunAt)),
      change === null ? null : t('Billed input tokens against the version before (medians).'),
      hasText ? null : t('Its text was not kept.'),
    ]
      .filter((line) => line !== null)
      .join(' '),
    actions: texts,
  };
}

/** What was observed between the newest two versions with runs: `v4 against v3: observed −1.1 s, other day.`; null without two. */
export function observedText(
  versions: readonly VersionRow[],
  counted: readonly HistoryRun[],
  metric: RunMetricId,
): { readonly text: string; readonly hover: string } | null {
  const { t } = vscode.l10n;
  const last = observedDifferences(versionFigures(versions, counted, metric, dayOf)).at(-1);
  if (last === undefined) return null;
  const days = { same: t('same day'), 'some-same': t('partly the same day'), other: t('other day') }[
    last.days
  ];
  return {
    text: t(
      'v{0} against v{1}: {2} observed {3}, {4}.',
      last.to,
      last.from,
      t(metricTexts[metric].label),
      formatMetricDifference(metric, last.difference),
      days,
    ),
    hover: t(
      'Difference of the medians of {0} and {1} runs. Only observed: their runs were not interleaved, so time of day and load may be all of it.',
      last.toRuns,
      last.fromRuns,
    ),
  };
}
