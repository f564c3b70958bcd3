import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';

/** A row as it is read. */
export type Row = Readonly<Record<string, SQLOutputValue>>;

/** A row as the list of its values. */
export type ListRow = readonly SQLOutputValue[];

/** The prepared statements of a database: each text is prepared once. */
export interface Statements {
  readonly database: DatabaseSync;
  get(sql: string, ...values: SQLInputValue[]): Row | undefined;
  all(sql: string, ...values: SQLInputValue[]): readonly Row[];
  /** Rows as lists, which takes many columns half the time. */
  lists(sql: string, ...values: SQLInputValue[]): readonly ListRow[];
  /** The same row by row, as far as they are asked for. */
  eachList(sql: string, ...values: SQLInputValue[]): Iterable<ListRow>;
  /** Returns the id of the row, where one was inserted. */
  run(sql: string, ...values: SQLInputValue[]): { readonly id: number };
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
  const prepareLists = (sql: string): StatementSync => {
    const statement = prepare(sql);
    statement.setReturnArrays(true);
    return statement;
  };
  return {
    database,
    get: (sql, ...values) => prepare(sql).get(...values),
    all: (sql, ...values) => prepare(sql).all(...values),
    // The types of a statement know rows as objects only.
    lists: (sql, ...values) => prepareLists(sql).all(...values) as unknown as ListRow[],
    eachList: (sql, ...values) =>
      prepareLists(sql).iterate(...values) as Iterable<unknown> as Iterable<ListRow>,
    run: (sql, ...values) => ({ id: Number(prepare(sql).run(...values).lastInsertRowid) }),
  };
}
