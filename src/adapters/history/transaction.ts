import type { DatabaseSync } from 'node:sqlite';

/** Does the work whole or not at all, with the write lock from its beginning: it waits for other windows, never fails halfway. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
