import * as vscode from 'vscode';
import type { HistoryStore } from '../../adapters/history/historyStore.ts';
import { UserError } from '../userError.ts';
import type { Scope } from './latencyQuery.ts';
import { runsUntilText } from './views/runsText.ts';

const mostPrompts = 500;

/**
 * Ties a prompt to an earlier one, such as before it was moved or renamed outside of VS Code: their runs are of one
 * prompt from then on. Resolves to whether that was done.
 * @throws UserError without a prompt, or without an earlier one
 */
export async function linkToEarlierPrompt(
  store: HistoryStore,
  scope: Scope,
  simulated: boolean,
): Promise<boolean> {
  const { t } = vscode.l10n;
  if (scope.kind !== 'prompt') throw new UserError(t('Open the prompt first, or run it.'));
  const own = await store.promptId(scope.key);
  const prompts = await store.prompts({ simulated, limit: mostPrompts, offset: 0 });
  const items = prompts
    .filter(({ promptId }) => promptId !== own)
    .map(({ promptId, title, key, runs, lastRun }) => ({
      promptId,
      label: title,
      description: runsUntilText(runs, lastRun.startedAt),
      detail: vscode.Uri.parse(key).path,
    }));
  if (items.length === 0) throw new UserError(t('There is no other prompt in the history.'));
  const picked = await vscode.window.showQuickPick(items, {
    title: t('Link {0} to Earlier Prompt', scope.title),
    placeHolder: t('Its runs and those of this prompt become one history.'),
    matchOnDetail: true,
  });
  if (picked === undefined) return false;
  const link = t('Link');
  const sure = await vscode.window.showWarningMessage(
    t('Join the runs of {0} with those of {1}?', scope.title, picked.label),
    { modal: true, detail: t('They can’t be told apart again.') },
    link,
  );
  if (sure !== link) return false;
  await store.link(scope.key, picked.promptId);
  return true;
}
