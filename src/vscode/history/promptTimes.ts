import { comparableRuns } from '../../core/history/comparable.ts';
import { runFilter } from '../../core/history/query.ts';
import { metricValues } from '../../core/history/runMetric.ts';
import { median } from '../../core/quantiles.ts';
import type { HistoryAccess } from './historyAccess.ts';

const newestRuns = 500;

/** Median of a prompt's own runs with one model: ms, and over how many runs. */
export interface PromptTime {
  readonly ms: number;
  readonly n: number;
}

/** How soon each model's first text came for one prompt, by model id: real, counted runs of this prompt alone. */
export async function promptTimes(
  promptKey: string,
  history: HistoryAccess,
): Promise<ReadonlyMap<string, PromptTime>> {
  const store = await history.open();
  const promptId = await store.promptId(promptKey);
  if (promptId === null) return new Map();
  const filter = runFilter({ promptId, simulated: false });
  const { runs } = comparableRuns(await store.runs(filter, { limit: newestRuns, after: null }));
  const models = new Set(runs.map(({ group }) => group.model));
  const times = new Map<string, PromptTime>();
  for (const model of models) {
    const values = metricValues(
      runs.filter(({ group }) => group.model === model),
      'first-text',
    );
    const ms = median(values);
    if (ms !== null) times.set(model, { ms, n: values.length });
  }
  return times;
}
