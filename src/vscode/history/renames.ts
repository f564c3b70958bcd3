import * as vscode from 'vscode';
import type { Renamed } from '../../core/prompt/renamedKey.ts';
import type { HistoryAccess } from './historyAccess.ts';

/** What keeps something under the keys of prompts. */
export interface KeptByKey {
  /** Lets it go by their keys after renames. */
  rename(renames: readonly Renamed[]): Promise<void>;
}

/** Lets runs, and all that is kept for a prompt, stay with it when its document, or a folder above it, is renamed or moved in VS Code. */
export function followRenames(
  kept: readonly KeptByKey[],
  history: HistoryAccess,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  return vscode.workspace.onDidRenameFiles(async ({ files }) => {
    const renames = files.map(({ oldUri, newUri }) => ({ from: oldUri.toString(), to: newUri.toString() }));
    try {
      await Promise.all(kept.map((keeper) => keeper.rename(renames)));
      if (!history.exists) return;
      const store = await history.open();
      for (const { from, to } of renames) {
        await store.rename(from, to);
        await store.rename(`${from}/`, `${to}/`);
      }
    } catch (error) {
      log.error(error instanceof Error ? error : String(error));
    }
  });
}
