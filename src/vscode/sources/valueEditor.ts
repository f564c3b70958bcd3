import * as vscode from 'vscode';
import { Disposable } from '../disposable.ts';

const scheme = 'prompt-tuner-value';

/** Lets a person write a value of several lines in an editor tab; it is kept in memory and is on no disk. */
export class ValueEditor extends Disposable implements vscode.FileSystemProvider {
  readonly #changes = this._register(new vscode.EventEmitter<vscode.FileChangeEvent[]>());
  readonly #saved = this._register(new vscode.EventEmitter<vscode.Uri>());
  readonly #texts = new Map<string, Uint8Array>();
  #opened = 0;

  readonly onDidChangeFile = this.#changes.event;

  constructor() {
    super();
    this._register(vscode.workspace.registerFileSystemProvider(scheme, this));
  }

  /**
   * Opens a tab with the value; resolves to what was saved when the person saves it or closes it, undefined where it was
   * never saved. What VS Code saves by itself is no end: the person may be in the middle of a word.
   */
  async edit(name: string, value: string): Promise<string | undefined> {
    this.#opened += 1;
    const uri = vscode.Uri.from({ scheme, path: `/${this.#opened}/${name.replaceAll(/[\\/]/g, '-')}.txt` });
    this.#texts.set(uri.path, new TextEncoder().encode(value));
    try {
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document, { preview: false });
      const isSaved = await this.#settled(uri);
      if (isSaved) await vscode.window.tabGroups.close(tabsOf(uri));
      return isSaved ? new TextDecoder().decode(this.#texts.get(uri.path)) : undefined;
    } finally {
      this.#texts.delete(uri.path);
    }
  }

  // A tab that is closed with unsaved text asks by itself, and what is saved then counts too. The document itself may
  // stay open for minutes after its last tab.
  #settled(uri: vscode.Uri): Promise<boolean> {
    return new Promise((resolve) => {
      let isSaved = false;
      let savesBySelf = false;
      const subscriptions = vscode.Disposable.from(
        vscode.workspace.onWillSaveTextDocument(({ document, reason }) => {
          if (document.uri.path !== uri.path || document.uri.scheme !== scheme) return;
          savesBySelf = reason !== vscode.TextDocumentSaveReason.Manual;
        }),
        this.#saved.event(({ path }) => {
          if (path !== uri.path) return;
          isSaved = true;
          if (!savesBySelf) done();
          savesBySelf = false;
        }),
        vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
          if (closed.length > 0 && tabsOf(uri).length === 0) done();
        }),
      );
      const done = (): void => {
        subscriptions.dispose();
        resolve(isSaved);
      };
    });
  }

  watch(): vscode.Disposable {
    return { dispose: () => {} };
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.readFile(uri).byteLength };
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const text = this.#texts.get(path);
    if (text === undefined) throw vscode.FileSystemError.FileNotFound();
    return text;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    if (!this.#texts.has(uri.path)) throw vscode.FileSystemError.FileNotFound(uri);
    this.#texts.set(uri.path, content);
    this.#saved.fire(uri);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  delete(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
}

function tabsOf(uri: vscode.Uri): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString());
}
