import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';

/** A row as it is read. */
export type Row = Readonly<Record<string, SQLOutputValue>>;

/** The prepared statements of a database: each text is prepared once. */
export interface Statements {
  readonly database: DatabaseSync;
  get(sql: string, ...values: SQLInputValue[]): Row | undefined;
  all(sql: string, ...values: SQLInputValue[]): readonly Row[];
  /** Row by row, as far as they are asked for. */
  iterate(sql: string, ...values: SQLInputValue[]): Iterable<Row>;
  /** Resolves to the id of the last row inserted and the number of rows changed. */
  run(sql: string, ...values: SQLInputValue[]): { readonly id: number; readonly changes: number };
}

/** The statements of an open database. */
export function statementsOf(database: DatabaseSync): Statements {
  const prepared = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const statement = database.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
  return {
    database,
    get: (sql, ...values) => prepare(sql).get(...values),
    all: (sql, ...values) => prepare(sql).all(...values),
    iterate: (sql, ...values) => prepare(sql).iterate(...values),
    run: (sql, ...values) => {
      const { lastInsertRowid, changes } = prepare(sql).run(...values);
      return { id: Number(lastInsertRowid), changes: Number(changes) };
    },
  };
}
