import * as vscode from 'vscode';
import { type LeftOutReason, leftOutReason } from '../../../core/history/comparable.ts';
import type { HistoryRun } from '../../../core/history/historyRun.ts';
import type { RunRowView } from '../../../webview/historyView.ts';
import { formatSeconds, formatTokens } from '../../numbers.ts';
import { endName } from './endName.ts';
import { reasonText } from './leftOutText.ts';
import type { ModelName } from './modelName.ts';
import { whenText } from './when.ts';

/** Runs as rows of the list; `titles` are those of the prompts, by id, where the list is of several. */
export function runRowViews(
  runs: readonly HistoryRun[],
  include: readonly LeftOutReason[],
  nameOf: ModelName,
  titles: ReadonlyMap<number, string>,
): readonly RunRowView[] {
  return runs.map((run) =>
    runRowView(run, leftOutReason(run, include), nameOf(run.group.model), titles.get(run.promptId) ?? null),
  );
}

function runRowView(
  run: HistoryRun,
  reason: LeftOutReason | null,
  model: string,
  prompt: string | null,
): RunRowView {
  const { t } = vscode.l10n;
  const { metrics, usage, startedAt } = run;
  const ttft = formatSeconds(metrics.ttftMs);
  const ttlt = formatSeconds(metrics.ttltMs);
  const outputTokens = formatTokens(usage.outputTokens);
  const facts = [
    endName(run.endState),
    t('TTFT {0}', ttft),
    run.thought ? t('first text {0}', formatSeconds(metrics.firstTextMs)) : null,
    t('TTLT {0}', ttlt),
    t('{0} output tokens', outputTokens),
    whenText(startedAt),
    model,
    run.label,
    run.comparisonId === null ? null : t('made for a comparison'),
    run.commit === null
      ? null
      : run.modified
        ? t('commit {0}, modified', run.commit.slice(0, 8))
        : t('commit {0}', run.commit.slice(0, 8)),
    reason === null ? null : t('not counted: {0}', reasonText(reason)),
  ];
  return {
    id: run.id,
    endState: run.endState,
    ttft,
    ttlt,
    outputTokens,
    at: startedAt,
    prompt,
    model,
    label: run.label,
    leftOut: reason !== null,
    mark: run.comparisonId === null ? null : t('compared'),
    hover: `${prompt === null ? '' : `${prompt}: `}${facts.filter((fact) => fact !== null).join(', ')}`,
  };
}
