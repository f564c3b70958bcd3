import { writeFileSync } from 'node:fs';
import { commands, extensions, type TextDocument, Uri, window, workspace } from 'vscode';

const extensionId = 'prompt-tuner.prompt-tuner';

/**
 * Runs in an extension host: opens a prompt, waits until the extension is active, and writes the text of VS
 * Code's startup performance view to the file that `PROMPT_TUNER_RESULTS` names.
 */
export async function run(): Promise<void> {
  const folder = workspace.workspaceFolders?.[0];
  const results = process.env.PROMPT_TUNER_RESULTS;
  if (folder === undefined || results === undefined) throw new Error('no folder or no file for the results');
  await settleOthers();
  await window.showTextDocument(Uri.joinPath(folder.uri, 'triage.prompt.md'));
  // No event tells that another extension became active.
  const end = performance.now() + 20_000;
  while (extensions.getExtension(extensionId)?.isActive !== true) {
    if (performance.now() > end)
      throw new Error('the extension is not active 20 s after a prompt was opened');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  const opened = new Promise<TextDocument>((resolve) => {
    const waiting = workspace.onDidOpenTextDocument((document) => {
      if (document.uri.scheme !== 'perf') return;
      waiting.dispose();
      resolve(document);
    });
  });
  await commands.executeCommand('perfview.show');
  writeFileSync(results, (await opened).getText());
}

// VS Code's figures are wall time: what other extensions do in the same moment would be in them. So those that
// any first document or the same languages wake are awake before the prompt is opened.
async function settleOthers(): Promise<void> {
  await window.showTextDocument(await workspace.openTextDocument({ language: 'plaintext' }));
  const others = extensions.all.filter(({ id, packageJSON }) => {
    const events: readonly string[] = packageJSON.activationEvents ?? [];
    return id !== extensionId && events.some((event) => event.startsWith('onLanguage'));
  });
  for (const other of others) await other.activate();
  const end = performance.now() + 30_000;
  let calm = 0;
  while (calm < 40 && performance.now() < end) {
    const before = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 25));
    calm = performance.now() - before < 35 ? calm + 1 : 0;
  }
}
