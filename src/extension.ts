import { join } from 'node:path';
import * as vscode from 'vscode';
import type { CommandId } from './vscode/commandIds.ts';
import { Connections } from './vscode/connections.ts';
import { countPromptTokens } from './vscode/countTokens.ts';
import { FirstTextTimes } from './vscode/firstTextTimes.ts';
import { clearApiKey, setApiKey } from './vscode/keyCommands.ts';
import { Keys } from './vscode/keys.ts';
import { LastRunStore } from './vscode/lastRunStore.ts';
import { Models } from './vscode/models.ts';
import { OutputController } from './vscode/output/outputController.ts';
import { OutputPanel, outputViewType } from './vscode/output/outputPanel.ts';
import { onPanelMessage, type PanelActionParts, renewChips } from './vscode/panelActions.ts';
import { RequestPreview } from './vscode/preview.ts';
import type { Prompt } from './vscode/prompt.ts';
import { PromptEstimates } from './vscode/promptEstimates.ts';
import { PromptLens } from './vscode/promptLens.ts';
import { PromptParameters } from './vscode/promptParameters.ts';
import { promptOfDocument, promptOfEditor } from './vscode/promptSource.ts';
import { PromptTracker } from './vscode/promptTracker.ts';
import { RefusedParameters } from './vscode/refusedParameters.ts';
import { RequestPreparation } from './vscode/requestPreparation.ts';
import { RunFlow } from './vscode/runFlow.ts';
import { restoreRun, settleRun } from './vscode/runMemory.ts';
import { Runner } from './vscode/runner.ts';
import { selectModel } from './vscode/selectModel.ts';
import { StatusBar } from './vscode/statusBar.ts';
import { TokenEstimates } from './vscode/tokenEstimates.ts';
import { guarded } from './vscode/userError.ts';

/** Builds everything and ties it together; sends nothing. */
export function activate(context: vscode.ExtensionContext): void {
  const own = <T extends vscode.Disposable>(part: T): T => {
    context.subscriptions.push(part);
    return part;
  };
  const { globalState, workspaceState, extensionUri, globalStorageUri, storageUri } = context;
  const log = own(vscode.window.createOutputChannel('Prompt Tuner', { log: true }));
  const onDisk = globalStorageUri.scheme === 'file';

  const keys = new Keys(context.secrets, globalState, process.env);
  const connections = new Connections(keys, globalState);
  const models = new Models(globalState);
  const promptParameters = new PromptParameters(workspaceState);
  const refused = new RefusedParameters(globalState);
  const times = new FirstTextTimes(workspaceState);
  const lastRuns = new LastRunStore(storageUri ?? null);
  const preparation = new RequestPreparation(models, promptParameters, refused);
  const estimates = own(new TokenEstimates(globalState));
  const runner = own(new Runner(onDisk ? join(globalStorageUri.fsPath, 'running') : null, log));
  const panel = own(new OutputPanel(extensionUri));
  const output = own(new OutputController(panel, runner));
  const parts = {
    connections,
    keys,
    models,
    preparation,
    promptParameters,
    estimates,
    times,
    runner,
    panel,
    output,
  };
  const flow = own(new RunFlow(parts));
  own(new PromptTracker(flow, output));
  const modelOf = (document: vscode.TextDocument) =>
    preparation.modelOf(document.uri.toString(), document.uri, connections.endpoint().origin);
  const promptEstimates = own(new PromptEstimates(estimates, modelOf, log));
  own(new PromptLens(promptEstimates));
  own(new StatusBar(output, promptEstimates, estimates));
  const preview = own(new RequestPreview(connections, preparation, estimates));

  const bugSentence = () => ({
    sentence: vscode.l10n.t('Something went wrong in Prompt Tuner. The log has the details.'),
    showLog: vscode.l10n.t('Show Log'),
  });
  const guard = <A extends unknown[]>(act: (...args: A) => unknown) => guarded(log, bugSentence, act);

  const pickModelFor = async (prompt: Prompt | null) => {
    if (!(await selectModel(prompt, parts))) return;
    if (output.model.situation.kind === 'needs-model') await flow.resume();
    else await renewChips(actionParts);
  };
  const actionParts: PanelActionParts = {
    ...parts,
    extensionUri,
    flow,
    refused,
    selectModel: () => pickModelFor(flow.lastPrompt),
  };
  const keyParts = { ...parts, resume: () => flow.resume() };

  const commands: Readonly<Record<CommandId, (...args: unknown[]) => unknown>> = {
    'promptTuner.run': async (target) => flow.run(await promptOf(target)),
    'promptTuner.runLast': () => flow.runLast(),
    'promptTuner.stop': () => flow.stop(),
    'promptTuner.showOutput': () => panel.focus(vscode.l10n.t('Prompt Output')),
    'promptTuner.selectModel': () => pickModelFor(null),
    'promptTuner.setApiKey': () => setApiKey(keyParts),
    'promptTuner.clearApiKey': () => clearApiKey(keyParts),
    'promptTuner.countTokens': async (target) =>
      countPromptTokens(await promptOf(target), connections, preparation, estimates),
    'promptTuner.preview': async (target) => preview.show(await promptOf(target)),
    'promptTuner.showLog': () => log.show(),
  };
  for (const [id, act] of Object.entries(commands)) {
    own(vscode.commands.registerCommand(id, guard(act)));
  }

  own(output.onMessage(guard((message) => onPanelMessage(message, actionParts))));
  own(runner.onEnd(guard((record) => settleRun(record, { ...parts, lastRuns }))));
  own(
    output.onDidChange(() => {
      void vscode.commands.executeCommand('setContext', 'promptTuner.running', runner.running);
    }),
  );
  own(
    vscode.window.registerWebviewPanelSerializer(outputViewType, {
      deserializeWebviewPanel: async (restored) => {
        panel.adopt(restored);
        await restoreRun(lastRuns, output);
      },
    }),
  );
}

/** The prompt that a gesture means: the document that a CodeLens or an editor title names, else the active editor's. */
async function promptOf(target: unknown): Promise<Prompt> {
  const editor = vscode.window.activeTextEditor;
  if (!(target instanceof vscode.Uri)) return promptOfEditor(editor);
  if (editor?.document.uri.toString() === target.toString()) return promptOfEditor(editor);
  return promptOfDocument(await vscode.workspace.openTextDocument(target));
}
