import { totalInputTokens } from '../run/usage.ts';
import { leftOutReason } from './comparable.ts';
import type { HistoryRun } from './historyRun.ts';

/** A run with what an export tells beside it. */
export interface ExportedRun {
  readonly run: HistoryRun;
  readonly promptTitle: string;
  /** Number of the version of the prompt's text; null where it is not known. */
  readonly version: number | null;
  /** Start in ISO 8601, UTC. */
  readonly startedAt: string;
}

/** A value of an export; null where it does not exist. */
export type ExportValue = string | number | boolean | null;

/** A column of exports. Names stay: scripts read them. */
export interface ExportColumn {
  readonly name: string;
  /** Null for what is no quantity. */
  readonly unit: 'ms' | 'tokens' | 'tokens/s' | 'US dollars' | null;
  /** What it holds, in English, as `docs/metrics.md` tells it. */
  readonly meaning: string;
  /** Whether it is in the Markdown table too, which has to fit a page. */
  readonly brief: boolean;
  readonly value: (exported: ExportedRun) => ExportValue;
}

/** The columns of exports, in order: what CSV, JSONL and the documentation are made from. */
export const exportColumns: readonly ExportColumn[] = [
  column('run_id', 'Id of the run.', (run) => run.id),
  brief('started_at', 'When it began: ISO 8601, UTC.', (_, { startedAt }) => startedAt),
  brief('prompt', 'What the prompt is called.', (_, { promptTitle }) => promptTitle),
  column('prompt_id', 'Number of the prompt in this history.', (run) => run.promptId),
  brief('version', 'Version of the prompt’s text; the oldest is 1.', (_, { version }) => version),
  column('prompt_sha256', 'SHA-256 of the prompt’s text.', (run) => run.promptHash),
  column('label', 'What you called the run.', (run) => run.label),
  column('commit', 'Commit that was checked out.', (run) => run.commit),
  column('modified', 'Whether the prompt differed from the one in that commit.', (run) => run.modified),
  column('comparison_id', 'Id of the comparison that it was made for.', (run) => run.comparisonId),
  column('group_id', 'Number of the group: runs of one group are comparable.', (run) => run.groupId),
  brief('model', 'Model that was asked.', (run) => run.group.model),
  column('place', 'Where the extension ran: `local`, or the kind of remote.', (run) => run.group.place),
  column('simulated', 'Whether a simulated Claude answered.', (run) => run.group.simulated),
  column('max_tokens', 'Most tokens it might write.', (run) => run.group.maxTokens, 'tokens'),
  brief('effort', 'Effort that was sent; empty for none.', (run) => run.group.effort),
  column(
    'thinking',
    'The `thinking` field that was sent, as JSON; empty for none.',
    (run) => run.group.thinking,
  ),
  column('temperature', 'Temperature that was sent; empty for none.', (run) => run.group.temperature),
  column(
    'context_sha256',
    'SHA-256 of what else was sent: the system prompt of a user prompt, the test message of a system prompt.',
    (run) => run.group.context,
  ),
  column('extra_sha256', 'SHA-256 of all further fields of the request.', (run) => run.group.extra),
  brief('end_state', 'How it ended.', (run) => run.endState),
  column('failure', 'Why it failed; empty where it did not.', (run) => run.failure),
  brief('left_out', 'Why it is not counted in figures; empty where it is.', (run) => leftOutReason(run)),
  column('attempts', 'HTTP attempts; times are those of the last one.', (run) => run.attempts),
  column('cold', 'Whether it was the window’s first request.', (run) => run.cold),
  column('reused_connection', 'Whether the connection was already open.', (run) => run.reused),
  column('concurrent', 'Whether another run was under way.', (run) => run.concurrent),
  column('thought', 'Whether the model thought, shown or hidden.', (run) => run.thought),
  brief('ttft_ms', '[TTFT](#ttft).', ({ metrics }) => metrics.ttftMs, 'ms'),
  brief('first_text_ms', '[First text](#first-text).', ({ metrics }) => metrics.firstTextMs, 'ms'),
  brief('ttlt_ms', '[TTLT](#ttlt).', ({ metrics }) => metrics.ttltMs, 'ms'),
  brief('tokens_per_second', '[Rate of the visible text](#otps).', ({ metrics }) => metrics.otps, 'tokens/s'),
  column('connect_ms', 'DNS, TCP and TLS of the last attempt.', ({ metrics }) => metrics.connectMs, 'ms'),
  column('headers_ms', 'Sent to the response’s headers.', ({ metrics }) => metrics.headersMs, 'ms'),
  column(
    'server_ms',
    'The server’s own share, as its headers tell it.',
    ({ metrics }) => metrics.serverMs,
    'ms',
  ),
  column('longest_gap_ms', 'Longest pause between two pieces.', ({ metrics }) => metrics.longestGapMs, 'ms'),
  column('waited_ms', 'First attempt to the end, retries included.', ({ metrics }) => metrics.waitedMs, 'ms'),
  column(
    'host_delay_ms',
    'How late stamps may be, since the editor was busy.',
    (run) => run.hostDelayMs,
    'ms',
  ),
  brief(
    'input_tokens',
    '[Input tokens](#input-tokens), all of them.',
    ({ usage }) => totalInputTokens(usage),
    'tokens',
  ),
  column(
    'cache_write_tokens',
    'Input tokens written to the cache.',
    ({ usage }) => usage.cacheCreationTokens,
    'tokens',
  ),
  column(
    'cache_read_tokens',
    'Input tokens read from the cache.',
    ({ usage }) => usage.cacheReadTokens,
    'tokens',
  ),
  brief('output_tokens', '[Output tokens](#output-tokens).', ({ usage }) => usage.outputTokens, 'tokens'),
  column(
    'thinking_tokens',
    'Output tokens spent on thinking.',
    ({ usage }) => usage.thinkingTokens,
    'tokens',
  ),
  column('web_searches', 'Web searches that were billed.', ({ usage }) => usage.webSearchRequests),
  column('web_fetches', 'Web fetches that were billed.', ({ usage }) => usage.webFetchRequests),
  column('service_tier', 'Service tier that answered.', ({ usage }) => usage.serviceTier),
  column('speed', 'Speed that answered: `standard` or `fast`.', ({ usage }) => usage.speed),
  brief('cost_usd', '[Cost](#cost).', (run) => run.cost, 'US dollars'),
];

type Read = (run: HistoryRun, exported: ExportedRun) => ExportValue;

function column(name: string, meaning: string, read: Read, unit: ExportColumn['unit'] = null): ExportColumn {
  return { name, unit, meaning, brief: false, value: (exported) => read(exported.run, exported) };
}

function brief(name: string, meaning: string, read: Read, unit: ExportColumn['unit'] = null): ExportColumn {
  return { ...column(name, meaning, read, unit), brief: true };
}
