import type { SQLInputValue } from 'node:sqlite';
import type { HistoryRun, StoredRun } from '../../core/history/historyRun.ts';
import type { RunCursor, RunFilter } from '../../core/history/query.ts';
import type { RunGroup } from '../../core/history/runGroup.ts';
import type { RunRecord } from '../../core/run/record.ts';
import { maxPage } from './limits.ts';
import { withKey, withTexts } from './recordTexts.ts';
import { runColumns, runOfRow } from './runRow.ts';
import type { ListRow, Row, Statements } from './statements.ts';
import { textOfColumn } from './textHash.ts';

/** Reads the runs of rows; a group is read once. */
export type RunReader = (row: ListRow) => HistoryRun;

/** A reader of rows with {@link runColumns}. */
export function runReader(statements: Statements): RunReader {
  const groups = new Map<number, RunGroup>();
  const groupOf = (id: number): RunGroup => {
    const known = groups.get(id);
    if (known !== undefined) return known;
    const facts = statements.get('SELECT facts FROM run_group WHERE id = ?', id)?.facts;
    const group = JSON.parse(facts as string) as RunGroup;
    groups.set(id, group);
    return group;
  };
  return (row) => runOfRow(row, groupOf);
}

/** Runs, newest first. */
export function readRuns(
  statements: Statements,
  filter: RunFilter,
  page: { readonly limit: number; readonly after: RunCursor | null },
): readonly HistoryRun[] {
  const { sql, values } = where(filter);
  const after = page.after === null ? '' : ' AND (started_at, id) < (?, ?)';
  const cursor = page.after === null ? [] : [page.after.startedAt, page.after.id];
  const rows = statements.lists(
    `SELECT ${runColumns} FROM run WHERE ${sql}${after} ORDER BY started_at DESC, id DESC LIMIT ?`,
    ...values,
    ...cursor,
    Math.min(page.limit, maxPage),
  );
  return rows.map(runReader(statements));
}

/** How many runs there are. */
export function countRuns(statements: Statements, filter: RunFilter): number {
  const { sql, values } = where(filter);
  return statements.get(`SELECT count(*) AS n FROM run WHERE ${sql}`, ...values)?.n as number;
}

/** A run with all that is kept of it. */
export function readRun(statements: Statements, id: string): StoredRun | null {
  const [found] = statements.lists(`SELECT ${runColumns} FROM run WHERE id = ? AND removed = 0`, id);
  const row = statements.get(
    `SELECT key, record, prompt_text, request_text, answer_text
     FROM run JOIN detail ON run_seq = seq JOIN prompt_key ON prompt_key.id = key_id WHERE run.id = ?`,
    id,
  );
  if (found === undefined || row === undefined) return null;
  const record = withKey(JSON.parse(row.record as string) as RunRecord, row.key as string);
  const textOf = (column: string): string | null => {
    const textId = row[column] ?? null;
    if (textId === null) return null;
    return contentOf(statements.get('SELECT content FROM text WHERE id = ?', textId));
  };
  const [prompt, request, answer] = ['prompt_text', 'request_text', 'answer_text'].map(textOf);
  const run = runReader(statements)(found);
  return typeof prompt === 'string' && typeof request === 'string' && typeof answer === 'string'
    ? { run, record: withTexts(record, { prompt, request, answer }), hasTexts: true }
    : { run, record, hasTexts: false };
}

/** A text by its hash, or null where it is not kept. */
export function readText(statements: Statements, hash: string): string | null {
  return contentOf(statements.get('SELECT content FROM text WHERE hash = ?', hash));
}

function contentOf(row: Row | undefined): string | null {
  return row === undefined ? null : textOfColumn(row.content as string | Uint8Array);
}

// A + keeps a condition out of the choice of the index: that of the prompt is the narrower one.
function where(filter: RunFilter): { readonly sql: string; readonly values: readonly SQLInputValue[] } {
  const { promptId, groupId, model, promptHash, endStates, since, simulated } = filter;
  const ofPrompt = promptId !== null;
  const conditions: [sql: string, ...values: SQLInputValue[]][] = [
    ['removed = 0'],
    ['simulated = ?', Number(simulated)],
  ];
  if (promptId !== null) conditions.push(['prompt_id = ?', promptId]);
  if (groupId !== null) conditions.push(['group_id = ?', groupId]);
  if (model !== null) conditions.push([`${ofPrompt || groupId !== null ? '+' : ''}model = ?`, model]);
  if (promptHash !== null) conditions.push([`${groupId === null ? '' : '+'}prompt_hash = ?`, promptHash]);
  if (endStates !== null) {
    conditions.push(['end_state IN (SELECT value FROM json_each(?))', JSON.stringify(endStates)]);
  }
  if (since !== null) conditions.push(['started_at >= ?', since]);
  return {
    sql: conditions.map(([sql]) => sql).join(' AND '),
    values: conditions.flatMap(([, ...values]) => values),
  };
}
