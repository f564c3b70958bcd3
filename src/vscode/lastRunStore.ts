import * as vscode from 'vscode';
import type { RunRecord } from '../core/run/record.ts';

const version = 1;
const fileName = 'last-run.json';

/** Keeps the last run of a workspace in a file, so that a window reload does not lose what was paid for. */
export class LastRunStore {
  readonly #file: vscode.Uri | null;
  #writing: Promise<unknown> = Promise.resolve();

  /** @param folder the workspace's storage; null without one: nothing is kept then */
  constructor(folder: vscode.Uri | null) {
    this.#file = folder === null ? null : vscode.Uri.joinPath(folder, fileName);
  }

  /** The last run, or null when there is none or the file can't be read. */
  async read(): Promise<RunRecord | null> {
    if (this.#file === null) return null;
    try {
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(this.#file));
      const stored = JSON.parse(text) as { version?: unknown; record?: RunRecord };
      return stored.version === version && stored.record?.state !== undefined ? stored.record : null;
    } catch {
      return null;
    }
  }

  /** Replaces the last run; one write at a time. */
  write(record: RunRecord): Promise<void> {
    const written = this.#writing.then(async () => {
      if (this.#file === null) return;
      const bytes = new TextEncoder().encode(JSON.stringify({ version, record }));
      const temporary = this.#file.with({ path: `${this.#file.path}.new` });
      await vscode.workspace.fs.writeFile(temporary, bytes);
      await vscode.workspace.fs.rename(temporary, this.#file, { overwrite: true });
    });
    this.#writing = written.catch(() => undefined);
    return written;
  }
}
