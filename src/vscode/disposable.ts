import type * as vscode from 'vscode';

/** Owns disposables; disposes them once, in reverse order, and at once what is registered late. */
export abstract class Disposable implements vscode.Disposable {
  readonly #owned: vscode.Disposable[] = [];
  #disposed = false;

  /** Whether {@link dispose} was called. */
  protected get disposed(): boolean {
    return this.#disposed;
  }

  /** Ties the life of a disposable to this one and hands it back. */
  protected _register<T extends vscode.Disposable>(owned: T): T {
    if (this.#disposed) owned.dispose();
    else this.#owned.push(owned);
    return owned;
  }

  /** Disposes everything owned; a second call does nothing. */
  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    for (const owned of this.#owned.splice(0).reverse()) owned.dispose();
  }
}
