import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A marker older than this belongs to a window that died: ms. */
const staleAfterMs = 15 * 60_000;

/** Ends the watch and tells whether another run was under way at any moment of it. */
export type EndOverlapWatch = () => Promise<boolean>;

/**
 * Tells runs of all windows of each other, by a file for each run under way in a folder they share: a new run marks
 * every run that it finds there. Without the folder (no permission, no disk) overlaps are not seen.
 * @param folder a folder on the host's disk, made where missing
 * @param now ms since 1970, as files are stamped
 */
export function watchOverlap(folder: string, id: string, now: () => number): EndOverlapWatch {
  const begun = begin(folder, id, now).catch(() => false);
  return async () => {
    const met = await begun;
    const overlapped = (await modifiedAt(join(folder, `${id}.met`))) !== null;
    // First the run, then its mark: a run that is still there is marked by others.
    await rm(join(folder, `${id}.run`)).catch(() => undefined);
    await rm(join(folder, `${id}.met`)).catch(() => undefined);
    return met || overlapped;
  };
}

async function begin(folder: string, id: string, now: () => number): Promise<boolean> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${id}.run`), '');
  const names = await readdir(folder);
  let met = false;
  for (const name of names) {
    const [, other, kind] = /^(.+)\.(run|met)$/.exec(name) ?? [];
    // The mark of a run that is there is that run's own matter, however old; any other is left over.
    if (other === undefined || other === id || (kind === 'met' && names.includes(`${other}.run`))) continue;
    const path = join(folder, name);
    const modified = await modifiedAt(path);
    if (modified === null) continue;
    if (now() - modified > staleAfterMs) {
      await rm(path, { force: true });
    } else if (kind === 'run') {
      await writeFile(join(folder, `${other}.met`), '');
      met = true;
    }
  }
  return met;
}

function modifiedAt(path: string): Promise<number | null> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => null,
  );
}
