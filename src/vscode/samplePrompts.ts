import * as vscode from 'vscode';
import { showDocument } from './showDocument.ts';
import type { NextStep } from './userError.ts';

/** The sample prompts of the package, in the order of their tabs; the first one gets the focus, the others wait behind it. */
const opened = ['triage.prompt.md', 'reply.prompt.md', 'labels.py'];
/** What belongs to them. */
const beside = ['reply.prompt.md.tuner.json'];

/**
 * Opens the sample prompts as files of the extension's own storage: they can be changed and run, no workspace gets any,
 * and what was changed in them stays.
 */
export async function openSamplePrompts({
  extensionUri,
  globalStorageUri,
}: Pick<vscode.ExtensionContext, 'extensionUri' | 'globalStorageUri'>): Promise<void> {
  const shipped = vscode.Uri.joinPath(extensionUri, 'media', 'samples');
  const own = vscode.Uri.joinPath(globalStorageUri, 'samples');
  await vscode.workspace.fs.createDirectory(own);
  for (const name of [...beside, ...opened]) {
    await copyMissing(vscode.Uri.joinPath(shipped, name), vscode.Uri.joinPath(own, name));
  }
  const [first, ...others] = opened.map((name) => vscode.Uri.joinPath(own, name));
  if (first !== undefined) await showDocument(await vscode.workspace.openTextDocument(first));
  const viewColumn = vscode.window.activeTextEditor?.viewColumn;
  // Each goes right behind the active one.
  for (const uri of others.toReversed()) {
    await vscode.commands.executeCommand('vscode.open', uri, {
      preview: false,
      background: true,
      viewColumn,
    });
  }
}

/** The way out for a person who has no prompt open. */
export function samplesStep(): NextStep {
  return {
    label: vscode.l10n.t('Open Sample Prompts'),
    act: () => vscode.commands.executeCommand('promptTuner.openSamplePrompts'),
  };
}

async function copyMissing(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.copy(from, to, { overwrite: false });
  } catch (error) {
    if (!(error instanceof vscode.FileSystemError && error.code === 'FileExists')) throw error;
  }
}
