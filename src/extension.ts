import * as vscode from 'vscode';
import { commandIds } from './vscode/commandIds.ts';

/** View type of the output panel; stored by VS Code, permanent. */
const outputViewType = 'promptTuner.output';

/**
 * Registers what VS Code may call from now on and returns at once; everything else is loaded right after, off the
 * path of VS Code's own start. Sends nothing.
 */
export function activate(context: vscode.ExtensionContext): void {
  const started = import('./vscode/start.ts').then(({ start }) => start(context));
  for (const id of commandIds) {
    context.subscriptions.push(
      vscode.commands.registerCommand(id, async (target: unknown) => (await started).execute(id, target)),
    );
  }
  context.subscriptions.push(
    vscode.window.registerWebviewPanelSerializer(outputViewType, {
      deserializeWebviewPanel: async (panel) => (await started).restore(panel),
    }),
  );
}
