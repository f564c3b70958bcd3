import type { HistoryStore } from '../../src/adapters/history/historyStore.ts';
import { type HistoryOptions, openHistory } from '../../src/adapters/history/openHistory.ts';
import type { RunFilter } from '../../src/core/history/query.ts';

/** The worker as a source; the product has it as a bundle. */
const historyWorker = new URL('../../src/adapters/history/historyWorker.ts', import.meta.url);

/** Opens the history of a folder; without one in memory. */
export function openTestHistory(
  folder: string | null,
  options: Partial<HistoryOptions> = {},
): Promise<HistoryStore> {
  return openHistory({ folder, worker: historyWorker, log: () => undefined, ...options });
}

/** All runs that are not simulated, narrowed by what is given. */
export function filter(narrowed: Partial<RunFilter> = {}): RunFilter {
  return {
    promptId: null,
    groupId: null,
    model: null,
    promptHash: null,
    endStates: null,
    since: null,
    simulated: false,
    ...narrowed,
  };
}

/** The ids of at most 1,000 runs, newest first. */
export async function idsOf(
  store: HistoryStore,
  narrowed: Partial<RunFilter> = {},
): Promise<readonly string[]> {
  const runs = await store.runs(filter(narrowed), { limit: 1_000, after: null });
  return runs.map(({ id }) => id);
}
