import * as vscode from 'vscode';
import { commandIds } from './vscode/commandIds.ts';
import { PromptEstimates } from './vscode/promptEstimates.ts';
import { PromptLens } from './vscode/promptLens.ts';
import { PromptParameters } from './vscode/promptParameters.ts';
import type { RunSide } from './vscode/runSide.ts';
import { StatusBar } from './vscode/statusBar.ts';
import { TokenEstimates } from './vscode/tokenEstimates.ts';
import { guarded } from './vscode/userError.ts';

/** View type of the output panel; stored by VS Code, permanent. */
const outputViewType = 'promptTuner.output';

/** Builds what is seen before the first gesture; what serves a gesture is loaded by the first one. Sends nothing. */
export function activate(context: vscode.ExtensionContext): void {
  const own = <T extends vscode.Disposable>(part: T): T => {
    context.subscriptions.push(part);
    return part;
  };
  const log = own(vscode.window.createOutputChannel('Prompt Tuner', { log: true }));
  const promptParameters = new PromptParameters(context.workspaceState);
  const estimates = own(new TokenEstimates(context.globalState));
  const modelOf = ({ uri }: vscode.TextDocument) =>
    promptParameters.chosenModel(uri.toString(), uri) ?? context.globalState.get<string>('defaultModel', '');
  const promptEstimates = own(new PromptEstimates(estimates, modelOf, log));
  own(new PromptLens(promptEstimates));
  const statusBar = own(new StatusBar(promptEstimates, estimates));

  let side: Promise<RunSide> | null = null;
  const runSide = () => {
    side ??= import('./vscode/runSide.ts').then(({ RunSide }) =>
      own(new RunSide({ extension: context, log, promptParameters, estimates, statusBar })),
    );
    return side;
  };
  for (const id of commandIds) {
    own(
      vscode.commands.registerCommand(
        id,
        guarded(log, async (target: unknown) => (await runSide()).commands[id](target)),
      ),
    );
  }
  own(
    vscode.window.registerWebviewPanelSerializer(outputViewType, {
      deserializeWebviewPanel: async (panel) => (await runSide()).restore(panel),
    }),
  );
}
