import * as vscode from 'vscode';
import { costOf } from '../../core/request/cost.ts';
import type { RunRecord } from '../../core/run/record.ts';
import { currentPrice } from '../requestPreparation.ts';
import { readSetting } from '../settings.ts';
import { UserError } from '../userError.ts';
import { gitFactsOf } from './gitFacts.ts';
import type { HistoryAccess } from './historyAccess.ts';

/**
 * Puts a finished run into the history, in whatever way it ended; a sample never. Resolves when it is on disk.
 * @throws UserError where it can't be kept, such as on a full disk
 */
export function recordRun(record: RunRecord, history: HistoryAccess): Promise<void> {
  return history.waitFor(add(record, history));
}

async function add(record: RunRecord, history: HistoryAccess): Promise<void> {
  const { prompt, state, request } = record;
  if (record.sample || prompt.place === null) return;
  const uri = vscode.Uri.parse(prompt.place.uri);
  const git = await gitFactsOf(uri, prompt).catch(() => ({ commit: null, modified: null }));
  const cost = state.usageFinal ? costOf(state.usage, currentPrice(request.body.model)) : null;
  const store = await history.open();
  try {
    await store.add({ record, cost, ...git, storeText: storesText(uri) });
  } catch (error) {
    const { t } = vscode.l10n;
    throw new UserError(
      t(
        'A run of {0} could not be kept in the history: copy its answer before this window is closed.',
        prompt.title,
      ),
      [{ label: t('Show Log'), act: () => vscode.commands.executeCommand('promptTuner.showLog') }],
      error,
    );
  }
}

/** Whether texts are kept: a workspace may turn that off, and never on again for a person who turned it off. */
export function storesText(uri: vscode.Uri): boolean {
  const configuration = vscode.workspace.getConfiguration(undefined, uri);
  const own = configuration.inspect('promptTuner.history.storeText')?.globalValue;
  return own !== false && readSetting(configuration, 'promptTuner.history.storeText');
}
