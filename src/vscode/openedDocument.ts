import * as vscode from 'vscode';

/** A document, read from where it lies if nobody has it open; null where it can't be. */
export async function openedDocument(uri: vscode.Uri): Promise<vscode.TextDocument | null> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return null;
  }
}
