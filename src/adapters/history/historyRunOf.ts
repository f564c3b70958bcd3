import type { HistoryRun, NewRun } from '../../core/history/historyRun.ts';
import { runGroupOf } from '../../core/history/runGroup.ts';
import { hasThinking, metricsOf } from '../../core/run/metrics.ts';
import { lastAttempt } from '../../core/run/state.ts';
import type { Usage } from '../../core/run/usage.ts';
import { textHash } from './textHash.ts';

/**
 * What the history tells of a run at a glance, but the ids that the store gives.
 * @throws Error where the run has not ended.
 */
export function historyRunOf(run: NewRun): Omit<HistoryRun, 'promptId' | 'groupId'> {
  const { record, cost, commit, modified } = run;
  const { state } = record;
  if (state.endState === null) throw new Error('A run that has not ended has no place in the history.');
  return {
    id: record.id,
    startedAt: record.startedAt,
    promptHash: textHash(record.prompt.text),
    label: null,
    commit,
    modified,
    comparisonId: record.comparison?.id ?? null,
    group: runGroupOf(record, textHash),
    endState: state.endState,
    failure: state.failure?.kind ?? null,
    cold: record.cold,
    concurrent: record.concurrent,
    attempts: state.attempts.length,
    reused: lastAttempt(state)?.reused ?? null,
    thought: hasThinking(state),
    metrics: metricsOf(state),
    hostDelayMs: record.hostDelayMs,
    usage: state.usageFinal ? state.usage : withoutPlaceholders(state.usage),
    cost,
  };
}

// Until the billed usage comes, the output count is a placeholder.
function withoutPlaceholders(usage: Usage): Usage {
  return { ...usage, outputTokens: null, thinkingTokens: null };
}
