import type { DatabaseSync } from 'node:sqlite';
import { schemaV1 } from './schema.ts';

// Comparisons: the runs that were made for one, and for each its plan and how far it has come as JSON.
const toV2 = `
ALTER TABLE run ADD COLUMN comparison_id TEXT;
CREATE INDEX run_of_comparison ON run (comparison_id) WHERE comparison_id IS NOT NULL;
CREATE TABLE comparison (
  id TEXT PRIMARY KEY,
  started_at REAL NOT NULL,
  plan TEXT NOT NULL,
  outcome TEXT NOT NULL
) STRICT;
CREATE INDEX comparison_newest ON comparison (started_at, id);
`;

// The window that makes the runs of a comparison, and until when it does so if nothing more is heard of it.
const toV3 = `
ALTER TABLE comparison ADD COLUMN holder TEXT;
ALTER TABLE comparison ADD COLUMN held_until REAL;
`;

/** Takes a database from the version before to the next: the first from an empty file to version 1. */
const migrations: readonly ((database: DatabaseSync) => void)[] = [
  (database) => database.exec(schemaV1),
  (database) => database.exec(toV2),
  (database) => database.exec(toV3),
];

/** The version of the schema that this code reads and writes. */
export const schemaVersion = migrations.length;

/** The version of an open database; 0 for an empty file. */
export function versionOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.user_version);
}

/** Brings a database of an earlier version to this one; within a transaction of the caller's. */
export function migrate(database: DatabaseSync): void {
  for (const step of migrations.slice(versionOf(database))) step(database);
  database.exec(`PRAGMA user_version = ${schemaVersion}`);
}
