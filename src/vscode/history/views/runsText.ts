import * as vscode from 'vscode';
import { formatTokens } from '../../numbers.ts';
import { whenText } from './when.ts';

/** How many runs, in words. */
export function runsText(runs: number): string {
  const { t } = vscode.l10n;
  return runs === 1 ? t('1 run') : t('{0} runs', formatTokens(runs));
}

/** How many runs, and when the last of them began (ms since 1970), as quick picks describe a prompt or a group. */
export function runsUntilText(runs: number, lastAt: number): string {
  const { t } = vscode.l10n;
  const when = whenText(lastAt);
  return runs === 1 ? t('1 run, {0}', when) : t('{0} runs, last {1}', formatTokens(runs), when);
}

/** How many runs were deleted, in words. */
export function deletedText(runs: number): string {
  const { t } = vscode.l10n;
  return runs === 1 ? t('1 run deleted') : t('{0} runs deleted', formatTokens(runs));
}
