import * as vscode from 'vscode';
import type { HistoryActionId } from '../../../webview/historyIds.ts';
import type { HistoryActionView, MessageView } from '../../../webview/historyView.ts';
import { formatTokens } from '../../numbers.ts';
import type { LatencyQuery } from '../latencyQuery.ts';

/** What stands where there are no runs, with what a person can do about it. */
export function emptyMessage(
  { scope, simulated }: LatencyQuery,
  otherKind: number,
  hasKey: boolean,
): MessageView {
  const { t } = vscode.l10n;
  const hidden =
    otherKind === 0
      ? null
      : simulated
        ? t('{0} real runs are not shown.', formatTokens(otherKind))
        : t('{0} runs of the simulated Claude are not shown.', formatTokens(otherKind));
  const other = simulated ? t('Show Real Runs') : t('Show Simulated Runs');
  const others = otherKind === 0 ? [] : [button('toggle-simulated', other, false)];
  if (scope.kind !== 'prompt') {
    const text =
      scope.kind === 'all' ? t('No runs yet.') : t('Open a prompt and run it: its latency shows here.');
    return message(text, hidden, [button('open-samples', t('Open Sample Prompts'), true), ...others]);
  }
  const buttons = [
    button('run', t('Run'), hasKey),
    ...(hasKey ? [] : [button('set-api-key', t('Set API Key…'), true)]),
    ...others,
  ];
  return message(t('No runs of this prompt yet.'), hidden, buttons);
}

/** While the history is read for the first time. */
export function loadingMessage(): MessageView {
  return { tone: 'busy', text: vscode.l10n.t('Reading the history…'), detail: null, buttons: [] };
}

/** When it can't be read. */
export function errorMessage(): MessageView {
  const { t } = vscode.l10n;
  return {
    tone: 'error',
    text: t('The history can’t be read.'),
    detail: t('Nothing of it was changed. The log has the details.'),
    buttons: [button('reload', t('Try Again'), true), button('show-log', t('Show Log'), false)],
  };
}

function message(text: string, detail: string | null, buttons: readonly HistoryActionView[]): MessageView {
  return { tone: 'neutral', text, detail, buttons };
}

function button(action: HistoryActionId, label: string, primary: boolean): HistoryActionView {
  return { action, label, primary };
}
