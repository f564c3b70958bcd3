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
  // All at once: a folder may move into itself.
  for (const { name } of [...moved, ...replaced]) await state.update(name, undefined);
  for (const { to, value } of moved) await state.update(to, value);
}
