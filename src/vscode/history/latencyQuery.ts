import type { RunFilter } from '../../core/history/query.ts';
import type { EndState } from '../../core/run/endState.ts';
import type { MetricId } from '../../webview/historyIds.ts';

/** What the side panel is about: one prompt by its key, or all of them. */
export type Scope =
  | { readonly kind: 'prompt'; readonly key: string; readonly title: string }
  | { readonly kind: 'all' }
  /** No prompt was opened or run yet. */
  | { readonly kind: 'none' };

/** Ends that the list of runs can be narrowed to. */
export const stateFilters = {
  complete: ['complete'],
  cut: ['max-tokens', 'stop-sequence', 'refusal', 'paused', 'context-exceeded', 'tool-use'],
  cancelled: ['cancelled'],
  failed: ['failed', 'broken', 'stalled'],
} as const satisfies Readonly<Record<string, readonly EndState[]>>;

/** One of {@link stateFilters}. */
export type StateFilter = keyof typeof stateFilters;

/** Times that the list of runs can be narrowed to, in days back from now. */
export const timeFilters = [1, 7, 30] as const;

/** One of {@link timeFilters}. */
export type TimeFilter = (typeof timeFilters)[number];

/** How the list of runs is narrowed; null for not at all. */
export interface ListFilters {
  readonly model: string | null;
  readonly state: StateFilter | null;
  readonly days: TimeFilter | null;
}

/** Nothing narrowed. */
export const noFilters: ListFilters = { model: null, state: null, days: null };

/** What the person wants to see. */
export interface LatencyQuery {
  readonly scope: Scope;
  /** Null for the group that ran last. */
  readonly groupId: number | null;
  readonly metric: MetricId;
  /** Count also what is left out. */
  readonly includeAll: boolean;
  /** Runs of the simulated Claude instead of real ones; never both. */
  readonly simulated: boolean;
  readonly filters: ListFilters;
  /** Prompts of the list of all prompts that are shown at most. */
  readonly promptLimit: number;
}

/** Which runs the list shows. */
export function listFilter(
  { filters, simulated }: LatencyQuery,
  promptId: number | null,
  now: number,
): RunFilter {
  return {
    promptId,
    groupId: null,
    model: filters.model,
    promptHash: null,
    endStates: filters.state === null ? null : stateFilters[filters.state],
    since: filters.days === null ? null : now - filters.days * 24 * 60 * 60_000,
    simulated,
  };
}
