import type { DatabaseSync } from 'node:sqlite';
import { schemaVersion, versionOf } from './migrations.ts';

/** Why a database can't be used. */
export type Fault = 'damaged' | 'newer';

// SQLITE_CORRUPT and SQLITE_NOTADB: https://sqlite.org/rescode.html
const damageCodes = [11, 26];

/**
 * What is wrong with a database; null when nothing is.
 * @param check whether every page is read for it
 */
export function faultOf(database: DatabaseSync, check: boolean): Fault | null {
  try {
    const version = versionOf(database);
    if (version > schemaVersion) return 'newer';
    const tables = database.prepare(
      "SELECT count(*) AS n FROM sqlite_schema WHERE name IN ('run', 'detail')",
    );
    const others = database.prepare('SELECT count(*) AS n FROM sqlite_schema');
    // An empty file is a database that was not begun yet; any other without a version is not ours.
    const asExpected = version === 0 ? others.get()?.n === 0 : tables.get()?.n === 2;
    if (!asExpected) return 'damaged';
    const whole = !check || database.prepare('PRAGMA quick_check(1)').get()?.quick_check === 'ok';
    return whole ? null : 'damaged';
  } catch (error) {
    if (isDamage(error)) return 'damaged';
    throw error;
  }
}

/** Whether an error of SQLite says that the file is damaged. */
export function isDamage(error: unknown): boolean {
  const code = (error as { readonly errcode?: unknown } | null)?.errcode;
  // The lower byte is the primary code of an extended one.
  return typeof code === 'number' && damageCodes.includes(code & 0xff);
}
