import * as vscode from 'vscode';
import { Disposable } from './disposable.ts';
import { later } from './later.ts';

/** VS Code asks within this time after it was told, unless it was kept from it: ms. */
const askedWithinMs = 1_000;

/**
 * Tells VS Code that the lines over prompts are others, and once more where it did not ask for them. It asks a little
 * later, and not at all where its editor loses the focus meanwhile: the line would stay away, or be one that can't be pressed.
 */
export class LineChanges extends Disposable {
  readonly #documentsInView: () => readonly vscode.TextDocument[];
  readonly #changes = this._register(new vscode.EventEmitter<void>());
  #unasked = new Set<vscode.TextDocument>();
  readonly #again = this._register(
    later(() => {
      if (this.#unasked.size > 0) this.#changes.fire();
    }),
  );

  /** The lines over some document are others. */
  readonly event = this.#changes.event;

  /** Of which documents VS Code should ask, `documentsInView` says. */
  constructor(documentsInView: () => readonly vscode.TextDocument[]) {
    super();
    this.#documentsInView = documentsInView;
  }

  /** Says that lines are others. */
  tell(): void {
    if (this.disposed) return;
    this.#unasked = new Set(this.#documentsInView());
    this.#changes.fire();
    this.#again.plan(askedWithinMs);
  }

  /** Takes note that VS Code asked for the lines over a document. */
  asked(document: vscode.TextDocument): void {
    this.#unasked.delete(document);
  }
}
