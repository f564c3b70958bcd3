import * as vscode from 'vscode';
import { checkPrompt } from '../core/request/checkPrompt.ts';
import { costAtMost } from '../core/request/cost.ts';
import type { ModelInfo } from '../core/request/model.ts';
import type { PreparedRequest } from '../core/request/wireRequest.ts';
import { formatCost, formatTokens } from './numbers.ts';
import { currentPrice } from './requestPreparation.ts';
import { readSetting } from './settings.ts';
import type { TokenEstimates } from './tokenEstimates.ts';

/** A UTF-16 unit is hardly ever more tokens than this in any tokenizer: below the limits by this bound, nothing is counted. */
const mostTokensPerCharacter = 3;

/** Asks before a request that is large or may be dear. Resolves to whether it may be sent. */
export async function confirmSize(
  request: PreparedRequest,
  text: string,
  model: ModelInfo | null,
  estimates: TokenEstimates,
): Promise<boolean> {
  const configuration = vscode.workspace.getConfiguration();
  const mostTokens = readSetting(configuration, 'promptTuner.confirm.inputTokens');
  const mostDollars = readSetting(configuration, 'promptTuner.confirm.cost');
  const price = currentPrice(request.body.model);
  const worth = (tokens: number) => {
    const cost = costAtMost(tokens, request.body.max_tokens, price);
    return { tokens, cost, asks: tokens > mostTokens || (cost !== null && cost > mostDollars) };
  };
  if (!worth(JSON.stringify(request.body).length * mostTokensPerCharacter).asks) return true;

  const { tokens, cost, asks } = worth(await estimates.ofRequest(request));
  if (!asks) return true;
  const { t } = vscode.l10n;
  const problem = checkPrompt(text, tokens, model);
  const send = t('Run');
  const chosen = await vscode.window.showWarningMessage(
    cost === null
      ? t('Run a prompt of ≈ {0} tokens?', formatTokens(tokens))
      : t('Run a prompt of ≈ {0} tokens, for {1} at most?', formatTokens(tokens), formatCost(cost)),
    {
      modal: true,
      detail:
        problem?.kind === 'over-context'
          ? t(
              'The model reads {0} tokens at most, so it will likely refuse this one.',
              formatTokens(problem.limit),
            )
          : t(
              'That is more than your settings let pass without asking. At most means: all of max tokens written.',
            ),
    },
    send,
  );
  return chosen === send;
}
