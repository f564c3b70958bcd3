import * as vscode from 'vscode';
import { commandIds } from './vscode/commandIds.ts';
import type { Started } from './vscode/start.ts';

/** View type of the output panel; stored by VS Code, permanent. */
const outputViewType = 'promptTuner.output';
/** View type of the comparison panel; stored by VS Code, permanent. */
const compareViewType = 'promptTuner.compare';
/** Id of the side panel's view; stored by VS Code, permanent. */
const latencyViewId = 'promptTuner.latency';

let started: Promise<Started> | null = null;

/**
 * Registers what VS Code may call from now on and returns at once; everything else is loaded right after, off the
 * path of VS Code's own start. Sends nothing.
 */
export function activate(context: vscode.ExtensionContext): void {
  const starting = nextTurn()
    .then(() => import('./vscode/start.ts'))
    .then(({ start }) => start(context));
  started = starting;
  for (const id of commandIds) {
    context.subscriptions.push(
      vscode.commands.registerCommand(id, async (target: unknown) => (await starting).execute(id, target)),
    );
  }
  context.subscriptions.push(
    vscode.window.registerWebviewPanelSerializer(outputViewType, {
      deserializeWebviewPanel: async (panel) => (await starting).restore(panel),
    }),
    vscode.window.registerWebviewPanelSerializer(compareViewType, {
      deserializeWebviewPanel: async (panel) => (await starting).restoreComparison(panel),
    }),
    vscode.window.registerWebviewViewProvider(latencyViewId, {
      resolveWebviewView: async (view) => (await starting).adoptLatency(view),
    }),
  );
}

// The first import of a host takes some milliseconds at once, before it waits.
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Waits until the runs that ended are on disk: VS Code lets an extension have a few seconds for that. */
export async function deactivate(): Promise<void> {
  await (await started)?.close();
}
