import * as vscode from 'vscode';
import { isPromptDocument, promptTitle, showsCodeLens } from '../../core/prompt/promptDocument.ts';
import { Disposable } from '../disposable.ts';
import { isWatchedScheme } from '../documentSchemes.ts';
import { kindOfDocument } from '../promptSource.ts';
import type { RunFlow } from '../runFlow.ts';
import type { Scope } from './latencyQuery.ts';

/** Which prompt the side panel is about while the person picked none: the last one run, or the one in the editor. */
export class PromptScope extends Disposable {
  readonly #flow: RunFlow;
  readonly #changes = this._register(new vscode.EventEmitter<void>());
  #scope: Scope = { kind: 'none' };

  /** Another prompt is followed. */
  readonly onDidChange = this.#changes.event;

  constructor(flow: RunFlow) {
    super();
    this.#flow = flow;
    this._register(flow.onDidChangePrompt(() => this.#follow(scopeOf(flow))));
    this._register(vscode.window.onDidChangeActiveTextEditor((editor) => this.#followEditor(editor)));
    this.#scope = scopeOf(flow);
    this.#followEditor(vscode.window.activeTextEditor);
  }

  /** The prompt that is followed. */
  get scope(): Scope {
    return this.#scope;
  }

  #followEditor(editor: vscode.TextEditor | undefined): void {
    if (editor === undefined) return;
    const { document } = editor;
    const last = this.#flow.lastPrompt;
    // A prompt inside of a document is known only once it ran.
    if (last !== null && last.uri.toString() === document.uri.toString()) {
      this.#follow(scopeOf(this.#flow));
      return;
    }
    const kind = kindOfDocument(document);
    if (!isWatchedScheme(document.uri.scheme) || !isPromptDocument(kind) || !showsCodeLens(kind)) return;
    this.#follow({
      kind: 'prompt',
      key: document.uri.toString(),
      title: promptTitle(document.uri.path, kind),
    });
  }

  #follow(scope: Scope): void {
    const key = (of: Scope) => (of.kind === 'prompt' ? of.key : of.kind);
    if (key(scope) === key(this.#scope)) return;
    this.#scope = scope;
    this.#changes.fire();
  }
}

function scopeOf({ lastPrompt }: RunFlow): Scope {
  return lastPrompt === null
    ? { kind: 'none' }
    : { kind: 'prompt', key: lastPrompt.key, title: lastPrompt.title };
}
