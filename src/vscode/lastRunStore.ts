import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunRecord } from '../core/run/record.ts';

const version = 1;
const fileName = 'last-run.json';

/** Keeps the last run of a workspace in a file, so that a window reload does not lose what was paid for. */
export class LastRunStore {
  readonly #folder: string | null;
  #writing: Promise<unknown> = Promise.resolve();

  /** @param folder path of the workspace's storage; null without one: nothing is kept then */
  constructor(folder: string | null) {
    this.#folder = folder;
  }

  /** The last run, or null when there is none or the file can't be read. */
  async read(): Promise<RunRecord | null> {
    if (this.#folder === null) return null;
    try {
      const text = await readFile(join(this.#folder, fileName), 'utf8');
      const stored = JSON.parse(text) as { version?: unknown; record?: RunRecord };
      return stored.version === version && stored.record?.state !== undefined ? stored.record : null;
    } catch {
      return null;
    }
  }

  /** Replaces the last run; one write at a time. */
  write(record: RunRecord): Promise<void> {
    const written = this.#writing.then(async () => {
      if (this.#folder === null) return;
      // Not by the editor's file system: that asks the window, which may be about to reload.
      await mkdir(this.#folder, { recursive: true });
      const file = join(this.#folder, fileName);
      await writeFile(`${file}.new`, JSON.stringify({ version, record }));
      await rename(`${file}.new`, file);
    });
    this.#writing = written.catch(() => undefined);
    return written;
  }
}
