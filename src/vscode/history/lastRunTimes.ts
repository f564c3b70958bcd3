import * as vscode from 'vscode';
import type { HistoryRun } from '../../core/history/historyRun.ts';
import { runFilter } from '../../core/history/query.ts';
import { isPromptDocument } from '../../core/prompt/promptDocument.ts';
import { Disposable } from '../disposable.ts';
import { formatSeconds } from '../numbers.ts';
import { kindOfDocument } from '../promptSource.ts';
import type { HistoryAccess } from './historyAccess.ts';
import { endName } from './views/endName.ts';
import { whenText } from './views/when.ts';

/** An editor has to stay this long before the history is asked: ms. */
const settleMs = 300;

/** The last run of a document's prompt, for the status bar. */
export interface LastRunTime {
  readonly ttftMs: number | null;
  /** When and how it ended, and its numbers. */
  readonly lines: readonly string[];
}

/** Knows the last run of the prompt in the active editor; reads nothing where nothing was ever kept. */
export class LastRunTimes extends Disposable {
  readonly #history: HistoryAccess;
  readonly #log: vscode.LogOutputChannel;
  readonly #changes = this._register(new vscode.EventEmitter<void>());
  #timer: NodeJS.Timeout | null = null;
  #known: { readonly uri: string; readonly time: LastRunTime | null } | null = null;

  /** The last run of the active prompt is another one. */
  readonly onDidChange = this.#changes.event;

  constructor(history: HistoryAccess, log: vscode.LogOutputChannel) {
    super();
    this.#history = history;
    this.#log = log;
    this._register(vscode.window.onDidChangeActiveTextEditor(() => this.#plan()));
    this._register(history.onDidChange(() => this.#plan()));
    this._register({
      dispose: () => {
        if (this.#timer !== null) clearTimeout(this.#timer);
      },
    });
    this.#plan();
  }

  /** The last run of a document's prompt as far as it is known. */
  of(document: vscode.TextDocument): LastRunTime | null {
    return this.#known?.uri === document.uri.toString() ? this.#known.time : null;
  }

  #plan(): void {
    if (this.disposed) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#read().catch((error: unknown) => {
        if (!this.disposed) this.#log.error(error instanceof Error ? error : String(error));
      });
    }, settleMs);
  }

  async #read(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || !isPromptDocument(kindOfDocument(document)) || !this.#history.exists)
      return;
    const uri = document.uri.toString();
    const store = await this.#history.open();
    const promptId = await store.promptId(uri);
    const [run] =
      promptId === null
        ? []
        : await store.runs(runFilter({ promptId, simulated: false }), { limit: 1, after: null });
    if (this.disposed) return;
    const active = vscode.window.activeTextEditor?.document ?? document;
    // Another one came into the editor meanwhile, and is read by itself.
    if (active !== document) return;
    this.#known = { uri, time: run === undefined ? null : timeOf(run) };
    this.#changes.fire();
  }
}

function timeOf({ metrics, thought, endState, startedAt }: HistoryRun): LastRunTime {
  const { t } = vscode.l10n;
  const numbers = [
    t('TTFT {0}', formatSeconds(metrics.ttftMs)),
    thought ? t('First text {0}', formatSeconds(metrics.firstTextMs)) : null,
    t('TTLT {0}', formatSeconds(metrics.ttltMs)),
  ].filter((number) => number !== null);
  return {
    ttftMs: metrics.ttftMs,
    lines: [t('Last run: {0}, {1}', endName(endState), whenText(startedAt)), numbers.join(' · ')],
  };
}
