import * as vscode from 'vscode';
import type { ActionId, ActionView } from '../../webview/protocol.ts';

/** Buttons for these actions, the first one primary where asked. */
export function buttons(actions: readonly ActionId[], firstIsPrimary = false): readonly ActionView[] {
  return actions.map((action, i) => ({
    action,
    label: actionLabel(action),
    primary: firstIsPrimary && i === 0,
  }));
}

/** The words on an action's button. */
export function actionLabel(action: ActionId): string {
  const { t } = vscode.l10n;
  const labels: Readonly<Record<ActionId, string>> = {
    run: t('Run Prompt'),
    'run-again': t('Run Again'),
    'repeat-exactly': t('Repeat Exactly'),
    stop: t('Stop'),
    'keep-waiting': t('Keep Waiting'),
    'enter-key': t('Enter API Key…'),
    'get-key': t('Open Console'),
    'open-samples': t('Open Sample Prompts'),
    'sample-run': t('See a Sample Run'),
    'select-model': t('Select Model…'),
    'use-suggested-model': t('Use Suggested Model'),
    'raise-max-tokens': t('Raise Max Tokens'),
    'lower-effort': t('Lower the Effort'),
    'run-without-parameter': t('Run Without It'),
    'open-settings': t('Open Settings'),
    'show-log': t('Show Log'),
    'open-as-document': t('Open as Document'),
    'insert-below': t('Insert Below'),
    'copy-answer': t('Copy Answer'),
    'copy-run': t('Copy Run as Markdown'),
    'set-reference': t('Set as Reference'),
    'clear-reference': t('Clear Reference'),
    'diff-reference': t('Diff with Reference'),
    'copy-request': t('Copy Request'),
    'copy-request-id': t('Copy Request Id'),
    'reset-chips': t('Reset to Settings'),
    'apply-hint': t('Apply'),
    'dismiss-hint': t('Dismiss'),
    compare: t('Compare…'),
    measure: t('Measure…'),
    'make-faster': t('Make It Faster…'),
    'dismiss-notice': t('Dismiss'),
  };
  return labels[action];
}
