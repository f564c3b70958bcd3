import { join } from 'node:path';
import {
  ConfigurationTarget,
  commands,
  extensions,
  Range,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { CommandId } from '../../src/vscode/commandIds.ts';
import type { SettingId } from '../../src/vscode/settings.ts';
import { type Simulator, startSimulator } from '../simulator/client.ts';
import type { SimulatorOptions } from '../simulator/options.ts';

/** Starts a simulated Claude out of an extension host and points the person's settings to it, without a key. */
export async function simulateInHost(options: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  // A desktop's extension host is a process of Electron, whose executable is Node only when told so.
  process.env.ELECTRON_RUN_AS_NODE = '1';
  let simulator: Simulator;
  try {
    simulator = await startSimulator({ speed: 0, keys: 'none', ...options });
  } finally {
    delete process.env.ELECTRON_RUN_AS_NODE;
  }
  await setOwn('promptTuner.baseUrl', simulator.origin);
  await setOwn('promptTuner.auth', 'none');
  return simulator;
}

/** Ends a simulated Claude and takes the settings back. */
export async function endSimulation(simulator: Simulator): Promise<void> {
  await setOwn('promptTuner.baseUrl', undefined);
  await setOwn('promptTuner.auth', undefined);
  await simulator.stop();
}

/** Sets a setting in the person's own configuration; undefined takes it back. */
export async function setOwn(id: SettingId, value: unknown): Promise<void> {
  await workspace.getConfiguration().update(id, value, ConfigurationTarget.Global);
}

/** Calls one of the extension's commands; resolves when it is done. */
export function call(id: CommandId, ...args: readonly unknown[]): Thenable<unknown> {
  return commands.executeCommand(id, ...args);
}

/** The extension under test. */
export function extensionUnderTest() {
  const extension = extensions.getExtension('prompt-tuner.prompt-tuner');
  if (extension === undefined) throw new Error('The extension is not there.');
  return extension;
}

/** Path of the workspace that is open, with a file of it. */
export function inWorkspace(name = ''): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('No workspace is open.');
  return Uri.file(join(folder.uri.fsPath, name)).with({
    scheme: folder.uri.scheme,
    authority: folder.uri.authority,
  });
}

/** Opens a file of the workspace in the first group, where it becomes the active editor. */
export async function openEditor(name: string): Promise<TextEditor> {
  return await show(await workspace.openTextDocument(inWorkspace(name)));
}

/** Opens an unsaved document. */
export async function openUntitled(language: string, content: string): Promise<TextEditor> {
  return await show(await workspace.openTextDocument({ language, content }));
}

async function show(document: TextDocument): Promise<TextEditor> {
  // VS Code would bring back the selection that the document had when it was last open.
  const selection = new Range(0, 0, 0, 0);
  return await window.showTextDocument(document, { viewColumn: 1, preview: false, selection });
}

/** Closes all editors, without a question about unsaved text. */
export async function closeEditors(): Promise<void> {
  for (const document of workspace.textDocuments) {
    if (!document.isDirty) continue;
    await window.showTextDocument(document);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await commands.executeCommand('workbench.action.closeAllEditors');
}
