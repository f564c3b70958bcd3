import type * as vscode from 'vscode';
import { leftOutReasons } from '../../core/history/comparable.ts';
import type { RunRecord } from '../../core/run/record.ts';
import type { HostToHistory } from '../../webview/historyProtocol.ts';
import type { Connections } from '../connections.ts';
import { Disposable } from '../disposable.ts';
import { loadHistory } from '../lazy.ts';
import type { Models } from '../models.ts';
import { currentPrompt } from '../promptSource.ts';
import type { RunFlow } from '../runFlow.ts';
import type { HistoryAccess } from './historyAccess.ts';
import { openingNotice } from './historyNotices.ts';
import type { KeptBaselines } from './keptBaselines.ts';
import { type LatencyData, loadLatency, pageRows, promptTitles } from './latencyData.ts';
import { type LatencyQuery, noFilters, type Scope } from './latencyQuery.ts';
import type { LatencyView } from './latencyView.ts';
import type { PromptScope } from './promptScope.ts';
import type { References } from './references.ts';
import { historyStrings } from './views/historyStrings.ts';
import { firstRows, historyView, type LatencyModel, listId, nothing } from './views/historyView.ts';
import { errorMessage, loadingMessage } from './views/messageViews.ts';
import { type ModelName, modelNames } from './views/modelName.ts';
import { runRowViews } from './views/runRowViews.ts';

/** Changes of a burst are read once, this long after the first: ms. */
const settleMs = 60;

/** What the side panel is made of. */
export interface LatencyParts {
  readonly history: HistoryAccess;
  readonly scope: PromptScope;
  readonly flow: RunFlow;
  readonly models: Models;
  readonly connections: Connections;
  readonly references: References;
  readonly baselines: KeptBaselines;
  readonly log: vscode.LogOutputChannel;
}

