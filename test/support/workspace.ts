import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from './atExit.ts';
import { projectRoot } from './paths.ts';

/** A copy of a fixture workspace that a test may change. */
export interface Workspace {
  /** Absolute path of the folder. */
  readonly path: string;
  remove(): void;
}

/** Copies `test/fixtures/NAME` into a temporary folder. */
export function copyWorkspace(name = 'workspace'): Workspace {
  const parent = realpathSync(mkdtempSync(join(tmpdir(), 'prompt-tuner-workspace-')));
  const path = join(parent, 'workspace');
  cpSync(join(projectRoot, 'test/fixtures', name), path, { recursive: true });
  const remove = (): void => rmSync(parent, { recursive: true, force: true });
  const keep = atExit(remove);
  return {
    path,
    remove: () => {
      remove();
      keep();
    },
  };
}
