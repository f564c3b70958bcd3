import { type PreviousRuns, previousRuns } from '../../core/history/previous.ts';
import { runFilter } from '../../core/history/query.ts';
import { runGroupOf } from '../../core/history/runGroup.ts';
import type { RunRecord } from '../../core/run/record.ts';
import { loadHistory } from '../lazy.ts';
import type { HistoryAccess } from './historyAccess.ts';

/** The prompt's newest runs that a spread is taken from. */
const newestRuns = 200;

/** What a run's numbers are read against; also for one that is still under way, once it is known who answers. */
export async function previousOf(record: RunRecord, history: HistoryAccess): Promise<PreviousRuns> {
  const { textHash } = await loadHistory();
  const store = await history.open();
  const group = runGroupOf(record, textHash);
  const promptId = await store.promptId(record.prompt.key);
  const groups = promptId === null ? [] : await store.groups(promptId, group.simulated);
  const own = JSON.stringify(group);
  const groupId = groups.find((row) => JSON.stringify(row.group) === own)?.groupId;
  const run = { id: record.id, startedAt: record.startedAt, promptHash: textHash(record.prompt.text) };
  if (promptId === null || groupId === undefined)
    return previousRuns({ ...run, promptId: 0, groupId: 0 }, []);
  const filter = runFilter({ promptId, groupId, simulated: group.simulated });
  const runs = await store.runs(filter, {
    limit: newestRuns,
    after: { startedAt: run.startedAt, id: run.id },
  });
  return previousRuns({ ...run, promptId, groupId }, runs);
}
