import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import * as vscode from 'vscode';
import type { RunRecord } from '../core/run/record.ts';
import { renewChips } from './chipActions.ts';
import type { RunCommandId } from './commandIds.ts';
import type { CompareSide } from './compare/compareSide.ts';
import { compareStatus } from './compare/compareStatus.ts';
import { Connections } from './connections.ts';
import { type CountParts, countBothVersions, countPromptTokens } from './countTokens.ts';
import { Disposable } from './disposable.ts';
import type { EffectiveParameters } from './effectiveParameters.ts';
import type { Hints } from './hints/hints.ts';
import { showHint } from './hints/showHint.ts';
import type { HistoryAccess } from './history/historyAccess.ts';
import { HistorySide } from './history/historySide.ts';
import type { CompareDoor } from './history/runActions.ts';
import { clearApiKey, setApiKey } from './keyCommands.ts';
import { Keys } from './keys.ts';
import { LastRunStore } from './lastRunStore.ts';
import { reach } from './milestones.ts';
import { Models } from './models.ts';
import { OutputController } from './output/outputController.ts';
import { OutputPanel } from './output/outputPanel.ts';
import { runStatus } from './output/runStatus.ts';
import { onPanelMessage, type PanelActionParts } from './panelActions.ts';
import { RequestPreview } from './preview.ts';
import type { Prompt } from './prompt.ts';
import type { PromptParameters } from './promptParameters.ts';
import { currentPrompt, promptOfDocument } from './promptSource.ts';
import { PromptTracker } from './promptTracker.ts';
import { RefusedParameters } from './refusedParameters.ts';
import { RequestPreparation } from './requestPreparation.ts';
import { RunFlow } from './runFlow.ts';
import { restoreRun, settleRun } from './runMemory.ts';
import { Runner } from './runner.ts';
import { openSamplePrompts } from './samplePrompts.ts';
import { selectModel } from './selectModel.ts';
import { showSample } from './showSample.ts';
import { enterValue } from './sources/enterValue.ts';
import { promptOf } from './sources/promptOf.ts';
import type { PartTarget } from './sources/promptParts.ts';
import type { PromptValues } from './sources/promptValues.ts';
import { ValueEditor } from './sources/valueEditor.ts';
import type { StatusBar } from './statusBar.ts';
import type { TokenEstimates } from './tokenEstimates.ts';
import { guarded } from './userError.ts';

/** What the run side takes over from the part that is there from activation on. */
export interface RunSideContext {
  readonly extension: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly history: HistoryAccess;
  readonly promptParameters: PromptParameters;
  readonly effective: EffectiveParameters;
  readonly promptValues: PromptValues;
  readonly estimates: TokenEstimates;
  readonly hints: Hints;
  readonly statusBar: StatusBar;
}

/** Everything that serves a gesture: built on the first one, so that activation does not pay for it. */
export class RunSide extends Disposable {
  /** What each command does. */
  readonly commands: Readonly<Record<RunCommandId, (target: unknown) => unknown>>;
  /** Asks for the value of a variable of a prompt, and keeps it. */
  readonly enterValue: (prompt: PartTarget, variable: string) => Promise<void>;
  readonly #panel: OutputPanel;
  readonly #output: OutputController;
  readonly #lastRuns: LastRunStore;
  readonly #history: HistoryAccess;
  readonly #historySide: HistorySide;
  readonly #flow: RunFlow;
  readonly #countParts: CountParts;
  readonly #hints: Hints;
  readonly #compareSide: () => Promise<CompareSide>;

