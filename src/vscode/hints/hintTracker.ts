import { setImmediate as nextTurn } from 'node:timers/promises';
import * as vscode from 'vscode';
import { Linter } from '../../core/hints/linter.ts';
import { weightsOf } from '../../core/hints/weights.ts';
import { roleOf, type Span } from '../../core/prompt/promptDocument.ts';
import { Disposable } from '../disposable.ts';
import { later } from '../later.ts';
import { loadTokenizer } from '../lazy.ts';
import { isSidecar } from '../sources/sidecars.ts';
import { documentsInView, isHinted, longestHinted, onDidChangeView } from './hintedDocuments.ts';
import type { HintLog } from './hintLog.ts';
import type { HintState } from './hintState.ts';
import type { LintBases } from './lintBasis.ts';
import { lintPart } from './lintPart.ts';

/** Typing is left alone for this long before the text is looked at: ms. */
const settleMs = 350;

/** A state, and what it was found by besides the text. */
interface Kept {
  readonly state: HintState;
  readonly basis: string;
}

/** Knows what the rules find in the documents in view, and in those that were asked about; looks off the path of typing. */
export class HintTracker extends Disposable {
  readonly #bases: LintBases;
  readonly #log: vscode.LogOutputChannel;
  readonly #told: HintLog;
  readonly #changes = this._register(new vscode.EventEmitter<vscode.TextDocument>());
  readonly #kept = new Map<string, Kept>();
  readonly #linters = new WeakMap<vscode.TextDocument, Linter>();
  readonly #looking = this._register(later(() => this.#lookAtView()));
  #abort = new AbortController();

  /** What is known of this document changed. */
  readonly onDidChange = this.#changes.event;

  constructor(bases: LintBases, log: vscode.LogOutputChannel, told: HintLog) {
    super();
    this.#bases = bases;
    this.#log = log;
    this.#told = told;
    this._register(onDidChangeView(() => this.plan(0)));
    this._register(vscode.workspace.onDidChangeTextDocument((change) => this.#edited(change)));
    this._register(vscode.workspace.onDidCloseTextDocument((document) => this.clear(document)));
    this._register({ dispose: () => this.#abort.abort() });
    this.plan(0);
  }

  /** What was found last, perhaps in an older text; null where nothing was looked for. */
  last(document: vscode.TextDocument): HintState | null {
    return this.#kept.get(document.uri.toString())?.state ?? null;
  }

  /** What was found in the text as it stands; null where it was not looked at yet. */
  current(document: vscode.TextDocument): HintState | null {
    const state = this.last(document);
    return state?.version === document.version ? state : null;
  }

  /** Looks at the documents in view after this time, in ms, unless something newer comes between. */
  plan(delayMs: number): void {
    this.#looking.plan(delayMs);
  }

  /** Looks at a document now; what the person asked to have checked is not checked again. */
  async look(document: vscode.TextDocument): Promise<HintState> {
    for (;;) {
      const basis = await this.#basisKey(document);
      const known = this.current(document);
      if (known !== null && this.#kept.get(document.uri.toString())?.basis === basis) return known;
      if (document.isClosed) throw new Error('The document is closed.');
      await this.#look(document, new AbortController().signal);
    }
  }

  /** Looks at parts of any text, as asked; what is found stays until the text changes or is cleared. */
  async check(document: vscode.TextDocument, spans: readonly Span[]): Promise<HintState> {
    const { model, options } = await this.#bases.ofDocument(document);
    this.#told.unknown(options.rules);
    const { count } = await loadTokenizer();
    const text = document.getText();
    const results = spans.map((span) => lintPart(text, span, { ...options, count }));
    for (const { dropped } of results) this.#told.dropped(document, dropped);
    const { version } = document;
    const findings = results.flatMap((result) => result.findings);
    const state = { version, asked: true, text, model, findings, weights: null, tooLong: false };
    this.#keep(document, state, '');
    return state;
  }

  /** Forgets what was found in a document. */
  clear(document: vscode.TextDocument): void {
    if (this.#kept.delete(document.uri.toString())) this.#changes.fire(document);
  }

  #edited({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.length === 0) return;
    if (this.last(document)?.asked === true) this.clear(document);
    if (isHinted(document) || isSidecar(document.uri)) this.plan(settleMs);
  }

  async #lookAtView(): Promise<void> {
    this.#abort.abort();
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    try {
      for (const document of vscode.workspace.textDocuments) {
        if (this.last(document)?.asked === false && !isHinted(document)) this.clear(document);
      }
      for (const document of documentsInView().filter(isHinted)) {
        const kept = this.#kept.get(document.uri.toString());
        const basis = await this.#basisKey(document);
        if (signal.aborted) return;
        if (kept?.state.version === document.version && kept.basis === basis) continue;
        await this.#look(document, signal);
        if (signal.aborted) return;
      }
    } catch (error) {
      if (!signal.aborted) this.#log.error(error instanceof Error ? error : String(error));
    }
  }

  async #look(document: vscode.TextDocument, signal: AbortSignal): Promise<void> {
    const found = await this.#bases.ofDocument(document);
    if (signal.aborted || document.isClosed) return;
    const { model, options } = found;
    const basis = JSON.stringify(found);
    const text = document.getText();
    const { version } = document;
    this.#told.unknown(options.rules);
    const nothing = { version, asked: false, text, model, findings: [], weights: null };
    if (text.length > longestHinted) {
      this.#keep(document, { ...nothing, tooLong: true }, basis);
      return;
    }
    const { count, countAsync } = await loadTokenizer();
    // Counted in slices beforehand: of what the rules count then, most is remembered.
    await countAsync(text, { signal });
    await nextTurn();
    if (signal.aborted || document.version !== version || document.isClosed) return;
    const linter = this.#linters.get(document) ?? new Linter();
    this.#linters.set(document, linter);
    const { findings, dropped } = linter.lint(text, { ...options, count });
    this.#told.dropped(document, dropped);
    const weights = roleOf(options.kind) === 'system' ? weightsOf(text, options.kind, count) : null;
    this.#keep(document, { ...nothing, findings, weights, tooLong: false }, basis);
  }

  #keep(document: vscode.TextDocument, state: HintState, basis: string): void {
    this.#kept.set(document.uri.toString(), { state, basis });
    this.#changes.fire(document);
  }

  async #basisKey(document: vscode.TextDocument): Promise<string> {
    return JSON.stringify(await this.#bases.ofDocument(document));
  }
}