/** Keeps the side panel up to date while it can be seen: reads the history, makes the view, posts it. */
export class LatencyController extends Disposable {
  readonly #view: LatencyView;
  readonly #parts: LatencyParts;
  #query: LatencyQuery = {
    scope: { kind: 'none' },
    groupId: null,
    metric: 'ttlt',
    includeAll: false,
    simulated: false,
    filters: noFilters,
    promptLimit: 50,
  };
  /** A scope that the person picked; null to follow the editor. */
  #picked: Scope | null = null;
  #data: LatencyData | null = null;
  #noticeDismissed = false;
  #deleted: readonly string[] = [];
  #announcement: string | null = null;
  /** Whether the page that listens has everything, its strings too: then it is told what changed. */
  #hydrated = false;
  #timer: NodeJS.Timeout | null = null;
  #reading = 0;

  constructor(view: LatencyView, parts: LatencyParts) {
    super();
    this.#view = view;
    this.#parts = parts;
    this._register(view.onStale(() => void this.#hydrate()));
    this._register(parts.history.onDidChange(() => this.renew()));
    this._register(parts.scope.onDidChange(() => this.#rescope()));
    this._register({
      dispose: () => {
        if (this.#timer !== null) clearTimeout(this.#timer);
      },
    });
    this.#query = { ...this.#query, scope: parts.scope.scope };
  }

  /** What is asked for now. */
  get query(): LatencyQuery {
    return this.#query;
  }

  /** What a model is called. */
  get nameOf(): ModelName {
    const { models, connections } = this.#parts;
    return modelNames(models.known(connections.endpoint().origin));
  }

  /** What was read last; null before. */
  get data(): LatencyData | null {
    return this.#data;
  }

  /** Asks for something else. */
  ask(change: Partial<LatencyQuery>): void {
    this.#query = { ...this.#query, ...change };
    this.renew();
  }

  /** Stays with a prompt, or all of them; null follows the editor again. */
  pick(scope: Scope | null): void {
    this.#picked = scope;
    this.#rescope();
  }

  /** Whether a scope was picked. */
  get pinned(): boolean {
    return this.#picked !== null;
  }

  /** Takes the sentence away that stands above everything. */
  dismissNotice(): void {
    this.#noticeDismissed = true;
    this.renew();
  }

  /** Runs that were just deleted and can be brought back; empty for none. */
  get deleted(): readonly string[] {
    return this.#deleted;
  }

  /** These runs are gone and can be brought back. */
  async runsGone(ids: readonly string[]): Promise<void> {
    this.#deleted = ids;
    await this.#view.post({ type: 'gone', runs: ids });
    this.renew();
  }

  /** There is nothing to bring back any more. */
  forgetDeleted(): void {
    this.#deleted = [];
    this.renew();
  }

  /** Says a sentence to screen readers. */
  announce(sentence: string): void {
    this.#announcement = sentence;
    this.renew();
  }

  /** Shows runs of the kind that the output panel shows, real or simulated, unless the person picked what to see. */
  followKind({ state }: RunRecord): void {
    if (this.#picked !== null || state.simulated === this.#query.simulated) return;
    this.ask({ simulated: state.simulated, groupId: null });
  }

  /** Reads and shows anew, soon; does nothing while nobody looks. */
  renew(): void {
    if (this.disposed || !this.#view.visible) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      void this.#show();
    }, settleMs);
  }

  /** Sends the rows of the list that follow a run, if the list is still the one that is meant. */
  async more(list: string, after: string): Promise<void> {
    const data = this.#data;
    if (data === null || list !== listId(this.#query, data)) return;
    const store = await this.#parts.history.open();
    const last = await store.run(after);
    // Another window deleted it: the page asks again behind the row before.
    if (last === null) return void (await this.#view.post({ type: 'gone', runs: [after] }));
    const { startedAt, id } = last.run;
    const { filter } = data.list;
    const rows = await store.runs(filter, { limit: pageRows, after: { startedAt, id } });
    const titles = await promptTitles(store, filter, rows);
    await this.#view.post({
      type: 'rows',
      rows: {
        list,
        after,
        rows: runRowViews(rows, this.#query.includeAll ? leftOutReasons : [], this.nameOf, titles),
        more: rows.length === pageRows,
      },
    });
  }

  /** Another scope begins without a group and filters, and with nothing to bring back. */
  #rescope(): void {
    const scope = this.#picked ?? this.#parts.scope.scope;
    this.#deleted = [];
    this.ask({ scope, groupId: null, filters: noFilters });
  }

  async #hydrate(): Promise<void> {
    this.#hydrated = false;
    // A page that is new must not say again what an earlier one said.
    this.#announcement = null;
    if (this.#data === null) {
      await this.#view.post({
        type: 'show',
        view: { ...nothing(this.#query), message: loadingMessage() },
        rows: null,
        strings: historyStrings(),
      });
    }
    await this.#show();
  }

  async #show(): Promise<void> {
    const reading = ++this.#reading;
    let message: HostToHistory;
    try {
      const model = await this.#read();
      if (reading !== this.#reading || this.disposed) return;
      this.#data = model.data;
      const content = { view: historyView(model), rows: firstRows(model) };
      message = this.#hydrated
        ? { type: 'update', ...content }
        : { type: 'show', ...content, strings: historyStrings() };
    } catch (error) {
      if (reading !== this.#reading || this.disposed) return;
      this.#parts.log.error(error instanceof Error ? error : String(error));
      const view = { ...nothing(this.#query), message: errorMessage() };
      message = { type: 'show', view, rows: null, strings: historyStrings() };
    }
    this.#hydrated = true;
    await this.#view.post(message);
  }

  async #read(): Promise<LatencyModel> {
    const { history, references, baselines, models, connections } = this.#parts;
    const query = this.#query;
    const store = await history.open();
    const data = await loadLatency(store, query, Date.now());
    const { origin } = connections.endpoint();
    return {
      query,
      data,
      marks: {
        current: await this.#currentHash(),
        reference: query.scope.kind === 'prompt' ? references.versionOf(query.scope.key) : null,
      },
      measured: data.group === null ? null : baselines.of(data.group.row.group),
      models: models.known(origin),
      stored: store.opening.kind !== 'memory',
      hasKey: await connections.hasKey(),
      notice: this.#noticeDismissed ? null : openingNotice(store.opening),
      deleted: this.#deleted.length === 0 ? null : this.#deleted.length,
      announcement: this.#announcement,
    };
  }

  /** Hash of the text that stands in the editor now, where it is the prompt that is shown. */
  async #currentHash(): Promise<string | null> {
    const { flow } = this.#parts;
    const { scope } = this.#query;
    const { lastPrompt } = flow;
    if (scope.kind !== 'prompt' || lastPrompt?.key !== scope.key) return null;
    const { textHash } = await loadHistory();
    const now = await currentPrompt(lastPrompt).catch(() => null);
    return now === null ? null : textHash(now.text);
  }
}
