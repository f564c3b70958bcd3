import { deleteEmptyPrompts } from './deleteRuns.ts';
import type { Statements } from './statements.ts';
import { inTransaction } from './transaction.ts';

/** Names a run, or takes its name away. */
export function setLabel({ database, run }: Statements, id: string, label: string | null): void {
  inTransaction(database, () => run('UPDATE run SET label = ? WHERE id = ?', label, id));
}

/** Takes runs out of sight, or brings them back. */
export function setRemoved({ database, run }: Statements, ids: readonly string[], removed: boolean): void {
  inTransaction(database, () =>
    run(
      'UPDATE run SET removed = ? WHERE id IN (SELECT value FROM json_each(?))',
      Number(removed),
      JSON.stringify(ids),
    ),
  );
}

/**
 * Moves a key to an earlier prompt, with its runs.
 * @throws Error where there is no such prompt.
 */
export function linkKey(statements: Statements, key: string, promptId: number): void {
  const { database, get, run } = statements;
  inTransaction(database, () => {
    const target = get('SELECT title, role FROM prompt_key WHERE prompt_id = ? ORDER BY id DESC', promptId);
    if (target === undefined) throw new Error('There is no such prompt in the history.');
    const known = get('SELECT id, prompt_id FROM prompt_key WHERE key = ? AND current = 1', key);
    if (known === undefined) {
      run(
        'INSERT INTO prompt_key (key, current, prompt_id, title, role) VALUES (?, 1, ?, ?, ?)',
        key,
        promptId,
        target.title ?? null,
        target.role ?? null,
      );
    } else {
      run('UPDATE prompt_key SET prompt_id = ? WHERE id = ?', promptId, known.id ?? null);
      run('UPDATE run SET prompt_id = ? WHERE key_id = ?', promptId, known.id ?? null);
    }
    deleteEmptyPrompts(statements);
  });
}

/** Gives a renamed document's keys, or those of a folder's documents, their new names. */
export function renameKeys({ database, all, run }: Statements, from: string, to: string): void {
  inTransaction(database, () => {
    const moved = all(
      'SELECT id, key FROM prompt_key WHERE current = 1 AND (key = ? OR key >= ? AND key < ?)',
      from,
      ...keysBelow(from),
    );
    // All at once: a folder may move into itself.
    for (const { id } of moved) run('UPDATE prompt_key SET current = 0 WHERE id = ?', id ?? null);
    for (const { id, key } of moved) {
      const renamed = to + String(key).slice(from.length);
      // Whoever went by that name before was another prompt: its runs keep the name, further runs are not its own.
      run('UPDATE prompt_key SET current = 0 WHERE key = ? AND current = 1', renamed);
      run('UPDATE prompt_key SET key = ?, current = 1 WHERE id = ?', renamed, id ?? null);
    }
  });
}

// Of a folder all that begins with it, of a document what stands in it: from its first character on, up to the next.
function keysBelow(from: string): readonly [first: string, end: string] {
  const first = from.endsWith('/') ? from : `${from}#`;
  const last = first.length - 1;
  return [first, first.slice(0, last) + String.fromCharCode(first.charCodeAt(last) + 1)];
}
