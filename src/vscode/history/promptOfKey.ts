import * as vscode from 'vscode';
import type { Prompt } from '../prompt.ts';
import { currentPrompt, notEmpty, promptOfDocument } from '../promptSource.ts';
import type { RunFlow } from '../runFlow.ts';
import { partNamed } from '../sources/promptParts.ts';
import { UserError } from '../userError.ts';

/**
 * The prompt as it stands now that goes by a key of the history: a document, or a part of one by its name.
 * @throws UserError where it can't be found, such as a selection of another window
 */
export async function promptOfKey(
  { key, title }: Pick<Prompt, 'key' | 'title'>,
  { lastPrompt }: Pick<RunFlow, 'lastPrompt'>,
): Promise<Prompt> {
  if (lastPrompt?.key === key) return await currentPrompt(lastPrompt);
  // In a URI itself the sign is escaped.
  const [uri = key, ...identity] = key.split('#');
  try {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    if (identity.length === 0) return promptOfDocument(document);
    const part = await partNamed(document, identity.join('#'));
    if (part !== null) return notEmpty(part);
  } catch (error) {
    if (error instanceof UserError) throw error;
  }
  throw new UserError(vscode.l10n.t('{0} is not open here. Run it once, then try again.', title));
}
