import { setImmediate } from 'node:timers/promises';
import type { HistoryStore, Retention } from './historyStore.ts';
import { dayMs } from './limits.ts';
import type { Row, Statements } from './statements.ts';
import { inTransaction } from './transaction.ts';

/** So many runs go in one transaction: other windows never wait long. */
const batchSize = 100;

/** So many free pages are given back to the disk at once. */
const vacuumPages = 1_000;

const oldestRuns = 'SELECT seq FROM run ORDER BY started_at, id LIMIT ?';

/**
 * Deletes what was removed, and what is older or more than allowed; between two batches others get their turn.
 * @param stopped asked before each batch
 */
export async function retainRuns(
  statements: Statements,
  limits: Retention,
  stopped: () => boolean,
): ReturnType<HistoryStore['retain']> {
  let deleted = 0;
  while (!stopped()) {
    const count = inTransaction(statements.database, () => deleteBatch(statements, limits));
    if (count === 0) break;
    deleted += count;
    await setImmediate();
  }
  if (deleted > 0) {
    inTransaction(statements.database, () => {
      deleteEmptyPrompts(statements);
      statements.run(
        'DELETE FROM comparison WHERE NOT EXISTS (SELECT 1 FROM run WHERE comparison_id = comparison.id)',
      );
      statements.run(
        'DELETE FROM run_group WHERE NOT EXISTS (SELECT 1 FROM run WHERE group_id = run_group.id)',
      );
    });
    await shrink(statements, stopped);
  }
  return deleted;
}

/** Deletes everything for good. */
export async function clearRuns(statements: Statements, stopped: () => boolean): Promise<void> {
  const { database } = statements;
  inTransaction(database, () => {
    for (const table of ['comparison', 'detail', 'run', 'text', 'prompt_key', 'prompt', 'run_group']) {
      statements.run(`DELETE FROM ${table}`);
    }
  });
  await shrink(statements, stopped);
}

/** Bytes in use, free pages left out. */
function usedBytes({ get }: Statements): number {
  const [pages, free, size] = ['page_count', 'freelist_count', 'page_size'].map((name) =>
    Number(Object.values(get(`PRAGMA ${name}`) ?? {})[0]),
  );
  return ((pages ?? 0) - (free ?? 0)) * (size ?? 0);
}

function deleteBatch(statements: Statements, limits: Retention): number {
  const { bytes } = limits;
  let count = deleteRuns(statements, excess(statements, limits));
  while (bytes !== null && count < batchSize && usedBytes(statements) > bytes) {
    const oldest = deleteRuns(statements, statements.all(oldestRuns, 1));
    if (oldest === 0) break;
    count += oldest;
  }
  return count;
}

// Runs that have to go whatever their size, at most a batch.
function excess({ all, get }: Statements, { days, runs }: Retention): readonly Row[] {
  const removed = all('SELECT seq FROM run WHERE removed = 1 LIMIT ?', batchSize);
  if (removed.length > 0) return removed;
  const before = days === null ? null : Date.now() - days * dayMs;
  const old = all('SELECT seq FROM run WHERE started_at < ? LIMIT ?', before, batchSize);
  if (old.length > 0 || runs === null) return old;
  const over = (get('SELECT count(*) AS n FROM run')?.n as number) - runs;
  return over > 0 ? all(oldestRuns, Math.min(over, batchSize)) : [];
}

function deleteRuns({ all, run }: Statements, batch: readonly Row[]): number {
  if (batch.length === 0) return 0;
  const seqs = JSON.stringify(batch.map(({ seq }) => seq));
  const texts = all(
    `SELECT prompt_text, request_text, answer_text FROM detail
     WHERE run_seq IN (SELECT value FROM json_each(?))`,
    seqs,
  ).flatMap((row) => Object.values(row));
  run('DELETE FROM run WHERE seq IN (SELECT value FROM json_each(?))', seqs);
  run(
    `DELETE FROM text WHERE id IN (SELECT value FROM json_each(?))
     AND NOT EXISTS (SELECT 1 FROM detail WHERE prompt_text = text.id)
     AND NOT EXISTS (SELECT 1 FROM detail WHERE request_text = text.id)
     AND NOT EXISTS (SELECT 1 FROM detail WHERE answer_text = text.id)`,
    JSON.stringify(texts.filter((text) => text !== null)),
  );
  return batch.length;
}

/** Deletes prompts that have no run; a key stays as long as its prompt, since it may have been linked. */
export function deleteEmptyPrompts({ run }: Statements): void {
  run('DELETE FROM prompt_key WHERE NOT EXISTS (SELECT 1 FROM run WHERE prompt_id = prompt_key.prompt_id)');
  run('DELETE FROM prompt WHERE NOT EXISTS (SELECT 1 FROM prompt_key WHERE prompt_id = prompt.id)');
}

// Free pages go back to the disk, and what was deleted goes out of the write-ahead log.
async function shrink({ database, get }: Statements, stopped: () => boolean): Promise<void> {
  const freePages = (): number => Number(get('PRAGMA freelist_count')?.freelist_count);
  for (let left = freePages(), before = left + 1; left > 0 && left < before && !stopped(); ) {
    database.exec(`PRAGMA incremental_vacuum(${vacuumPages})`);
    await setImmediate();
    [before, left] = [left, freePages()];
  }
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}
