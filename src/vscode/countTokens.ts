import * as vscode from 'vscode';
import { formatEstimate, formatTokens } from '../core/format.ts';
import type { Connections } from './connections.ts';
import { loadCountTokens } from './lazy.ts';
import { failureText } from './output/failureTexts.ts';
import type { Prompt } from './prompt.ts';
import type { RequestPreparation } from './requestPreparation.ts';
import type { TokenEstimates } from './tokenEstimates.ts';
import { UserError } from './userError.ts';

/** Asks the API how many tokens a prompt's request has, and tells it beside the estimate. */
export async function countPromptTokens(
  prompt: Prompt,
  connections: Connections,
  preparation: RequestPreparation,
  estimates: TokenEstimates,
): Promise<void> {
  const { t } = vscode.l10n;
  const open = await connections.open();
  if (open === 'declined') return;
  if (open === 'no-key') {
    throw new UserError(t('Counting asks the API, so it needs a key.'), [
      { label: t('Enter API Key…'), act: () => vscode.commands.executeCommand('promptTuner.setApiKey') },
    ]);
  }
  const { origin } = open.endpoint;
  const { request } = await preparation.prepare(prompt, origin);
  const result = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: t('Counting tokens…'), cancellable: true },
    async (_, token) => {
      const abort = new AbortController();
      const subscription = token.onCancellationRequested(() => abort.abort());
      const countTokens = await loadCountTokens();
      return countTokens(request, open.connection, { signal: abort.signal })
        .then((counted) => (abort.signal.aborted ? null : counted))
        .finally(() => subscription.dispose());
    },
  );
  if (result === null) return;
  const estimate = formatEstimate(await estimates.ofRequest(request));
  if (!result.ok) {
    const { headline, nextStep } = failureText(result.failure, request.body.model, new URL(origin).host);
    throw new UserError(
      t('Not counted ({0}): {1} The local estimate is {2} tokens.', headline, nextStep, estimate),
    );
  }
  void vscode.window.showInformationMessage(
    t(
      '{0}: {1} tokens, counted by the API for {2} (estimate: {3}).',
      prompt.title,
      formatTokens(result.value),
      request.body.model,
      estimate,
    ),
  );
}
