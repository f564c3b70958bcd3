import { type OpenDatabase, openDatabase, type Sqlite } from './openDatabase.ts';
import { type Statements, statementsOf } from './statements.ts';

/** An open database with its prepared statements. */
export interface HeldDatabase extends OpenDatabase {
  readonly statements: Statements;
}

/** Keeps a database open that can be used, whatever happens to its file. */
export interface DatabaseHolder {
  /** The database; a new one where its file was moved or deleted. */
  current(): HeldDatabase;
  /** Looks at a database that failed as damaged, and sets it aside where it is. */
  replace(): void;
  close(): void;
}

/**
 * Opens a folder's database.
 * @param log takes what became of a file that could not be used any more; what became of the first, its opening tells
 */
export function holdDatabase(
  sqlite: Sqlite,
  folder: string,
  log: (sentence: string) => void,
): DatabaseHolder {
  const open = (check: boolean): HeldDatabase => {
    const opened = openDatabase(sqlite, folder, check);
    return { ...opened, statements: statementsOf(opened.database) };
  };
  const reopen = (check: boolean): HeldDatabase => {
    const reopened = open(check);
    const { opening } = reopened;
    if (opening.kind === 'set-aside') {
      log(`The history's database is ${opening.reason}. It is kept as ${opening.asideFile}.`);
    }
    return reopened;
  };
  let held: HeldDatabase | null = open(false);
  const close = (): void => {
    held?.database.close();
    held = null;
  };
  return {
    current() {
      if (held !== null && !held.isCurrent()) close();
      held ??= reopen(false);
      return held;
    },
    replace() {
      close();
      held = reopen(true);
    },
    close,
  };
}
