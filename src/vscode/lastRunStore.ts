import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const fileName = 'last-run.txt';
const longestId = 100;

/** Keeps which run of the history was the last one of a workspace, so that a window reload brings it back. */
export class LastRunStore {
  readonly #folder: string | null;
  #writing: Promise<unknown> = Promise.resolve();

  /** @param folder path of the workspace's storage; null without one: nothing is kept then */
  constructor(folder: string | null) {
    this.#folder = folder;
  }

  /** Id of the last run, or null when there is none or the file can't be read. */
  async read(): Promise<string | null> {
    if (this.#folder === null) return null;
    try {
      const text = await readFile(join(this.#folder, fileName), 'utf8');
      return text.length > 0 && text.length <= longestId ? text : null;
    } catch {
      return null;
    }
  }

  /** Replaces the last run; one write at a time. */
  write(id: string): Promise<void> {
    const written = this.#writing.then(async () => {
      if (this.#folder === null) return;
      // Not by the editor's file system: that asks the window, which may be about to reload.
      await mkdir(this.#folder, { recursive: true });
      const file = join(this.#folder, fileName);
      await writeFile(`${file}.new`, id);
      await rename(`${file}.new`, file);
    });
    this.#writing = written.catch(() => undefined);
    return written;
  }
}
