import type { HistoryStore } from '../../adapters/history/historyStore.ts';
import { type FittedBaseline, fittedBaseline } from '../../core/history/baseline.ts';
import { type ComparableRuns, comparableRuns, leftOutReasons } from '../../core/history/comparable.ts';
import type { HistoryRun } from '../../core/history/historyRun.ts';
import {
  type GroupRow,
  type PromptRow,
  type RunFilter,
  runFilter,
  type VersionRow,
} from '../../core/history/query.ts';
import type { RunGroup } from '../../core/history/runGroup.ts';
import { type LatencyQuery, listFilter } from './latencyQuery.ts';

/** Runs of a group that figures and chart are made of at most, newest first. */
export const mostGroupRuns = 1_000;
/** Rows of the list of runs that are read at once. */
export const pageRows = 100;

/** The runs of one prompt with the same model and parameters, and what is made of them. */
export interface GroupData {
  readonly row: GroupRow;
  /** Newest first. */
  readonly runs: readonly HistoryRun[];
  readonly counted: ComparableRuns;
  readonly baseline: FittedBaseline;
}

/** The first page of the list of runs. */
export interface ListData {
  readonly filter: RunFilter;
  readonly total: number;
  readonly rows: readonly HistoryRun[];
  /** What the prompts of these runs are called, by id; empty where all are of one prompt. */
  readonly titles: ReadonlyMap<number, string>;
}

let fitted: { readonly of: string; readonly baseline: FittedBaseline } | null = null;

/** A fit looks at all pairs of runs, so it is made anew only when there is another run. */
function baselineOf(runs: readonly HistoryRun[], group: RunGroup): FittedBaseline {
  const of = [runs.length, runs[0]?.id, group.model, group.place, group.simulated].join(' ');
  if (fitted?.of !== of) fitted = { of, baseline: fittedBaseline(runs, group) };
  return fitted.baseline;
}

/** What the side panel shows, as the history has it. */
export interface LatencyData {
  /** Null where the prompt never ran, and for all prompts. */
  readonly promptId: number | null;
  readonly groups: readonly GroupRow[];
  readonly group: GroupData | null;
  readonly versions: readonly VersionRow[];
  readonly list: ListData;
  readonly prompts: readonly PromptRow[];
  readonly morePrompts: boolean;
  /** Runs of this scope that are not shown, since they are of the other kind: simulated, or real. */
  readonly otherKind: number;
}

/** Reads what the person wants to see; every part in parallel where it can be. */
export async function loadLatency(
  store: HistoryStore,
  query: LatencyQuery,
  now: number,
): Promise<LatencyData> {
  const { scope, simulated, promptLimit } = query;
  const promptId = scope.kind === 'prompt' ? await store.promptId(scope.key) : null;
  const filter = listFilter(query, promptId, now);
  const nothing = scope.kind === 'none' || (scope.kind === 'prompt' && promptId === null);
  const [groups, versions, list, prompts, otherKind] = await Promise.all([
    promptId === null ? [] : store.groups(promptId, simulated),
    promptId === null ? [] : store.versions(promptId, simulated),
    nothing ? { filter, total: 0, rows: [], titles: new Map() } : loadList(store, filter),
    scope.kind === 'all' ? store.prompts({ simulated, limit: promptLimit + 1, offset: 0 }) : [],
    nothing ? 0 : store.count(runFilter({ promptId, simulated: !simulated })),
  ]);
  const row = groups.find(({ groupId }) => groupId === query.groupId) ?? groups[0];
  return {
    promptId,
    groups,
    group: row === undefined ? null : await loadGroup(store, query, promptId, row),
    versions,
    list,
    prompts: prompts.slice(0, promptLimit),
    morePrompts: prompts.length > promptLimit,
    otherKind,
  };
}

/** The groups of the prompt that is asked for, as they are now; none for all prompts. */
export async function groupsOf(
  store: HistoryStore,
  { scope, simulated }: LatencyQuery,
): Promise<readonly GroupRow[]> {
  const promptId = scope.kind === 'prompt' ? await store.promptId(scope.key) : null;
  return promptId === null ? [] : store.groups(promptId, simulated);
}

async function loadList(store: HistoryStore, filter: RunFilter): Promise<ListData> {
  const [total, rows] = await Promise.all([
    store.count(filter),
    store.runs(filter, { limit: pageRows, after: null }),
  ]);
  return { filter, total, rows, titles: await promptTitles(store, filter, rows) };
}

/** What the prompts of a list's runs are called, by id; empty where the list is of one prompt. */
export async function promptTitles(
  store: HistoryStore,
  { promptId, simulated }: RunFilter,
  runs: readonly HistoryRun[],
): Promise<ReadonlyMap<number, string>> {
  if (promptId !== null) return new Map();
  return await store.titles([...new Set(runs.map((run) => run.promptId))], simulated);
}

async function loadGroup(
  store: HistoryStore,
  { simulated, includeAll }: LatencyQuery,
  promptId: number | null,
  row: GroupRow,
): Promise<GroupData> {
  const all = runFilter({ model: row.group.model, simulated });
  const page = { limit: mostGroupRuns, after: null };
  const [runs, ofModel] = await Promise.all([
    store.runs({ ...all, promptId, groupId: row.groupId }, page),
    store.runs(all, page),
  ]);
  return {
    row,
    runs,
    counted: comparableRuns(runs, includeAll ? leftOutReasons : []),
    baseline: baselineOf(ofModel, row.group),
  };
}
