import * as vscode from 'vscode';
import { Disposable } from '../disposable.ts';

const scheme = 'prompt-tuner-history';

/** Read-only documents made from the history: texts for the diff editor and tables. */
export class HistoryDocuments extends Disposable implements vscode.TextDocumentContentProvider {
  readonly #texts = new Map<string, string>();
  #count = 0;

  constructor() {
    super();
    this._register(vscode.workspace.registerTextDocumentContentProvider(scheme, this));
    this._register(vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.path)));
  }

  /**
   * Makes a document.
   * @param name what its tab is called; with the ending that its language goes by, such as `v3.md`
   */
  make(name: string, text: string): vscode.Uri {
    const uri = vscode.Uri.from({ scheme, path: `/${++this.#count}/${name.replaceAll('/', '∕')}` });
    this.#texts.set(uri.path, text);
    return uri;
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.path) ?? vscode.l10n.t('This text is no longer there.');
  }
}
