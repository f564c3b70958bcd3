import { performance } from 'node:perf_hooks';
import * as vscode from 'vscode';
import type { RunRecord } from '../../core/run/record.ts';
import type { AppendView, OutputToHost } from '../../webview/protocol.ts';
import { Disposable } from '../disposable.ts';
import type { Runner, RunStep } from '../runner.ts';
import { blockViews, joinAppends } from './appends.ts';
import type { OutputPanel } from './outputPanel.ts';
import { outputStrings, outputView } from './outputView.ts';
import type { OutputModel, Situation } from './situation.ts';

/** Text waits at most this long before it is posted, so that a fast stream costs a message or two a frame: ms. */
const textIntervalMs = 8;
/** Clocks and live numbers are renewed this often while a run goes on: ms. */
const viewIntervalMs = 200;
/** A run that ends when the panel was hidden for longer than this is told by a toast: ms. */
const longHiddenMs = 10_000;

/** Keeps the panel up to date: owns what it shows, posts the whole of it to a fresh page and then what changes. */
export class OutputController extends Disposable {
  readonly #panel: OutputPanel;
  readonly #changes = this._register(new vscode.EventEmitter<void>());
  readonly #runs = this._register(new vscode.EventEmitter<RunRecord>());
  #model: OutputModel = {
    situation: { kind: 'empty' },
    chips: null,
    edited: false,
    keepWaiting: false,
    notice: null,
    hint: null,
    canInsert: false,
    price: null,
    previous: null,
    referenceId: null,
    referenceDiff: null,
  };
  #appends: AppendView[] = [];
  #textTimer: NodeJS.Timeout | null = null;
  #viewTimer: NodeJS.Timeout | null = null;
  #hiddenSince: number | null = null;

  /** What is shown changed in kind: another situation, another phase. */
  readonly onDidChange = this.#changes.event;
  /** Another run is shown from now on. */
  readonly onDidShowRun = this.#runs.event;
  /** What the person does in the page. */
  readonly onMessage: vscode.Event<OutputToHost>;

  constructor(panel: OutputPanel, runner: Runner) {
    super();
    this.#panel = panel;
    this.onMessage = panel.onMessage;
    this._register(panel.onStale(() => this.#show()));
    this._register(runner.onStep((step) => this.#take(step)));
    this._register(runner.onEnd((record) => this.#end(record)));
    this._register({ dispose: () => this.#stopTimers() });
  }

  /** What the panel shows now. */
  get model(): OutputModel {
    return this.#model;
  }

  /** The run that is shown, or null. */
  get record(): RunRecord | null {
    return this.#model.situation.kind === 'run' ? this.#model.situation.record : null;
  }

  /** Shows another situation from its beginning. */
  show(situation: Situation, change: Partial<OutputModel> = {}): void {
    this.#stopTimers();
    this.#appends = [];
    this.#model = {
      ...this.#model,
      edited: false,
      keepWaiting: false,
      previous: null,
      referenceId: null,
      referenceDiff: null,
      hint: null,
      ...change,
      situation,
    };
    if (this.record?.state.endState === null) {
      this.#viewTimer = setInterval(() => this.#flush(true), viewIntervalMs);
      this.#hiddenSince = this.#panel.visible ? null : performance.now();
    }
    this.#show();
    this.#changes.fire();
    if (this.record !== null) this.#runs.fire(this.record);
  }

  /** Changes part of what is shown. */
  update(change: Partial<Omit<OutputModel, 'situation'>>): void {
    this.#model = { ...this.#model, ...change };
    this.#flush(true);
  }

  /** Takes one step of a run into what is shown. */
  #take({ record, event, append }: RunStep): void {
    if (this.record?.id !== record.id) return;
    const keepWaiting = event.kind === 'silence' ? false : this.#model.keepWaiting;
    this.#model = { ...this.#model, keepWaiting, situation: { kind: 'run', record } };
    if (append !== null) this.#appends.push(append);
    if (this.#panel.visible) this.#hiddenSince = null;
    else this.#hiddenSince ??= performance.now();
    if (event.kind === 'delta' || event.kind === 'alive') {
      this.#textTimer ??= setTimeout(() => this.#flush(false), textIntervalMs);
    } else {
      this.#flush(true);
    }
    if (event.kind === 'attempt-failed' || event.kind === 'silence') this.#changes.fire();
  }

  #end(record: RunRecord): void {
    if (this.record?.id !== record.id) return;
    this.#stopTimers();
    this.#model = { ...this.#model, situation: { kind: 'run', record } };
    // Secrets that came in several pieces are hidden only now.
    if (record.prompt.secrets === undefined) this.#flush(true);
    else this.#show();
    this.#changes.fire();
    const hidden = this.#hiddenSince !== null && performance.now() - this.#hiddenSince > longHiddenMs;
    if (hidden && !this.#panel.visible) void this.#toast(record);
  }

  async #toast(record: RunRecord): Promise<void> {
    const { t } = vscode.l10n;
    const { text } = outputView(this.#model, performance.now()).state;
    const show = t('Show');
    const chosen = await vscode.window.showInformationMessage(t('{0}: {1}', record.prompt.title, text), show);
    if (chosen === show) this.#panel.reveal(t('Prompt Output'));
  }

  #show(): void {
    this.#appends = [];
    const { record } = this;
    void this.#panel.post({
      type: 'show',
      view: outputView(this.#model, performance.now()),
      blocks: record === null ? [] : blockViews(record.state),
      strings: outputStrings(),
    });
  }

  #flush(withView: boolean): void {
    if (this.#textTimer !== null) clearTimeout(this.#textTimer);
    this.#textTimer = null;
    const append = joinAppends(this.#appends);
    this.#appends = [];
    if (!withView && append.length === 0) return;
    const view = withView ? outputView(this.#model, performance.now()) : null;
    void this.#panel.post({ type: 'progress', view, append });
  }

  #stopTimers(): void {
    if (this.#textTimer !== null) clearTimeout(this.#textTimer);
    if (this.#viewTimer !== null) clearInterval(this.#viewTimer);
    this.#textTimer = null;
    this.#viewTimer = null;
  }
}
