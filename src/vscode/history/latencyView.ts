import * as vscode from 'vscode';
import { parseHistoryMessage } from '../../webview/historyGuards.ts';
import type { HistoryToHost, HostToHistory } from '../../webview/historyProtocol.ts';
import { Disposable } from '../disposable.ts';
import { pageHtml, pageOptions } from '../pageHtml.ts';

/** The side panel's view: owns no state of its own, allowed to die at any moment. */
export class LatencyView extends Disposable {
  readonly #extensionUri: vscode.Uri;
  readonly #messages = this._register(new vscode.EventEmitter<HistoryToHost>());
  readonly #stale = this._register(new vscode.EventEmitter<void>());
  #view: vscode.WebviewView | null = null;
  #owned: vscode.Disposable[] = [];
  #ready = false;

  /** Well-formed messages of the page, but `ready`. */
  readonly onMessage = this.#messages.event;
  /** The page can show but does not have the state: it loaded, at first or because it came back into view. */
  readonly onStale = this.#stale.event;

  constructor(extensionUri: vscode.Uri) {
    super();
    this.#extensionUri = extensionUri;
    this._register({ dispose: () => this.#forget() });
  }

  /** The page can be seen and listens. */
  get visible(): boolean {
    return this.#ready && this.#view?.visible === true;
  }

  /** Takes over the view that VS Code made. */
  adopt(view: vscode.WebviewView): void {
    this.#forget();
    this.#view = view;
    view.webview.options = pageOptions(this.#extensionUri);
    this.#owned = [
      view.webview.onDidReceiveMessage((message) => this.#receive(message)),
      view.onDidChangeVisibility(() => {
        // A hidden page is gone; it says `ready` when it is back.
        if (!view.visible) this.#ready = false;
      }),
      view.onDidDispose(() => this.#forget()),
    ];
    // VS Code gives the view no title of its own until it was asked to change it.
    const title = view.title ?? vscode.l10n.t('Prompt Tuner: latency of your runs');
    view.webview.html = pageHtml(view.webview, this.#extensionUri, 'history', title);
  }

  /** Sends to the page, if there is one that listens; resolves to whether it arrived. */
  async post(message: HostToHistory): Promise<boolean> {
    if (this.#view === null || !this.#ready) return false;
    return this.#view.webview.postMessage(message);
  }

  #receive(message: unknown): void {
    const parsed = parseHistoryMessage(message);
    if (parsed === null) return;
    if (parsed.type === 'ready') {
      this.#ready = true;
      this.#stale.fire();
    } else {
      this.#messages.fire(parsed);
    }
  }

  #forget(): void {
    for (const owned of this.#owned.splice(0)) owned.dispose();
    this.#view = null;
    this.#ready = false;
  }
}
