import * as vscode from 'vscode';
import { fenceAt } from '../../core/prompt/fenceAt.ts';
import type { Prompt } from '../prompt.ts';

/** Language extensions get this long to name the symbols of a document: ms. */
const symbolLimitMs = 400;

/**
 * A prompt that is part of a document, by the name of that part, so that its runs find together whatever is edited
 * around it: the symbol it stands in, else the label or the order of its fence. A prompt that is a whole document, or
 * stands in nothing that has a name, stays as it is.
 */
export async function namedPrompt(prompt: Prompt): Promise<Prompt> {
  const span = prompt.anchor.kind === 'spans' ? prompt.anchor.spans[0] : undefined;
  if (span === undefined) return prompt;
  const document = await vscode.workspace.openTextDocument(prompt.uri);
  const name = fenceAt(document.getText(), span.start) ?? (await symbolAt(document, span.start));
  if (name === null) return prompt;
  const title = prompt.title.replace(/ › [^›]*$/, () => ` › ${name}`);
  return { ...prompt, key: `${prompt.uri.toString()}#${name}`, title };
}

async function symbolAt(document: vscode.TextDocument, offset: number): Promise<string | null> {
  const at = document.positionAt(offset);
  const asked = vscode.commands.executeCommand<readonly vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), symbolLimitMs));
  const symbols = await Promise.race([asked, late]);
  const path: string[] = [];
  for (let level = symbols ?? []; ; ) {
    const found = level.find(({ range }) => range?.contains(at));
    if (found === undefined) break;
    path.push(found.name);
    level = found.children;
  }
  return path.length === 0 ? null : path.join('.');
}
