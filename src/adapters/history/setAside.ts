import { existsSync, renameSync } from 'node:fs';
import { join, parse } from 'node:path';
import type { Fault } from './databaseFault.ts';

/** Renames a database with its write-ahead log, as it is, to a name that is free; returns the new path. */
export function setAside(file: string, fault: Fault): string {
  const { dir, name, ext } = parse(file);
  const time = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  const named = (count: number): string =>
    join(dir, `${name}-${fault}-${time}${count === 1 ? '' : `-${count}`}${ext}`);
  let count = 1;
  while (existsSync(named(count))) count++;
  const aside = named(count);
  // The log first: left behind, it would be taken for the next database's.
  for (const suffix of ['-wal', '-shm', '']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix);
  }
  return aside;
}
