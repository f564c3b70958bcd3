import * as vscode from 'vscode';
import type { HistoryStore } from '../../adapters/history/historyStore.ts';
import { whenText } from '../history/views/when.ts';
import { UserError } from '../userError.ts';

const newest = 100;

/**
 * Lets the person pick a comparison of the history; null where they give up.
 * @throws UserError where there is none
 */
export async function pickComparison(store: HistoryStore): Promise<string | null> {
  const { t } = vscode.l10n;
  const comparisons = await store.comparisons(newest);
  if (comparisons.length === 0) throw new UserError(t('There is no comparison yet.'));
  const picked = await vscode.window.showQuickPick(
    comparisons.map(({ id, startedAt, setup, outcome }) => ({
      id,
      label: setup.prompt.title,
      description: whenText(startedAt),
      detail: t(
        '{0} · {1} runs{2}',
        setup.arms.map(({ name, label }) => `${name}: ${label}`).join(' · '),
        outcome.runs.length,
        outcome.simulated ? t(' · simulated') : '',
      ),
    })),
    { title: t('Comparisons'), matchOnDetail: true },
  );
  return picked?.id ?? null;
}
