import * as vscode from 'vscode';
import type { Prompt } from '../prompt.ts';
import { promptSpan } from '../promptSource.ts';
import { showDocument } from '../showDocument.ts';
import { UserError } from '../userError.ts';

/**
 * Puts another text in the place of a prompt, as one edit that can be undone, and shows it.
 * @throws UserError where the prompt is made of several selections, or its document can't be changed
 */
export async function replacePrompt(prompt: Prompt, text: string): Promise<void> {
  const { t } = vscode.l10n;
  const document = await vscode.workspace.openTextDocument(prompt.uri);
  const span = promptSpan(document, prompt);
  if (span === null) {
    throw new UserError(
      t('This prompt was made of several selections: copy the text from the diff instead.'),
    );
  }
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
  edit.replace(prompt.uri, range, text);
  if (!(await vscode.workspace.applyEdit(edit))) throw new UserError(t('The document can’t be changed.'));
  await showDocument(document);
}
