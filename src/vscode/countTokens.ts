import * as vscode from 'vscode';
import type { Connections } from './connections.ts';
import { loadCountTokens } from './lazy.ts';
import { formatEstimate, formatTokens } from './numbers.ts';
import { failureText } from './output/failureTexts.ts';
import type { Prompt } from './prompt.ts';
import type { RequestPreparation } from './requestPreparation.ts';
import { refuseErrors } from './sources/refusals.ts';
import type { TokenEstimates } from './tokenEstimates.ts';
import { UserError } from './userError.ts';

/** What counting works on. */
export interface CountParts {
  readonly connections: Connections;
  readonly preparation: RequestPreparation;
  readonly estimates: TokenEstimates;
}

interface Count {
  readonly tokens: number;
  readonly estimate: string;
  readonly model: string;
}

/** Asks the API how many tokens a prompt's request has, and tells it beside the estimate. */
export async function countPromptTokens(prompt: Prompt, parts: CountParts): Promise<void> {
  const [count] = await counted([prompt], parts);
  if (count === undefined) return;
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      '{0}: {1} tokens, counted by the API for {2} (estimate: {3}).',
      prompt.title,
      formatTokens(count.tokens),
      count.model,
      count.estimate,
    ),
  );
}

/** Asks the API how many tokens two versions of a prompt have, and tells both. */
export async function countBothVersions(before: Prompt, after: Prompt, parts: CountParts): Promise<void> {
  const [old, now] = await counted([before, after], parts);
  if (old === undefined || now === undefined) return;
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      '{0}: {1} → {2} tokens, counted by the API for {3}.',
      after.title,
      formatTokens(old.tokens),
      formatTokens(now.tokens),
      now.model,
    ),
  );
}

// Nothing where the person does not want to send, or stops it.
async function counted(
  prompts: readonly Prompt[],
  { connections, preparation, estimates }: CountParts,
): Promise<readonly Count[]> {
  const { t } = vscode.l10n;
  const open = await connections.open();
  if (open === 'declined') return [];
  if (open === 'no-key') {
    throw new UserError(t('Counting asks the API, so it needs a key.'), [
      { label: t('Enter API Key…'), act: () => vscode.commands.executeCommand('promptTuner.setApiKey') },
    ]);
  }
  const { origin } = open.endpoint;
  return await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: t('Counting tokens…'), cancellable: true },
    async (_, token) => {
      const abort = new AbortController();
      const subscription = token.onCancellationRequested(() => abort.abort());
      const countTokens = await loadCountTokens();
      const counts: Count[] = [];
      try {
        for (const prompt of prompts) {
          const prepared = await preparation.prepare(prompt, origin);
          refuseErrors(prepared);
          const { request } = prepared;
          const result = await countTokens(request, open.connection, { signal: abort.signal });
          if (abort.signal.aborted) return [];
          const estimate = formatEstimate(await estimates.ofRequest(request));
          const { model } = request.body;
          if (!result.ok) {
            const { headline, nextStep } = failureText(result.failure, model, new URL(origin).host);
            throw new UserError(
              t('Not counted ({0}): {1} The local estimate is {2} tokens.', headline, nextStep, estimate),
            );
          }
          counts.push({ tokens: result.value, estimate, model });
        }
        return counts;
      } finally {
        subscription.dispose();
      }
    },
  );
}
