import type { HistoryStore } from '../../adapters/history/historyStore.ts';
import type { ComparisonSetup } from '../../core/compare/comparison.ts';
import { type Forecast, forecastOf, type RunOutlook } from '../../core/compare/forecast.ts';
import { comparableRuns } from '../../core/history/comparable.ts';
import type { HistoryRun } from '../../core/history/historyRun.ts';
import { metricValues } from '../../core/history/runMetric.ts';
import { median, robustSpread } from '../../core/quantiles.ts';
import { currentPrice } from '../requestPreparation.ts';
import type { TokenEstimates } from '../tokenEstimates.ts';

const newestRuns = 500;
/** A spread of fewer runs says too little. */
const fewestRuns = 5;

/** What is known of a comparison's runs before they are made. */
export interface Outlook {
  /** By arm, then by input. */
  readonly runs: ReadonlyMap<string, ReadonlyMap<string, RunOutlook>>;
  /** Newest counted runs of the prompt. */
  readonly past: readonly HistoryRun[];
}

/** Looks at this prompt's past and at the requests; sends nothing. */
export async function outlookOf(
  { arms, inputs, prompt }: ComparisonSetup,
  store: HistoryStore,
  estimates: TokenEstimates,
): Promise<Outlook> {
  const past = await pastRuns(prompt.key, store);
  const runs = new Map<string, ReadonlyMap<string, RunOutlook>>();
  for (const { name, model, requests } of arms) {
    const times = metricValues(
      past.filter(({ group }) => group.model === model),
      'ttlt',
    );
    const byInput = new Map<string, RunOutlook>();
    for (const [at, request] of requests.entries()) {
      byInput.set(inputs[at]?.name ?? '', {
        inputTokens: await estimates.ofRequest(request),
        maxTokens: request.body.max_tokens,
        price: currentPrice(model),
        usualMs: median(times),
      });
    }
    runs.set(name, byInput);
  }
  return { runs, past };
}

/** What the comparison will take up to a look, as far as it is known. */
export function forecast(setup: ComparisonSetup, look: number, { runs, past }: Outlook): Forecast {
  const unknown: RunOutlook = { inputTokens: 0, maxTokens: 0, price: null, usualMs: null };
  return forecastOf(
    setup.plan,
    look,
    (arm, input) => runs.get(arm)?.get(input) ?? unknown,
    spreadOf(setup, past),
  );
}

// Within one text and one model: what an edit did would count as variation.
function spreadOf({ arms, metric }: ComparisonSetup, past: readonly HistoryRun[]): number | null {
  const own = past.filter(({ group }) => group.model === arms[0]?.model);
  for (const hash of new Set(own.map(({ promptHash }) => promptHash))) {
    const values = metricValues(
      own.filter(({ promptHash }) => promptHash === hash),
      metric,
    );
    if (values.length >= fewestRuns) return robustSpread(values);
  }
  return null;
}

/** Runs of the kind that ran last, real or simulated: the two are never mixed. */
async function pastRuns(key: string, store: HistoryStore): Promise<readonly HistoryRun[]> {
  const promptId = await store.promptId(key);
  if (promptId === null) return [];
  const kinds = await Promise.all(
    [false, true].map((simulated) =>
      store.runs(
        {
          promptId,
          groupId: null,
          model: null,
          promptHash: null,
          endStates: null,
          since: null,
          simulated,
        },
        { limit: newestRuns, after: null },
      ),
    ),
  );
  const [newest = []] = kinds.toSorted((a, b) => (b[0]?.startedAt ?? 0) - (a[0]?.startedAt ?? 0));
  return comparableRuns(newest).runs;
}
