import { performance } from 'node:perf_hooks';
import * as vscode from 'vscode';
import type { Comparison, ComparisonOutcome } from '../../core/compare/comparison.ts';
import { hasAllRuns } from '../../core/compare/judgeComparison.ts';
import { textOf } from '../../core/run/state.ts';
import { Disposable } from '../disposable.ts';
import type { HistoryAccess } from '../history/historyAccess.ts';
import { UserError } from '../userError.ts';
import type { CompareModel, ComparePhase } from './compareModel.ts';
import { noComparison } from './compareModel.ts';
import type { ComparePanel } from './comparePanel.ts';
import { compareStrings, compareView } from './views/compareView.ts';

/** Clocks are renewed this often while runs are made: ms. */
const clockMs = 500;
const shownName = 'shownComparison';

/** A comparison of the history, with the answers that are kept. */
type StoredComparison = Pick<CompareModel, 'answers'> & { readonly comparison: Comparison };

/** Owns what the comparison panel shows, and posts the whole of it whenever it changes. */
export class CompareController extends Disposable {
  readonly #panel: ComparePanel;
  readonly #history: HistoryAccess;
  readonly #state: vscode.Memento;
  readonly #changes = this._register(new vscode.EventEmitter<void>());
  #model: CompareModel = noComparison;
  #clock: NodeJS.Timeout | null = null;

  /** What is shown changed. */
  readonly onDidChange = this.#changes.event;

  constructor(panel: ComparePanel, history: HistoryAccess, workspaceState: vscode.Memento) {
    super();
    this.#panel = panel;
    this.#history = history;
    this.#state = workspaceState;
    // A page that is new must not say again what an earlier one said.
    this._register(panel.onStale(() => this.update({ announcement: null })));
    this._register({ dispose: () => this.#stopClock() });
  }

  /** What is shown now. */
  get model(): CompareModel {
    return this.#model;
  }

  /**
   * Shows a comparison from its beginning.
   * @throws UserError while the runs of the shown one are made: nothing else is shown until they are
   */
  show(comparison: Comparison, phase: ComparePhase, change: Partial<CompareModel> = {}): void {
    if (phase !== 'running') this.#refuseWhileRunning();
    const { rateLimit } = this.#model;
    this.#model = { ...noComparison, rateLimit, comparison, phase, ...change };
    this.#reveal();
    void this.#state.update(shownName, phase === 'planned' ? undefined : comparison.id);
    this.#changed();
  }

  /** Changes part of what is shown. */
  update(change: Partial<CompareModel>): void {
    this.#model = { ...this.#model, ...change };
    this.#changed();
  }

  /** Takes in how far the shown comparison has come. */
  progress(id: string, change: Partial<ComparisonOutcome>): void {
    const { comparison } = this.#model;
    if (comparison?.id !== id) return;
    this.update({ comparison: { ...comparison, outcome: { ...comparison.outcome, ...change } } });
  }

  /**
   * Shows a comparison of the history, with the answers that are kept; resolves to whether it is there.
   * @throws UserError while the runs of another one are made
   */
  async open(id: string): Promise<boolean> {
    if (this.#model.phase === 'running' && this.#model.comparison?.id === id) {
      this.#reveal();
      return true;
    }
    this.#refuseWhileRunning();
    const stored = await this.#stored(id);
    if (stored !== null) this.#showStored(stored);
    return stored !== null;
  }

  /** Shows the comparison that was shown before the window was reloaded, where nothing newer is shown. */
  async restore(): Promise<void> {
    const id = this.#state.get<string>(shownName);
    if (id === undefined || this.#model.comparison !== null) return;
    const stored = await this.#stored(id);
    if (stored !== null && this.#model.comparison === null) this.#showStored(stored);
  }

  /** Reads the answers of the shown comparison, as far as they are kept. */
  async readAnswers(): Promise<void> {
    const { comparison } = this.#model;
    if (comparison === null) return;
    const answers = await this.#answersOf(comparison);
    if (this.#model.comparison?.id === comparison.id) this.update({ answers });
  }

  async #stored(id: string): Promise<StoredComparison | null> {
    const store = await this.#history.open();
    const comparison = await store.comparison(id);
    return comparison === null ? null : { comparison, answers: await this.#answersOf(comparison) };
  }

  #showStored({ comparison, answers }: StoredComparison): void {
    this.show(comparison, phaseOf(comparison), { answers });
  }

  #reveal(): void {
    this.#panel.reveal(vscode.l10n.t('Comparison'));
  }

  #refuseWhileRunning(): void {
    if (this.#model.phase !== 'running') return;
    throw new UserError(vscode.l10n.t('A comparison is under way: others can be shown when it has ended.'));
  }

  async #answersOf(comparison: Comparison): Promise<ReadonlyMap<string, string>> {
    const store = await this.#history.open();
    const answers = new Map<string, string>();
    for (const { id } of comparison.outcome.runs) {
      const stored = await store.run(id);
      if (stored?.hasTexts) answers.set(id, textOf(stored.record.state));
    }
    return answers;
  }

  #changed(): void {
    if (this.#model.phase !== 'running') this.#stopClock();
    else this.#clock ??= setInterval(() => this.#post(), clockMs);
    this.#post();
    this.#changes.fire();
  }

  #post(): void {
    // A page that comes into view asks for all of it.
    if (!this.#panel.visible) return;
    const view = compareView(this.#model, performance.now());
    void this.#panel.post({ type: 'show', view, strings: compareStrings() });
  }

  #stopClock(): void {
    if (this.#clock !== null) clearInterval(this.#clock);
    this.#clock = null;
  }
}

// One that says to be running was left by a window that went away.
function phaseOf(comparison: Comparison): ComparePhase {
  return hasAllRuns(comparison) ? 'complete' : 'stopped';
}
