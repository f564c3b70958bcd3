import * as vscode from 'vscode';
import { takesPrefill } from '../../core/request/prefill.ts';
import type { PreparedPrompt } from '../requestPreparation.ts';
import { UserError } from '../userError.ts';
import { problemText } from './problemTexts.ts';

/**
 * Lets nothing be sent whose front matter, or the file beside it, can't be read.
 * @throws UserError with the first problem and the way to it
 */
export function refuseErrors({ errors: [first] }: Pick<PreparedPrompt, 'errors'>): void {
  if (first === undefined) return;
  const { t } = vscode.l10n;
  const { uri, problem } = first;
  const name = uri.path.split('/').at(-1) ?? '';
  throw new UserError(t('Nothing was sent: {0} in {1}.', problemText(problem), name), [
    {
      label: t('Show'),
      act: async () => {
        const document = await vscode.workspace.openTextDocument(uri);
        const { start, end } = problem.span;
        const selection = new vscode.Range(document.positionAt(start), document.positionAt(end));
        await vscode.window.showTextDocument(document, { selection });
      },
    },
  ]);
}

/**
 * Lets nothing be sent that begins the answer for a model that does not go on with it.
 * @throws UserError
 */
export function refuseTurns(prepared: Pick<PreparedPrompt, 'request'>): void {
  const refusal = turnsRefusal(prepared);
  if (refusal !== null) throw new UserError(refusal);
}

/** Why nothing is sent that begins the answer, as a sentence; null where the model goes on with it, or it is not begun. */
export function turnsRefusal({ request: { body } }: Pick<PreparedPrompt, 'request'>): string | null {
  const isBegun = body.messages.at(-1)?.role === 'assistant';
  if (!isBegun || takesPrefill(body.model)) return null;
  return vscode.l10n.t(
    'Nothing was sent: the prompt ends with a turn of the assistant, and {0} does not go on with an answer that was begun. End it with a user’s turn, or pick a model up to Claude 4.5.',
    body.model,
  );
}
