import * as vscode from 'vscode';
import type { HistoryStore } from '../../adapters/history/historyStore.ts';
import { formatBytes } from '../numbers.ts';

/** Deletes the whole history for good, if the person means it. Resolves to whether that was done. */
export async function clearHistory(store: HistoryStore): Promise<boolean> {
  const { t } = vscode.l10n;
  const size = await store.size();
  const clear = t('Delete All');
  const chosen = await vscode.window.showWarningMessage(
    t('Delete all runs of all prompts?'),
    {
      modal: true,
      detail: t(
        'Numbers, prompts and answers of every run on this computer ({0}), in all windows. This can’t be undone.',
        formatBytes(size),
      ),
    },
    clear,
  );
  if (chosen !== clear) return false;
  await store.clear();
  return true;
}
