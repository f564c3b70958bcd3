import * as vscode from 'vscode';
import type { CommandId } from '../commandIds.ts';
import { UserError } from '../userError.ts';
import { clearHistory } from './clearHistory.ts';
import { exportRuns } from './exportRuns.ts';
import { pickAnyFilter } from './historyPicks.ts';
import { copyRun } from './keptRunActions.ts';
import type { LatencyActionParts } from './latencyActions.ts';
import { groupsOf } from './latencyData.ts';
import { listFilter } from './latencyQuery.ts';
import { showLatencyTable } from './latencyTableDocument.ts';
import { linkToEarlierPrompt } from './linkPrompt.ts';
import { measureBaseline } from './measureBaseline.ts';

/** The commands that work on the history. */
export type HistoryCommandId = Extract<
  CommandId,
  | 'promptTuner.showLatencyTable'
  | 'promptTuner.filterRuns'
  | 'promptTuner.exportRuns'
  | 'promptTuner.copyRun'
  | 'promptTuner.copyRunWithTexts'
  | 'promptTuner.linkPrompt'
  | 'promptTuner.measureBaseline'
  | 'promptTuner.clearHistory'
>;

/** What each command of the history does. */
export function historyCommands(
  parts: LatencyActionParts,
): Readonly<Record<HistoryCommandId, () => Promise<unknown>>> {
  const { history, latency, documents, output } = parts;
  const { t } = vscode.l10n;
  const copyShown = async (withTexts: boolean) => {
    const { record } = output;
    if (record === null) throw new UserError(t('Run a prompt first, or open a run of the history.'));
    await copyRun(record.id, withTexts, history);
  };
  return {
    'promptTuner.showLatencyTable': async () =>
      showLatencyTable(await history.open(), latency.query, documents, latency.nameOf),
    'promptTuner.filterRuns': async () => pickAnyFilter(await history.open(), latency),
    'promptTuner.exportRuns': async () => {
      const store = await history.open();
      const { query } = latency;
      const { scope } = query;
      const promptId = scope.kind === 'prompt' ? await store.promptId(scope.key) : null;
      // Without an id the filter would be that of all prompts.
      if (scope.kind === 'prompt' && promptId === null)
        throw new UserError(t('There are no runs to export.'));
      await exportRuns(store, listFilter(query, promptId, Date.now()));
    },
    'promptTuner.copyRun': () => copyShown(false),
    'promptTuner.copyRunWithTexts': () => copyShown(true),
    'promptTuner.linkPrompt': async () => {
      const { scope, simulated } = latency.query;
      if (await linkToEarlierPrompt(await history.open(), scope, simulated)) latency.renew();
    },
    'promptTuner.measureBaseline': async () => {
      const model = await shownModel(parts);
      if (model === null)
        throw new UserError(t('Run a prompt first: its model is the one that is measured.'));
      await measureBaseline({ model }, parts);
      latency.renew();
    },
    'promptTuner.clearHistory': async () => {
      if (await clearHistory(await history.open())) latency.renew();
    },
  };
}

/** The model of the shown figures, else of the last run of the prompt that is shown. */
async function shownModel({ latency, history, output }: LatencyActionParts): Promise<string | null> {
  const groups = await groupsOf(await history.open(), latency.query);
  const shown = groups.find(({ groupId }) => groupId === latency.query.groupId) ?? groups[0];
  return shown?.group.model ?? output.record?.request.body.model ?? null;
}
