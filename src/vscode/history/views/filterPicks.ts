import * as vscode from 'vscode';
import { assertNever } from '../../../core/assertNever.ts';
import type { PickView } from '../../../webview/historyView.ts';
import type { ListFilters, StateFilter, TimeFilter } from '../latencyQuery.ts';

/** What the list of runs can be narrowed by. */
export type FilterId = 'model' | 'state' | 'time';

/** The filters of the list of runs, each opening a quick pick. */
export function filterPicks({
  model,
  state,
  days,
}: ListFilters): readonly (PickView & { readonly id: FilterId })[] {
  const { t } = vscode.l10n;
  return [
    pick('model', t('Model'), model),
    pick('state', t('State'), state === null ? null : stateText(state)),
    pick('time', t('Time'), days === null ? null : daysText(days)),
  ];
}

/** Ends to narrow to, in words. */
export function stateText(state: StateFilter): string {
  const { t } = vscode.l10n;
  switch (state) {
    case 'complete':
      return t('Complete');
    case 'cut':
      return t('Cut or refused');
    case 'cancelled':
      return t('Stopped');
    case 'failed':
      return t('Failed');
    default:
      return assertNever(state);
  }
}

/** Times to narrow to, in words. */
export function daysText(days: TimeFilter): string {
  const { t } = vscode.l10n;
  return days === 1 ? t('Last 24 hours') : t('Last {0} days', days);
}

function pick(id: FilterId, label: string, value: string | null): PickView & { readonly id: FilterId } {
  return { id, label, value: value ?? vscode.l10n.t('All'), hover: '', active: value !== null };
}
