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
 */
export function watchOverlap(folder: string, id: string, now: () => number): EndOverlapWatch {
  const begun = begin(folder, id, now).catch(() => false);
  return async () => {
    const met = await begun;
    const overlapped = await exists(join(folder, `${id}.met`));
    await Promise.allSettled([rm(join(folder, `${id}.run`)), rm(join(folder, `${id}.met`))]);
    return met || overlapped;
  };
}

async function begin(folder: string, id: string, now: () => number): Promise<boolean> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${id}.run`), '');
  const others = (await readdir(folder)).filter((name) => name.endsWith('.run') && name !== `${id}.run`);
  let met = false;
  for (const other of others) {
    const path = join(folder, other);
    const modified = await stat(path).then(
      (stats) => stats.mtimeMs,
      () => null,
    );
    if (modified === null) continue;
    if (now() - modified > staleAfterMs) {
      await rm(path, { force: true });
      continue;
    }
    await writeFile(path.replace(/run$/, 'met'), '');
    met = true;
  }
  return met;
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
