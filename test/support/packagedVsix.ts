import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from './atExit.ts';
import { projectRoot } from './paths.ts';
import { runToEnd } from './process.ts';

/**
 * Path of the packaged extension. Within one `npm test` the first file that asks packages it, by the folder that
 * `PROMPT_TUNER_SHARED` names; rejects with what the packaging said when that fails.
 */
export async function packagedVsix(): Promise<string> {
  const path = join(process.env.PROMPT_TUNER_SHARED ?? folderOfOwn(), 'prompt-tuner.vsix');
  if (existsSync(path)) return path;
  const end = await runToEnd(process.execPath, ['scripts/package.ts', '--out', path], { cwd: projectRoot });
  if (end.code === 0) return path;
  // What is over a bar or was warned of is packaged all the same.
  rmSync(path, { force: true });
  throw new Error(end.output);
}

function folderOfOwn(): string {
  const folder = mkdtempSync(join(tmpdir(), 'prompt-tuner-vsix-'));
  atExit(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
