import type * as vscode from 'vscode';
import type { RunRecord } from '../../core/run/record.ts';
import { textOf } from '../../core/run/state.ts';
import { Disposable } from '../disposable.ts';
import { guarded } from '../userError.ts';
import { type HistoryCommandId, historyCommands } from './historyCommands.ts';
import { HistoryDocuments } from './historyDocuments.ts';
import { firstRunNotice } from './historyNotices.ts';
import { KeptBaselines } from './keptBaselines.ts';
import { type LatencyActionParts, onLatencyMessage } from './latencyActions.ts';
import { LatencyController } from './latencyController.ts';
import { LatencyView } from './latencyView.ts';
import { previousOf } from './previousOf.ts';
import { PromptScope } from './promptScope.ts';
import { referenceDiff } from './referenceDiff.ts';
import { References } from './references.ts';
import { openRunById } from './runActions.ts';

/** What the history takes over from the run side. */
export interface HistorySideContext
  extends Omit<LatencyActionParts, 'documents' | 'latency' | 'references' | 'baselines' | 'extensionUri'> {
  readonly extension: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
}

/** The side panel, and what the output panel tells from the history. */
export class HistorySide extends Disposable {
  readonly documents = this._register(new HistoryDocuments());
  readonly references: References;
  /** What each command of the history does. */
  readonly commands: Readonly<Record<HistoryCommandId, () => Promise<unknown>>>;
  readonly #context: HistorySideContext;
  readonly #view: LatencyView;
  readonly #latency: LatencyController;
  readonly #parts: LatencyActionParts;

  constructor(context: HistorySideContext) {
    super();
    this.#context = context;
    const { extension, log, flow, runner, output } = context;
    this.references = new References(extension.workspaceState);
    const baselines = new KeptBaselines(extension.globalState);
    const scope = this._register(new PromptScope(flow));
    const shared = { ...context, references: this.references, baselines };
    this.#view = this._register(new LatencyView(extension.extensionUri));
    this.#latency = this._register(new LatencyController(this.#view, { ...shared, scope }));
    const parts: LatencyActionParts = {
      ...shared,
      extensionUri: extension.extensionUri,
      documents: this.documents,
      latency: this.#latency,
    };
    this.#parts = parts;
    this.commands = historyCommands(parts);
    this._register(this.#view.onMessage(guarded(log, (message) => onLatencyMessage(message, parts))));
    this._register(
      runner.onStep(({ record, event }) => {
        if (event.kind === 'headers') this.#tellPrevious(record);
      }),
    );
    this._register(runner.onEnd((record) => this.#ended(record)));
    this._register(output.onDidShowRun((record) => this.#shown(record)));
  }

  /** Takes over the view that VS Code made for the side panel. */
  adopt(view: vscode.WebviewView): void {
    this.#view.adopt(view);
  }

  /** Shows a run of the history in the output panel. */
  openRun(id: string): Promise<void> {
    return openRunById(id, this.#parts);
  }

  #shown(record: RunRecord): void {
    if (record.sample) return;
    this.#context.output.update({ referenceId: this.references.of(record.prompt.key)?.runId ?? null });
    if (record.state.endState === null) return;
    this.#tellPrevious(record);
    this.#tellReference(record);
    this.#latency.followKind(record);
  }

  #tellPrevious(record: RunRecord): void {
    const { output, history, log } = this.#context;
    if (record.sample || output.record?.id !== record.id) return;
    previousOf(record, history).then(
      (previous) => {
        if (output.record?.id === record.id) output.update({ previous });
      },
      (error: unknown) => log.error(error instanceof Error ? error : String(error)),
    );
  }

  #tellReference(record: RunRecord): void {
    const { output, history, log } = this.#context;
    const reference = this.references.of(record.prompt.key);
    if (reference === null || reference.runId === record.id) return;
    const tell = async (): Promise<void> => {
      const stored = await (await history.open()).run(reference.runId);
      if (stored === null || output.record?.id !== record.id) return;
      output.update({ referenceDiff: referenceDiff(stored, textOf(record.state)) });
    };
    tell().catch((error: unknown) => log.error(error instanceof Error ? error : String(error)));
  }

  #ended(record: RunRecord): void {
    const { extension, output } = this.#context;
    if (record.sample) return;
    this.#tellReference(record);
    this.#latency.followKind(record);
    if (extension.globalState.get<boolean>('toldOfHistory', false)) return;
    void extension.globalState.update('toldOfHistory', true);
    const { notice } = output.model;
    output.update({ notice: notice === null ? firstRunNotice() : `${notice} ${firstRunNotice()}` });
  }
}
