import * as vscode from 'vscode';
import { assertNever } from '../../../core/assertNever.ts';
import { type ComparableRuns, type LeftOutReason, leftOutReasons } from '../../../core/history/comparable.ts';
import { formatTokens } from '../../numbers.ts';

/** Why a run is not counted, in a word or two. */
export function reasonText(reason: LeftOutReason): string {
  const { t } = vscode.l10n;
  switch (reason) {
    case 'cancelled':
      return t('cancelled');
    case 'failed':
      return t('failed');
    case 'cut':
      return t('not complete');
    case 'retried':
      return t('retried');
    case 'cached':
      return t('cached');
    case 'concurrent':
      return t('overlapped another run');
    case 'host-delay':
      return t('editor was busy');
    default:
      return assertNever(reason);
  }
}

/** What is counted and what not: `Counted 15 of 19: 2 retried, 1 cached, 1 cancelled`. */
export function countedText({ counted, of, leftOut }: ComparableRuns): string {
  const { t } = vscode.l10n;
  const reasons = leftOutReasons.flatMap((reason) => {
    const n = leftOut[reason];
    return n === undefined ? [] : [t('{0} {1}', formatTokens(n), reasonText(reason))];
  });
  return reasons.length === 0
    ? t('Counted all {0}', formatTokens(of))
    : t('Counted {0} of {1}: {2}', formatTokens(counted), formatTokens(of), reasons.join(', '));
}
