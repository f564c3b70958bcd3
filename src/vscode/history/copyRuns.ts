import type { HistoryStore } from '../../adapters/history/historyStore.ts';
import { comparableRuns } from '../../core/history/comparable.ts';
import type { StoredRun } from '../../core/history/historyRun.ts';
import { runFilter } from '../../core/history/query.ts';
import { runMarkdown } from '../../core/history/runMarkdown.ts';
import { textOf } from '../../core/run/state.ts';
import { assertionsText } from '../output/assertionTexts.ts';
import { mostGroupRuns } from './latencyData.ts';
import { runMarkdownWords } from './views/runMarkdownWords.ts';
import { whenText } from './views/when.ts';

/** A run as Markdown: numbers and how they came about; prompt and answer only when asked for. */
export async function runAsMarkdown(
  store: HistoryStore,
  { run, record, hasTexts }: StoredRun,
  withTexts: boolean,
): Promise<string> {
  const { promptId, groupId, group, promptHash } = run;
  const filter = runFilter({ promptId, groupId, simulated: group.simulated });
  const [versions, runs] = await Promise.all([
    store.versions(promptId, group.simulated),
    store.runs(filter, { limit: mostGroupRuns, after: null }),
  ]);
  return runMarkdown(
    {
      run,
      title: record.prompt.title,
      version: versions.find((version) => version.promptHash === promptHash)?.number ?? null,
      date: whenText(run.startedAt),
      runsOfGroup: comparableRuns(runs).counted,
      assertions: assertionsText(record.assertions),
      texts: withTexts && hasTexts ? { prompt: record.prompt.text, answer: textOf(record.state) } : null,
    },
    runMarkdownWords(run),
  );
}
