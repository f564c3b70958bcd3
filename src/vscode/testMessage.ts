import * as vscode from 'vscode';
import type { Prompt } from './prompt.ts';
import type { PromptParameters } from './promptParameters.ts';

/** Asks for the message that a system prompt is run with, and keeps it. Resolves to false when the person gives up. */
export async function askTestMessage(
  { key, title }: Prompt,
  promptParameters: PromptParameters,
): Promise<boolean> {
  const { t } = vscode.l10n;
  const testMessage = await vscode.window.showInputBox({
    title: t('Test Message for {0}', title),
    prompt: t('This is a system prompt: which message shall Claude answer under it? It is remembered.'),
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? t('Type a message.') : undefined),
  });
  if (testMessage === undefined) return false;
  await promptParameters.change(key, { testMessage });
  return true;
}
