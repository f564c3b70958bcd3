import * as vscode from 'vscode';
import { Disposable } from './disposable.ts';
import { type PageName, pageHtml, pageOptions } from './pageHtml.ts';

/** What a panel is, once for all: its page, and what that may say. */
interface PageKind<Tells> {
  /** Stored by VS Code, permanent. */
  readonly viewType: string;
  readonly page: PageName;
  /** The message if it is well-formed, else null. */
  readonly parse: (message: unknown) => Tells | { readonly type: 'ready' } | null;
}

/** A panel beside the editor: one a window, owning no state of its own, allowed to die at any moment. */
export abstract class PagePanel<Told, Tells extends { readonly type: string }> extends Disposable {
  readonly #extensionUri: vscode.Uri;
  readonly #kind: PageKind<Tells>;
  readonly #messages = this._register(new vscode.EventEmitter<Tells>());
  readonly #stale = this._register(new vscode.EventEmitter<void>());
  #panel: vscode.WebviewPanel | null = null;
  #owned: vscode.Disposable[] = [];
  #ready = false;

  /** Well-formed messages of the page, but `ready`. */
  readonly onMessage = this.#messages.event;
  /** The page can show but does not have the state: it loaded, at first or because it came back into view. */
  readonly onStale = this.#stale.event;

  constructor(extensionUri: vscode.Uri, kind: PageKind<Tells>) {
    super();
    this.#extensionUri = extensionUri;
    this.#kind = kind;
  }

  /** The panel exists and its page can be seen. */
  get visible(): boolean {
    return this.#panel?.visible === true;
  }

  /** Brings the panel into view where it was last, but not over the active editor, else beside it or in place of another one; the focus stays where it is. */
  reveal(title: string): void {
    if (this.#panel === null) {
      const left = this.#leftTabs();
      this.adopt(
        vscode.window.createWebviewPanel(
          this.#kind.viewType,
          title,
          { viewColumn: firstColumn(), preserveFocus: true },
          pageOptions(this.#extensionUri),
        ),
      );
      if (left.length > 0) void vscode.window.tabGroups.close(left, true);
    } else if (!this.#panel.visible) {
      // In the group of the editor it would cover what the gesture was made in.
      const covers = this.#panel.viewColumn === vscode.window.activeTextEditor?.viewColumn;
      this.#panel.reveal(covers ? vscode.ViewColumn.Beside : undefined, true);
    }
  }

  /** Gives the panel the keyboard's focus, opening it where needed. */
  focus(title: string): void {
    this.reveal(title);
    this.#panel?.reveal(undefined, false);
  }

  /** Takes over a panel: a new one, or the one that VS Code restores after a window reload. */
  adopt(panel: vscode.WebviewPanel): void {
    if (this.#panel !== null) {
      panel.dispose();
      return;
    }
    this.#panel = panel;
    this.#ready = false;
    panel.webview.options = pageOptions(this.#extensionUri);
    panel.iconPath = this.#icon();
    this.#owned = [
      panel.webview.onDidReceiveMessage((message) => this.#receive(message)),
      panel.onDidChangeViewState(() => {
        // A hidden page is gone; it says `ready` when it is back.
        if (!panel.visible) this.#ready = false;
      }),
      panel.onDidDispose(() => this.#forget()),
    ];
    panel.webview.html = pageHtml(panel.webview, this.#extensionUri, this.#kind.page, panel.title);
  }

  /** Sends to the page, if there is one that listens; resolves to whether it arrived. */
  async post(message: Told): Promise<boolean> {
    if (this.#panel === null || !this.#ready) return false;
    return this.#panel.webview.postMessage(message);
  }

  override dispose(): void {
    this.#panel?.dispose();
    super.dispose();
  }

  /** Tabs that VS Code brought back after a reload and hands over only when they are looked at. */
  #leftTabs(): readonly vscode.Tab[] {
    return vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(
        ({ input }) =>
          input instanceof vscode.TabInputWebview && input.viewType.endsWith(`-${this.#kind.viewType}`),
      );
  }

  #receive(message: unknown): void {
    const parsed = this.#kind.parse(message);
    if (parsed === null) return;
    if (parsed.type === 'ready') {
      this.#ready = true;
      this.#stale.fire();
    } else {
      this.#messages.fire(parsed as Tells);
    }
  }

  #forget(): void {
    for (const owned of this.#owned.splice(0)) owned.dispose();
    this.#panel = null;
    this.#ready = false;
  }

  #icon() {
    const file = (name: string) => vscode.Uri.joinPath(this.#extensionUri, 'media', name);
    return { light: file('output-light.svg'), dark: file('output-dark.svg') };
  }
}

/** Where a new panel stands: beside the editor, and where another panel of ours is active, in its place. */
function firstColumn(): vscode.ViewColumn {
  const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
  const isOurs = input instanceof vscode.TabInputWebview && input.viewType.includes('promptTuner.');
  return isOurs ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
}
