import * as vscode from 'vscode';
import type { HistoryStore } from '../../adapters/history/historyStore.ts';
import type { Comparison } from '../../core/compare/comparison.ts';
import { progressTo } from '../../core/compare/judgeComparison.ts';
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
  const picked = await vscode.window.showQuickPick(comparisons.map(comparisonItem), {
    title: t('Comparisons'),
    matchOnDetail: true,
  });
  return picked?.id ?? null;
}

/** A comparison as the list has it: its arms and how far it came. */
export function comparisonItem({ id, startedAt, setup, outcome }: Comparison) {
  const { t } = vscode.l10n;
  const arms = setup.arms.map(({ name, label }) => `${name}: ${label}`).join(' · ');
  const made = outcome.runs.length;
  const { remaining } = progressTo(setup, outcome.look, outcome.runs);
  const simulated = outcome.simulated ? t(' · simulated') : '';
  return {
    id,
    label: setup.prompt.title,
    description: whenText(startedAt),
    detail:
      remaining === 0
        ? t('{0} · {1} runs{2}', arms, made, simulated)
        : t('{0} · {1} of {2} runs{3}', arms, made, made + remaining, simulated),
  };
}
