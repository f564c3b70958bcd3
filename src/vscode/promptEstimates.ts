import * as vscode from 'vscode';
import { bodySpan, isPromptDocument } from '../core/prompt/promptDocument.ts';
import { Disposable } from './disposable.ts';
import { isWatchedScheme } from './documentSchemes.ts';
import type { EffectiveParameters } from './effectiveParameters.ts';
import { later } from './later.ts';
import { keyOfSelection, kindOfDocument } from './promptSource.ts';
import { wholeFoundIn } from './sources/foundIn.ts';
import { isSidecar } from './sources/sidecars.ts';
import type { TokenEstimates } from './tokenEstimates.ts';

/** Typing is left alone for this long before tokens are counted: ms. */
const settleMs = 350;

/** Estimated tokens of a document and of what is selected in it. */
export interface ShownEstimate {
  readonly document: number;
  /** Null where nothing is selected. */
  readonly selection: number | null;
}

/** Keeps the estimate of the documents in view, counted off the path of typing, in slices, newest first. */
export class PromptEstimates extends Disposable {
  readonly #estimates: TokenEstimates;
  readonly #effective: EffectiveParameters;
  readonly #log: vscode.LogOutputChannel;
  readonly #changes = this._register(new vscode.EventEmitter<void>());
  readonly #shown = new Map<string, ShownEstimate>();
  readonly #counting = this._register(later(() => this.#count()));
  #abort = new AbortController();

  /** An estimate is new. */
  readonly onDidChange = this.#changes.event;

  constructor(estimates: TokenEstimates, effective: EffectiveParameters, log: vscode.LogOutputChannel) {
    super();
    this.#estimates = estimates;
    this.#effective = effective;
    this.#log = log;
    this._register(estimates.onDidLearn(() => this.#counting.plan(0)));
    this._register(effective.onDidChange(() => this.#counting.plan(0)));
    this._register(vscode.window.onDidChangeVisibleTextEditors(() => this.#counting.plan(0)));
    this._register(vscode.window.onDidChangeTextEditorSelection(() => this.#counting.plan(settleMs)));
    this._register(
      vscode.window.onDidChangeActiveTextEditor((active) => {
        const others = vscode.window.visibleTextEditors.filter((editor) => editor !== active);
        if (others.some(({ document }) => document === active?.document)) this.#counting.plan(0);
      }),
    );
    this._register(
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (isCounted(document) || isSidecar(document.uri)) this.#counting.plan(settleMs);
      }),
    );
    this._register(vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#shown.delete(uri.toString())));
    this._register({ dispose: () => this.#abort.abort() });
    this.#counting.plan(0);
  }

  /** The estimate of a document in view as last counted; null before, and for documents that are no prompts. */
  shown(document: vscode.TextDocument): ShownEstimate | null {
    return this.#shown.get(document.uri.toString()) ?? null;
  }

  async #count(): Promise<void> {
    this.#abort.abort();
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    try {
      for (const editor of editorsInView()) {
        if (!isCounted(editor.document) && editor.selections.every((selection) => selection.isEmpty)) {
          if (this.#shown.delete(editor.document.uri.toString())) this.#changes.fire();
          continue;
        }
        if (await this.#countEditor(editor, signal)) this.#changes.fire();
        if (signal.aborted) return;
      }
    } catch (error) {
      if (!signal.aborted) this.#log.error(error instanceof Error ? error : String(error));
    }
  }

  async #countEditor(editor: vscode.TextEditor, signal: AbortSignal): Promise<boolean> {
    const { document, selections } = editor;
    if (!isWatchedScheme(document.uri.scheme)) return false;
    const kind = kindOfDocument(document);
    const { uri } = document;
    const key = uri.toString();
    const found = isPromptDocument(kind) ? await wholeFoundIn(document) : null;
    if (signal.aborted) return false;
    const model = this.#effective.of({ key, uri }, found).parameters.model.value;
    const modelOfSelection = this.#effective.of({ key: keyOfSelection(uri), uri }, null).parameters.model
      .value;
    const text = document.getText();
    const { start, end } = bodySpan(text, kind);
    const selected = selections.filter((selection) => !selection.isEmpty);
    const estimate: ShownEstimate = {
      document: isPromptDocument(kind)
        ? await this.#estimates.ofPrompt(text.slice(start, end), model, signal)
        : 0,
      selection:
        selected.length === 0
          ? null
          : await this.#estimates.ofText(
              selected.map((s) => document.getText(s)).join('\n\n'),
              modelOfSelection,
              signal,
            ),
    };
    if (signal.aborted) return false;
    const before = this.#shown.get(key);
    this.#shown.set(key, estimate);
    return before?.document !== estimate.document || before.selection !== estimate.selection;
  }
}

/** One editor of each document in view, the active one where it shows it: its selection is what counts. */
function editorsInView(): readonly vscode.TextEditor[] {
  const { activeTextEditor: active, visibleTextEditors: visible } = vscode.window;
  const ordered = active === undefined ? visible : [...visible, active];
  return [...new Map(ordered.map((editor) => [editor.document, editor])).values()];
}

function isCounted(document: vscode.TextDocument): boolean {
  return isWatchedScheme(document.uri.scheme) && isPromptDocument(kindOfDocument(document));
}
