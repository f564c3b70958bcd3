import type * as vscode from 'vscode';
import { isOfDocument, type Renamed, renamedKey } from '../core/prompt/renamedKey.ts';

/**
 * Lets what is kept for prompts, each under this prefix and its key, go by their keys after renames. What was kept for a
 * document that went by a new name before was another prompt's, and is forgotten.
 */
export async function renameKept(
  state: vscode.Memento,
  prefix: string,
  renames: readonly Renamed[],
): Promise<void> {
  const kept = state
    .keys()
    .filter((name) => name.startsWith(prefix))
    .map((name) => ({ name, key: name.slice(prefix.length), value: state.get(name) }));
  const moved = kept.flatMap(({ name, key, value }) => {
    const renamed = renamedKey(key, renames);
    return renamed === null ? [] : [{ name, to: prefix + renamed, value }];
  });
  const replaced = kept.filter(({ key }) => renames.some(({ to }) => isOfDocument(key, to)));
  // All are taken away first, since a folder may move into itself; nothing is waited for, so that whoever asks next
  // finds them all at their new places.
  await Promise.all([
    ...[...moved, ...replaced].map(({ name }) => state.update(name, undefined)),
    ...moved.map(({ to, value }) => state.update(to, value)),
  ]);
}
