import type { HistoryRun } from '../../../../src/core/history/historyRun.ts';
import type { VersionRow } from '../../../../src/core/history/query.ts';
import type { RunGroup } from '../../../../src/core/history/runGroup.ts';
import type { RunMetrics } from '../../../../src/core/run/metrics.ts';
import { noUsage, type Usage } from '../../../../src/core/run/usage.ts';

const group: RunGroup = {
  model: 'claude-haiku-5-5',
  place: 'local',
  simulated: false,
  maxTokens: 4_096,
  effort: null,
  thinking: null,
  temperature: null,
  context: null,
  extra: null,
};

const noMetrics: RunMetrics = {
  ttftMs: null,
  firstTextMs: null,
  ttltMs: null,
  otps: null,
  connectMs: null,
  headersMs: null,
  serverMs: null,
  longestGapMs: null,
  waitedMs: null,
};

/** What a test says of a run; the rest is a complete, counted run without any number. */
export type RunFacts = Partial<Omit<HistoryRun, 'group' | 'metrics' | 'usage'>> & {
  readonly group?: Partial<RunGroup>;
  readonly metrics?: Partial<RunMetrics>;
  readonly usage?: Partial<Usage>;
};

/** A run of the history. */
export function historyRun(facts: RunFacts = {}): HistoryRun {
  return {
    id: 'run',
    promptId: 1,
    groupId: 1,
    startedAt: 0,
    promptHash: 'a',
    label: null,
    commit: null,
    modified: null,
    comparisonId: null,
    endState: 'complete',
    failure: null,
    cold: false,
    concurrent: false,
    attempts: 1,
    reused: false,
    thought: false,
    hostDelayMs: null,
    cost: null,
    ...facts,
    group: { ...group, ...facts.group },
    metrics: { ...noMetrics, ...facts.metrics },
    usage: { ...noUsage, ...facts.usage },
  };
}

/** Runs with these times to the first token, a millisecond after each other, named `run 1` and so on. */
export function runsOf(ttfts: readonly (number | null)[], facts: RunFacts = {}): readonly HistoryRun[] {
  return ttfts.map((ttftMs, i) =>
    historyRun({ id: `run ${i + 1}`, startedAt: i, ...facts, metrics: { ttftMs } }),
  );
}

/** Versions with these hashes, numbered from 1. */
export function versionsOf(hashes: readonly string[]): readonly VersionRow[] {
  return hashes.map((promptHash, i) => ({
    promptHash,
    number: i + 1,
    runs: 1,
    firstRunAt: 0,
    lastRunAt: 0,
    hasText: true,
  }));
}
