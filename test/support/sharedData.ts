import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './paths.ts';

/**
 * Path of a file or folder in the collection of captures and prompts that may lie in `shared/data` beside the
 * project, or null where it is absent: pass `sharedDataAbsent` as the reason for skipping.
 */
export function sharedData(...path: readonly string[]): string | null {
  const full = join(projectRoot, '../shared/data', ...path);
  return existsSync(full) ? full : null;
}

/** The reason that a skipped test gives when `sharedData` is null. */
export const sharedDataAbsent = 'the collection of captures (shared/data beside the project) is not here';
