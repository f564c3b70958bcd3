import { homedir } from 'node:os';
import * as vscode from 'vscode';

/** What is written, and as what. */
export interface ExportedFile {
  /** The name that is offered; its ending is the format's. */
  readonly name: string;
  /** What the format is called. */
  readonly format: string;
  readonly extension: string;
  readonly text: () => string | Promise<string>;
  /** Said when it is written. */
  readonly done: string;
}

/** Writes a text into a file that the person names, and offers to open it; nothing is made where they give up. */
export async function exportFile({ name, format, extension, text, done }: ExportedFile): Promise<void> {
  const { t } = vscode.l10n;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file(homedir());
  const target = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(folder, name),
    filters: { [format]: [extension] },
  });
  if (target === undefined) return;
  const progress = { location: vscode.ProgressLocation.Window, title: t('Exporting runs') };
  await vscode.window.withProgress(progress, async () => {
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(await text()));
  });
  const open = t('Open');
  if ((await vscode.window.showInformationMessage(done, open)) === open) {
    await vscode.commands.executeCommand('vscode.open', target);
  }
}
