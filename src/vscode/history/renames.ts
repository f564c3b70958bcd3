import * as vscode from 'vscode';
import type { HistoryAccess } from './historyAccess.ts';

/** Lets runs stay with their prompt when its document, or a folder above it, is renamed or moved in VS Code. */
export function followRenames(history: HistoryAccess, log: vscode.LogOutputChannel): vscode.Disposable {
  return vscode.workspace.onDidRenameFiles(async ({ files }) => {
    if (!history.exists) return;
    try {
      const store = await history.open();
      for (const { oldUri, newUri } of files) {
        await store.rename(oldUri.toString(), newUri.toString());
        await store.rename(`${oldUri.toString()}/`, `${newUri.toString()}/`);
      }
    } catch (error) {
      log.error(error instanceof Error ? error : String(error));
    }
  });
}
