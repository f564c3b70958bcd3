import * as vscode from 'vscode';
import type { TextEdit } from '../../core/prompt/mappedText.ts';
import { ownMessage } from '../../core/prompt/withText.ts';
import type { Prompt } from '../prompt.ts';
import { promptSpan } from '../promptSource.ts';
import { showDocument } from '../showDocument.ts';
import { foundFor } from '../sources/foundFor.ts';
import { partEdits } from '../sources/partEdits.ts';
import { UserError } from '../userError.ts';

/**
 * Puts another text in the place of a prompt, as one edit that can be undone, and shows it. A string in code is written
 * anew, so that the program sees exactly that text.
 * @throws UserError where the prompt is made of several selections, its string can't hold the text, or its document can't
 * be changed
 */
export async function replacePrompt(prompt: Prompt, text: string): Promise<void> {
  const { t } = vscode.l10n;
  const document = await vscode.workspace.openTextDocument(prompt.uri);
  const edits = await editsFor(prompt, document, text);
  const edit = new vscode.WorkspaceEdit();
  for (const { start, end, text: replacement } of edits) {
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    edit.replace(prompt.uri, range, replacement);
  }
  if (!(await vscode.workspace.applyEdit(edit))) throw new UserError(t('The document can’t be changed.'));
  await showDocument(document);
}

async function editsFor(
  prompt: Prompt,
  document: vscode.TextDocument,
  text: string,
): Promise<readonly TextEdit[]> {
  const { t } = vscode.l10n;
  if (prompt.anchor.kind === 'part') {
    const { found } = await foundFor(prompt);
    const own = found === null ? null : ownMessage(found);
    const edits =
      found === null || own === null ? null : await partEdits(document, found, own.text, { text });
    if (edits !== null) return edits;
    throw new UserError(
      t(
        'The string can’t become this text, for what the program fills in would change: copy it from the diff.',
      ),
    );
  }
  const span = promptSpan(document, prompt);
  if (span !== null) return [{ ...span, text }];
  throw new UserError(t('This prompt was made of several selections: copy the text from the diff instead.'));
}
