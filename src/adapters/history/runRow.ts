import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { FailureKind } from '../../core/failure.ts';
import type { HistoryRun } from '../../core/history/historyRun.ts';
import type { RunGroup } from '../../core/history/runGroup.ts';
import type { EndState } from '../../core/run/endState.ts';
import type { ListRow } from './statements.ts';

/** The value of each column of `run` that is a field of a {@link HistoryRun}, in the order in which they are read. */
const values = {
  id: (run) => run.id,
  prompt_id: (run) => run.promptId,
  group_id: (run) => run.groupId,
  model: (run) => run.group.model,
  simulated: (run) => Number(run.group.simulated),
  started_at: (run) => run.startedAt,
  prompt_hash: (run) => run.promptHash,
  label: (run) => run.label,
  commit_id: (run) => run.commit,
  modified: (run) => bitOf(run.modified),
  comparison_id: (run) => run.comparisonId,
  end_state: (run) => run.endState,
  failure: (run) => run.failure,
  cold: (run) => Number(run.cold),
  concurrent: (run) => Number(run.concurrent),
  attempts: (run) => run.attempts,
  reused: (run) => bitOf(run.reused),
  thought: (run) => Number(run.thought),
  ttft_ms: (run) => run.metrics.ttftMs,
  first_text_ms: (run) => run.metrics.firstTextMs,
  ttlt_ms: (run) => run.metrics.ttltMs,
  otps: (run) => run.metrics.otps,
  connect_ms: (run) => run.metrics.connectMs,
  headers_ms: (run) => run.metrics.headersMs,
  server_ms: (run) => run.metrics.serverMs,
  longest_gap_ms: (run) => run.metrics.longestGapMs,
  waited_ms: (run) => run.metrics.waitedMs,
  host_delay_ms: (run) => run.hostDelayMs,
  input_tokens: (run) => run.usage.inputTokens,
  cache_creation_tokens: (run) => run.usage.cacheCreationTokens,
  cache_read_tokens: (run) => run.usage.cacheReadTokens,
  output_tokens: (run) => run.usage.outputTokens,
  thinking_tokens: (run) => run.usage.thinkingTokens,
  web_search_requests: (run) => run.usage.webSearchRequests,
  web_fetch_requests: (run) => run.usage.webFetchRequests,
  service_tier: (run) => run.usage.serviceTier,
  speed: (run) => run.usage.speed,
  cost: (run) => run.cost,
} satisfies Readonly<Record<string, (run: HistoryRun) => SQLInputValue>>;

type Column = keyof typeof values;

const columns = Object.keys(values) as readonly Column[];

/** Where a column stands in a row. */
const at = Object.fromEntries(columns.map((column, i) => [column, i])) as Readonly<Record<Column, number>>;

/** Inserts a run; its values are those of {@link runValues} and the id of its key. */
export const insertRun = `INSERT INTO run (${columns.join(', ')}, key_id, removed) VALUES (${columns.map(() => '?').join(', ')}, ?, 0)`;

/** What is selected of `run` for {@link runOfRow}, and nothing else. */
export const runColumns = columns.map((column) => `run.${column}`).join(', ');

/** The values of a run in the order of {@link insertRun}. */
export function runValues(run: HistoryRun): SQLInputValue[] {
  return Object.values(values).map((value) => value(run));
}

/** The run of a row with {@link runColumns}. */
export function runOfRow(row: ListRow, groupOf: (groupId: number) => RunGroup): HistoryRun {
  const groupId = row[at.group_id] as number;
  return {
    id: row[at.id] as string,
    promptId: row[at.prompt_id] as number,
    groupId,
    startedAt: row[at.started_at] as number,
    promptHash: row[at.prompt_hash] as string,
    label: row[at.label] as string | null,
    commit: row[at.commit_id] as string | null,
    modified: flagOf(row[at.modified]),
    comparisonId: row[at.comparison_id] as string | null,
    group: groupOf(groupId),
    endState: row[at.end_state] as EndState,
    failure: row[at.failure] as FailureKind | null,
    cold: row[at.cold] === 1,
    concurrent: row[at.concurrent] === 1,
    attempts: row[at.attempts] as number,
    reused: flagOf(row[at.reused]),
    thought: row[at.thought] === 1,
    metrics: {
      ttftMs: row[at.ttft_ms] as number | null,
      firstTextMs: row[at.first_text_ms] as number | null,
      ttltMs: row[at.ttlt_ms] as number | null,
      otps: row[at.otps] as number | null,
      connectMs: row[at.connect_ms] as number | null,
      headersMs: row[at.headers_ms] as number | null,
      serverMs: row[at.server_ms] as number | null,
      longestGapMs: row[at.longest_gap_ms] as number | null,
      waitedMs: row[at.waited_ms] as number | null,
    },
    hostDelayMs: row[at.host_delay_ms] as number | null,
    usage: {
      inputTokens: row[at.input_tokens] as number | null,
      cacheCreationTokens: row[at.cache_creation_tokens] as number | null,
      cacheReadTokens: row[at.cache_read_tokens] as number | null,
      outputTokens: row[at.output_tokens] as number | null,
      thinkingTokens: row[at.thinking_tokens] as number | null,
      webSearchRequests: row[at.web_search_requests] as number | null,
      webFetchRequests: row[at.web_fetch_requests] as number | null,
      serviceTier: row[at.service_tier] as string | null,
      speed: row[at.speed] as string | null,
    },
    cost: row[at.cost] as number | null,
  };
}

function bitOf(flag: boolean | null): SQLInputValue {
  return flag === null ? null : Number(flag);
}

function flagOf(value: SQLOutputValue | undefined): boolean | null {
  return value === null || value === undefined ? null : value === 1;
}
