import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { HistoryStore } from '../../adapters/history/historyStore.ts';
import { Disposable } from '../disposable.ts';
import { loadHistory } from '../lazy.ts';
import { readSetting } from '../settings.ts';
import { openingNotice } from './historyNotices.ts';

/** Old runs are deleted this long after the history was opened, and then as often: ms. */
const retainAfterMs = 60_000;
const retainEveryMs = 6 * 60 * 60_000;

/** The window's way to the history: opened by the first who asks, kept within its limits in the background. */
export class HistoryAccess extends Disposable {
  readonly #extension: vscode.ExtensionContext;
  readonly #log: vscode.LogOutputChannel;
  readonly #changes = this._register(new vscode.EventEmitter<void>());
  readonly #waiting = new Set<Promise<unknown>>();
  #opening: Promise<HistoryStore> | null = null;
  #timer: NodeJS.Timeout | null = null;

  /** Runs came or went, in any window. */
  readonly onDidChange = this.#changes.event;

  constructor(extension: vscode.ExtensionContext, log: vscode.LogOutputChannel) {
    super();
    this.#extension = extension;
    this.#log = log;
    this._register({
      dispose: () => {
        if (this.#timer !== null) clearTimeout(this.#timer);
      },
    });
  }

  /** Folder of the database; null where the extension has no disk. */
  get folder(): string | null {
    const { globalStorageUri } = this.#extension;
    return globalStorageUri.scheme === 'file' ? join(globalStorageUri.fsPath, 'history') : null;
  }

  /** Whether anything was ever kept, or is now. */
  get exists(): boolean {
    return this.#opening !== null || (this.folder !== null && existsSync(this.folder));
  }

  /** The history; a database that can't be used is replaced by one for this window only, never by an error. */
  open(): Promise<HistoryStore> {
    this.#opening ??= this.#open();
    return this.#opening;
  }

  /** Lets {@link close} wait for work that will add to the history. */
  waitFor<T>(work: Promise<T>): Promise<T> {
    this.#waiting.add(work);
    const done = () => this.#waiting.delete(work);
    work.then(done, done);
    return work;
  }

  /** Ends what is under way and closes the history; what was added before is on disk then. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#waiting);
    const store = await this.#opening?.catch(() => null);
    await store?.close();
  }

  async #open(): Promise<HistoryStore> {
    const { openHistory } = await loadHistory();
    const worker = vscode.Uri.joinPath(this.#extension.extensionUri, 'dist', 'historyWorker.js');
    const store = await openHistory({
      folder: this.folder,
      worker: new URL(worker.with({ scheme: 'file' }).toString()),
      log: (sentence) => this.#log.warn(sentence),
    });
    this._register(store.onDidChange(() => this.#changes.fire()));
    this.#plan(store, retainAfterMs);
    const notice = openingNotice(store.opening);
    if (notice !== null) void vscode.window.showWarningMessage(notice);
    return store;
  }

  #plan(store: HistoryStore, delayMs: number): void {
    if (this.disposed) return;
    this.#timer = setTimeout(() => {
      void this.#retain(store).finally(() => this.#plan(store, retainEveryMs));
    }, delayMs);
    this.#timer.unref();
  }

  async #retain(store: HistoryStore): Promise<void> {
    const configuration = vscode.workspace.getConfiguration();
    const megabytes = readSetting(configuration, 'promptTuner.history.maxMegabytes');
    try {
      await store.retain({
        days: readSetting(configuration, 'promptTuner.history.maxAgeDays'),
        runs: readSetting(configuration, 'promptTuner.history.maxRuns'),
        bytes: megabytes === null ? null : megabytes * 1e6,
      });
    } catch (error) {
      if (!this.disposed) this.#log.error(error instanceof Error ? error : String(error));
    }
  }
}
