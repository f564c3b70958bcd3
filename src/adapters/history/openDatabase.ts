import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { type Fault, faultOf } from './databaseFault.ts';
import type { HistoryOpening } from './historyStore.ts';
import { migrate } from './migrations.ts';
import { setAside } from './setAside.ts';
import { inTransaction } from './transaction.ts';

/** What `node:sqlite` exports: passed in, since not every host has it. */
export type Sqlite = typeof import('node:sqlite');

/** An open database and its file. */
export interface OpenDatabase {
  readonly database: DatabaseSync;
  readonly opening: Exclude<HistoryOpening, { readonly kind: 'memory' }>;
  /** Whether the path still leads to the file that is open: another window may have set it aside. */
  isCurrent(): boolean;
}

/** Longest wait for another window's write, in ms. */
const busyMs = 15_000;

/**
 * Opens the history's database of a folder, made where missing and brought to the current version.
 * @param check reads every page first; for a database that failed
 * @throws Error of `node:sqlite` or the file system where there can be none.
 */
export function openDatabase(sqlite: Sqlite, folder: string, check: boolean): OpenDatabase {
  const file = join(folder, 'history.db');
  return alone(sqlite, join(folder, 'history.lock'), () => {
    const fault = existsSync(file) ? inspect(sqlite, file, check) : null;
    const asideFile = fault === null ? null : setAside(file, fault);
    const database = begin(sqlite, file);
    const id = fileId(file);
    return {
      database,
      opening:
        fault === null || asideFile === null
          ? { kind: 'opened', file }
          : { kind: 'set-aside', file, asideFile, reason: fault },
      isCurrent: () => fileId(file) === id,
    };
  });
}

// Windows open one after the other: none finds a database that another is just setting aside or migrating. The lock
// is one of the system's on an empty database, since that goes with its process, however it ends.
function alone<T>({ DatabaseSync }: Sqlite, file: string, work: () => T): T {
  const lock = new DatabaseSync(file);
  try {
    lock.exec(`PRAGMA busy_timeout = ${busyMs}; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE`);
    return work();
  } finally {
    lock.close();
  }
}

// Read only, so that a file that is not for us stays as it is, its write-ahead log included.
function inspect({ DatabaseSync }: Sqlite, file: string, check: boolean): Fault | null {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    database.exec(`PRAGMA busy_timeout = ${busyMs}`);
    return faultOf(database, check);
  } finally {
    database.close();
  }
}

function begin({ DatabaseSync }: Sqlite, file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  try {
    database.exec(`
      PRAGMA busy_timeout = ${busyMs};
      PRAGMA auto_vacuum = INCREMENTAL;
      PRAGMA journal_mode = WAL;
      PRAGMA journal_size_limit = 4194304;
      PRAGMA cache_size = -16000;
      PRAGMA foreign_keys = ON;
      PRAGMA secure_delete = FAST;`);
    // A commit is on disk when it returns, a power failure included. NORMAL would do for a killed process, but a run
    // was paid for, there are a few a minute, and nobody waits for this thread.
    database.exec('PRAGMA synchronous = FULL');
    inTransaction(database, () => migrate(database));
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function fileId(file: string): string | null {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? null : `${found.dev}:${found.ino}`;
}
