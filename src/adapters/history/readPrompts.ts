import { leftOutReason } from '../../core/history/comparable.ts';
import type { HistoryRun } from '../../core/history/historyRun.ts';
import type { GroupRow, PromptRow, VersionRow } from '../../core/history/query.ts';
import type { RunGroup } from '../../core/history/runGroup.ts';
import { trendLength, trendReach } from './limits.ts';
import { type RunReader, runReader } from './readRuns.ts';
import { runColumns } from './runRow.ts';
import type { Statements } from './statements.ts';

const newestPrompts = `
SELECT * FROM (
  SELECT id, (
    SELECT max(started_at) FROM run WHERE prompt_id = prompt.id AND simulated = ? AND removed = 0
  ) AS last_at FROM prompt
) WHERE last_at IS NOT NULL ORDER BY last_at DESC, id DESC LIMIT ? OFFSET ?`;

const lastRunOf = `
SELECT ${runColumns} FROM run
WHERE prompt_id = ? AND simulated = ? AND removed = 0 ORDER BY started_at DESC, id DESC LIMIT 1`;

const keyOf = `
SELECT key, title, role FROM run JOIN prompt_key ON prompt_key.id = key_id WHERE run.id = ?`;

const newestTitles = `
SELECT value AS prompt_id, (
  SELECT title FROM run JOIN prompt_key ON prompt_key.id = key_id
  WHERE run.prompt_id = value AND simulated = ? AND removed = 0 ORDER BY started_at DESC, run.id DESC LIMIT 1
) AS title FROM json_each(?)`;

const newestOfGroup = `
SELECT ${runColumns} FROM run
WHERE prompt_id = ? AND group_id = ? AND simulated = ? AND removed = 0
ORDER BY started_at DESC, id DESC LIMIT ${trendReach}`;

/** Prompts, the one that ran last first. */
export function readPrompts(
  statements: Statements,
  query: { readonly simulated: boolean; readonly limit: number; readonly offset: number },
): readonly PromptRow[] {
  const simulated = Number(query.simulated);
  const read = runReader(statements);
  const found = statements.all(newestPrompts, simulated, query.limit, query.offset);
  return found.flatMap(({ id }) => {
    const promptId = id as number;
    const [newest] = statements.lists(lastRunOf, promptId, simulated);
    if (newest === undefined) return [];
    const lastRun = read(newest);
    const { key, title, role } = statements.get(keyOf, lastRun.id) as {
      key: string;
      title: string;
      role: PromptRow['role'];
    };
    const { n } = statements.get(
      'SELECT count(*) AS n FROM run WHERE prompt_id = ? AND simulated = ? AND removed = 0',
      promptId,
      simulated,
    ) as { n: number };
    return [
      {
        promptId,
        key,
        title,
        role,
        runs: n,
        lastRun,
        trend: trendOf(statements, lastRun, read),
      },
    ];
  });
}

/** What {@link readPrompts} calls these prompts, by id; without those that have no such runs. */
export function readTitles(
  statements: Statements,
  promptIds: readonly number[],
  simulated: boolean,
): ReadonlyMap<number, string> {
  const rows = statements.all(newestTitles, Number(simulated), JSON.stringify(promptIds));
  return new Map(
    rows.flatMap(({ prompt_id, title }) => (title === null ? [] : [[prompt_id as number, title as string]])),
  );
}

/** Id of the prompt that goes by this key, or null. */
export function readPromptId(statements: Statements, key: string): number | null {
  const row = statements.get('SELECT prompt_id FROM prompt_key WHERE key = ? AND current = 1', key);
  return (row?.prompt_id as number | undefined) ?? null;
}

/** Groups of a prompt's runs, the one that ran last first. */
export function readGroups(
  statements: Statements,
  promptId: number,
  simulated: boolean,
): readonly GroupRow[] {
  const rows = statements.all(
    `SELECT group_id, facts, count(*) AS runs, max(started_at) AS last_at
     FROM run JOIN run_group ON run_group.id = group_id
     WHERE prompt_id = ? AND simulated = ? AND removed = 0
     GROUP BY group_id ORDER BY last_at DESC, group_id DESC`,
    promptId,
    Number(simulated),
  );
  return rows.map((row) => ({
    groupId: row.group_id as number,
    group: JSON.parse(row.facts as string) as RunGroup,
    runs: row.runs as number,
    lastRunAt: row.last_at as number,
  }));
}

/** Versions of a prompt's text, oldest first. */
export function readVersions(
  statements: Statements,
  promptId: number,
  simulated: boolean,
): readonly VersionRow[] {
  const rows = statements.all(
    `SELECT prompt_hash, count(*) AS runs, min(started_at) AS first_at, max(started_at) AS last_at,
       EXISTS (SELECT 1 FROM text WHERE hash = prompt_hash) AS has_text
     FROM run WHERE prompt_id = ? AND simulated = ? AND removed = 0
     GROUP BY prompt_hash ORDER BY first_at, prompt_hash`,
    promptId,
    Number(simulated),
  );
  return rows.map((row, i) => ({
    promptHash: row.prompt_hash as string,
    number: i + 1,
    runs: row.runs as number,
    firstRunAt: row.first_at as number,
    lastRunAt: row.last_at as number,
    hasText: row.has_text === 1,
  }));
}

function trendOf(
  statements: Statements,
  { promptId, groupId, group }: HistoryRun,
  read: RunReader,
): readonly HistoryRun[] {
  const trend: HistoryRun[] = [];
  for (const row of statements.eachList(newestOfGroup, promptId, groupId, Number(group.simulated))) {
    const run = read(row);
    if (leftOutReason(run) === null) trend.push(run);
    if (trend.length === trendLength) break;
  }
  return trend.reverse();
}