  constructor(context: RunSideContext) {
    super();
    const { extension, log, history, promptParameters, promptValues, estimates, effective } = context;
    const { hints, statusBar } = context;
    const { globalState, extensionUri, globalStorageUri, storageUri } = extension;
    const overlapFolder =
      globalStorageUri.scheme === 'file' ? join(globalStorageUri.fsPath, 'running') : null;
    const keys = new Keys(extension.secrets, globalState, process.env);
    const connections = new Connections(keys, globalState);
    const models = new Models(globalState);
    const refused = new RefusedParameters(globalState);
    const lastRuns = new LastRunStore(storageUri?.scheme === 'file' ? storageUri.fsPath : null);
    const preparation = new RequestPreparation(models, promptParameters, promptValues, refused);
    const runner = this._register(new Runner(overlapFolder, log));
    const panel = this._register(new OutputPanel(extensionUri));
    const output = this._register(new OutputController(panel, runner));
    const valueEditor = this._register(new ValueEditor());
    const filling = { promptParameters, promptValues, valueEditor };
    const parts = {
      connections,
      keys,
      models,
      ...filling,
      effective,
      preparation,
      estimates,
      refused,
      history,
    };
    const flow = this._register(new RunFlow({ ...parts, runner, panel, output }));
    const preview = this._register(new RequestPreview(parts, log));
    this._register(new PromptTracker(flow, output));
    const shown = { ...parts, flow, runner, panel, output };
    let side: Promise<CompareSide> | null = null;
    let compared: CompareSide | null = null;
    const compareSide = () => {
      side ??= import('./compare/compareSide.ts').then(({ CompareSide }) => {
        compared = this._register(
          new CompareSide({
            ...shown,
            extension,
            log,
            promptOf: (target) => promptOf(target, flow.lastPrompt),
            openRun: (id) => historySide.openRun(id),
            renewChips: () => renewChips(actionParts),
          }),
        );
        this._register(compared.controller.onDidChange(renewStatus));
        return compared;
      });
      return side;
    };
    const renewStatus = () => {
      const status = compared === null ? null : compareStatus(compared.controller.model);
      statusBar.show(status ?? runStatus(output.model, performance.now()));
      void vscode.commands.executeCommand('setContext', 'promptTuner.running', runner.running);
    };
    const ofShownRun = (id: 'promptTuner.compare' | 'promptTuner.measure') => async () => {
      const { lastPrompt } = flow;
      const prompt = lastPrompt === null ? null : await currentPrompt(lastPrompt);
      await (await compareSide()).commands[id](prompt);
    };
    const compare: CompareDoor = {
      open: async (id) => (await compareSide()).open(id),
      compareTexts: async (prompt, a, b) => (await compareSide()).compareTexts(prompt, a, b),
    };
    const historySide = this._register(new HistorySide({ ...shown, extension, log, compare }));

    const pickModelFor = async (prompt: Prompt | null) => {
      if (!(await selectModel(prompt, { ...parts, output }))) return;
      effective.renew();
      if (output.model.situation.kind === 'needs-model') await flow.resume();
      else await renewChips(actionParts);
    };
    const actionParts: PanelActionParts = {
      ...shown,
      extensionUri,
      documents: historySide.documents,
      references: historySide.references,
      hints,
      selectModel: () => pickModelFor(flow.lastPrompt),
      compare: { compare: ofShownRun('promptTuner.compare'), measure: ofShownRun('promptTuner.measure') },
    };
    const keyParts = { ...parts, output, resume: () => flow.resume() };
    this.commands = {
      'promptTuner.run': async (target) => flow.run(await promptOf(target)),
      'promptTuner.runLast': () => flow.runLast(),
      'promptTuner.stop': () => flow.stop(),
      'promptTuner.showOutput': () => panel.focus(vscode.l10n.t('Prompt Output')),
      'promptTuner.selectModel': () => pickModelFor(null),
      'promptTuner.setApiKey': () => setApiKey(keyParts),
      'promptTuner.clearApiKey': () => clearApiKey(keyParts),
      'promptTuner.countTokens': async (target) => countPromptTokens(await promptOf(target), parts),
      'promptTuner.preview': async (target) => preview.show(await promptOf(target)),
      'promptTuner.compare': async (target) => (await compareSide()).commands['promptTuner.compare'](target),
      'promptTuner.measure': async (target) => (await compareSide()).commands['promptTuner.measure'](target),
      'promptTuner.makeFaster': async () => (await compareSide()).commands['promptTuner.makeFaster'](null),
      'promptTuner.showComparison': async () =>
        (await compareSide()).commands['promptTuner.showComparison'](null),
      ...historySide.commands,
      'promptTuner.showLog': () => log.show(),
      'promptTuner.openSamplePrompts': () => openSamplePrompts(extension),
      'promptTuner.sampleRun': () => showSample(actionParts),
    };
    this.enterValue = async (prompt, variable) => {
      await enterValue(prompt, variable, filling);
      await renewChips(actionParts);
    };
    this._register(output.onMessage(guarded(log, (message) => onPanelMessage(message, actionParts))));
    this._register(runner.onEnd(guarded(log, (record) => settleRun(record, { ...parts, output, lastRuns }))));
    this._register(runner.onEnd(guarded(log, (record) => showHint(record, output, hints))));
    this._register(runner.onEnd(tickOff));
    this._register(output.onDidChange(renewStatus));
    // The run that ends may not be the one that is shown.
    this._register(runner.onEnd(renewStatus));
    this.#panel = panel;
    this.#output = output;
    this.#lastRuns = lastRuns;
    this.#flow = flow;
    this.#history = history;
    this.#historySide = historySide;
    this.#countParts = parts;
    this.#hints = hints;
    this.#compareSide = compareSide;
  }

  /** The prompt that was run last, as commands about a prompt name it; null before the first run. */
  get lastTarget(): vscode.Uri | PartTarget | null {
    const { lastPrompt } = this.#flow;
    if (lastPrompt === null) return null;
    const { uri, anchor } = lastPrompt;
    return anchor.kind === 'part' ? { uri, identity: anchor.identity } : uri;
  }

  /** Has the API count a document's prompt as it was and as it is, and tells both. */
  async countBoth(document: vscode.TextDocument, before: string, after: string): Promise<void> {
    const prompt = promptOfDocument(document);
    await countBothVersions({ ...prompt, text: before }, { ...prompt, text: after }, this.#countParts);
  }

  /** Takes over a panel that VS Code restored after a window reload, with the last run in it. */
  async restore(panel: vscode.WebviewPanel): Promise<void> {
    this.#panel.adopt(panel);
    await restoreRun({ lastRuns: this.#lastRuns, history: this.#history }, this.#output, this.#flow);
    const { record } = this.#output;
    if (record !== null) await showHint(record, this.#output, this.#hints);
  }

  /** Takes over a comparison panel that VS Code restored, with the last comparison in it. */
  async restoreComparison(panel: vscode.WebviewPanel): Promise<void> {
    await (await this.#compareSide()).restore(panel);
  }

  /** Takes over the view that VS Code made for the side panel. */
  adoptLatency(view: vscode.WebviewView): void {
    this.#historySide.adopt(view);
  }
}

/** A run that came to its end had a key, or needed none. */
function tickOff({ sample, state }: RunRecord): void {
  if (sample || state.stoppedAt === null) return;
  reach('promptTuner.keyAccepted');
  reach('promptTuner.promptRan');
}
