import { withChoice } from '../../core/compare/blind.ts';
import type { Comparison } from '../../core/compare/comparison.ts';
import { leftOutReason } from '../../core/history/comparable.ts';
import type { HistoryRun, NewRun, StoredRun } from '../../core/history/historyRun.ts';
import type { RunCursor, RunFilter } from '../../core/history/query.ts';
import type { RunPrompt, RunRecord } from '../../core/run/record.ts';
import { historyRunOf } from './historyRunOf.ts';
import { dayMs, maxPage, trendLength, trendReach } from './limits.ts';
import { numbersOf, withKey } from './recordTexts.ts';
import type { StoreMethod, StoreMethods } from './storeMethods.ts';

interface Key {
  key: string;
  promptId: number;
  title: string;
  role: RunPrompt['role'];
  /** False once another document took the key over by a rename. */
  current: boolean;
}

interface Entry {
  run: HistoryRun;
  readonly record: RunRecord;
  readonly hasTexts: boolean;
  readonly key: Key;
  removed: boolean;
}

/** The methods of a store, answered at once. */
export type MemoryAnswers = {
  readonly [M in StoreMethod]: (...args: Parameters<StoreMethods[M]>) => Awaited<ReturnType<StoreMethods[M]>>;
};

/** Keeps runs in memory, with the same answers as a database. */
export function memoryAnswers(): MemoryAnswers {
  // Newest first.
  let entries: Entry[] = [];
  let keys: Key[] = [];
  const comparisons = new Map<string, Comparison>();
  const holds = new Map<string, { readonly holder: string; readonly until: number }>();
  const groupIds = new Map<string, number>();
  let lastPromptId = 0;
  let lastGroupId = 0;

  const currentKey = (key: string): Key | undefined =>
    keys.find((known) => known.current && known.key === key);

  const keyOf = ({ key, title, role }: RunPrompt): Key => {
    let known = currentKey(key);
    if (known === undefined) {
      known = { key, promptId: ++lastPromptId, title, role, current: true };
      keys.push(known);
    }
    return Object.assign(known, { title, role });
  };

  const groupIdOf = (group: HistoryRun['group']): number => {
    const facts = JSON.stringify(group);
    const id = groupIds.get(facts) ?? ++lastGroupId;
    groupIds.set(facts, id);
    return id;
  };

  const add = (added: NewRun): void => {
    const facts = historyRunOf(added);
    if (entries.some(({ run }) => run.id === facts.id)) return;
    const { record, storeText } = added;
    const key = keyOf(record.prompt);
    const run: HistoryRun = { ...facts, promptId: key.promptId, groupId: groupIdOf(facts.group) };
    entries.push({
      run,
      record: storeText ? record : numbersOf(record),
      hasTexts: storeText,
      key,
      removed: false,
    });
    entries.sort((a, b) => (isBefore(a.run, b.run) ? 1 : -1));
  };

  const found = (filter: RunFilter): readonly Entry[] =>
    entries.filter(({ run, removed }) => !removed && matches(run, filter));

  const ofPrompt = (promptId: number | null, simulated: boolean): readonly Entry[] =>
    entries.filter(
      ({ run, removed }) =>
        !removed && run.group.simulated === simulated && (promptId === null || run.promptId === promptId),
    );

  const setRemoved = (ids: readonly string[], removed: boolean): void => {
    for (const entry of entries) if (ids.includes(entry.run.id)) entry.removed = removed;
  };

  const textOf = (hash: string): string | null =>
    entries.find(({ run, hasTexts }) => hasTexts && run.promptHash === hash)?.record.prompt.text ?? null;

  const forgetEmptyPrompts = (): void => {
    keys = keys.filter(({ promptId }) => entries.some(({ run }) => run.promptId === promptId));
  };

  return {
    add,
    prompts: ({ simulated, limit, offset }) => {
      const lists = [...grouped(ofPrompt(null, simulated), ({ run }) => run.promptId)];
      return lists.slice(offset, offset + limit).flatMap(([promptId, list]) => {
        const [last] = list;
        if (last === undefined) return [];
        const { key, title, role } = last.key;
        const group = list.filter(({ run }) => run.groupId === last.run.groupId).slice(0, trendReach);
        const clean = group.map(({ run }) => run).filter((run) => leftOutReason(run) === null);
        const trend = clean.slice(0, trendLength).reverse();
        return [{ promptId, key, title, role, runs: list.length, lastRun: last.run, trend }];
      });
    },
    titles: (promptIds, simulated) =>
      new Map(
        promptIds.flatMap((promptId) => {
          const [last] = ofPrompt(promptId, simulated);
          return last === undefined ? [] : [[promptId, last.key.title]];
        }),
      ),
    promptId: (key) => currentKey(key)?.promptId ?? null,
    groups: (promptId, simulated) =>
      [...grouped(ofPrompt(promptId, simulated), ({ run }) => run.groupId).values()].flatMap((list) => {
        const run = list[0]?.run;
        if (run === undefined) return [];
        return [{ groupId: run.groupId, group: run.group, runs: list.length, lastRunAt: run.startedAt }];
      }),
    runs: (filter, { limit, after }) =>
      found(filter)
        .map(({ run }) => run)
        .filter((run) => after === null || isBefore(run, after))
        .slice(0, Math.min(limit, maxPage)),
    count: (filter) => found(filter).length,
    versions: (promptId, simulated) =>
      [...grouped(ofPrompt(promptId, simulated), ({ run }) => run.promptHash)]
        .map(([promptHash, list]) => ({
          promptHash,
          runs: list.length,
          firstRunAt: list.at(-1)?.run.startedAt ?? 0,
          lastRunAt: list[0]?.run.startedAt ?? 0,
          hasText: textOf(promptHash) !== null,
        }))
        .sort((a, b) => a.firstRunAt - b.firstRunAt || (a.promptHash < b.promptHash ? -1 : 1))
        .map((version, i) => ({ ...version, number: i + 1 })),
    run: (id): StoredRun | null => {
      const entry = entries.find(({ run, removed }) => run.id === id && !removed);
      if (entry === undefined) return null;
      const { run, record, hasTexts, key } = entry;
      return { run, record: withKey(record, key.key), hasTexts };
    },
    text: textOf,
    comparisons: (limit) =>
      [...comparisons.values()].sort((a, b) => (isBefore(a, b) ? 1 : -1)).slice(0, limit),
    comparison: (id) => comparisons.get(id) ?? null,
    saveComparison: (comparison) => {
      const { id, outcome } = comparison;
      const { setup, outcome: known } = comparisons.get(id) ?? comparison;
      comparisons.set(id, { ...comparison, setup, outcome: { ...outcome, blind: known.blind } });
    },
    judgeComparison: (id, choice) => {
      const known = comparisons.get(id);
      if (known === undefined) return;
      const outcome = { ...known.outcome, blind: withChoice(known.outcome.blind, choice) };
      comparisons.set(id, { ...known, outcome });
    },
    holdComparison: (id, { holder, now, until }) => {
      const held = holds.get(id);
      if (held !== undefined && held.holder !== holder && held.until > now) return held.until;
      if (comparisons.has(id)) holds.set(id, { holder, until });
      return null;
    },
    letGoComparison: (id, holder) => {
      if (holds.get(id)?.holder === holder) holds.delete(id);
    },
    setLabel: (id, label) => {
      for (const entry of entries) if (entry.run.id === id) entry.run = { ...entry.run, label };
    },
    remove: (ids) => setRemoved(ids, true),
    restore: (ids) => setRemoved(ids, false),
    clear: () => {
      entries = [];
      keys = [];
      comparisons.clear();
      holds.clear();
      groupIds.clear();
    },
    link: (key, promptId) => {
      const target = keys.find((known) => known.promptId === promptId);
      if (target === undefined) throw new Error('There is no such prompt in the history.');
      const known = currentKey(key);
      if (known === undefined) {
        keys.push({ ...target, key, current: true });
        return;
      }
      known.promptId = promptId;
      for (const entry of entries) if (entry.key === known) entry.run = { ...entry.run, promptId };
      forgetEmptyPrompts();
    },
    rename: (from, to) => {
      const below = from.endsWith('/') ? from : `${from}#`;
      const moved = keys.filter(({ key, current }) => current && (key === from || key.startsWith(below)));
      for (const key of moved) key.current = false;
      for (const key of moved) {
        const renamed = to + key.key.slice(from.length);
        const taken = currentKey(renamed);
        if (taken !== undefined) taken.current = false;
        Object.assign(key, { key: renamed, current: true });
      }
    },
    retain: ({ days, runs }) => {
      const before = days === null ? Number.NEGATIVE_INFINITY : Date.now() - days * dayMs;
      const kept = entries
        .filter(({ run, removed }) => !removed && run.startedAt >= before)
        .slice(0, runs ?? undefined);
      const deleted = entries.length - kept.length;
      entries = kept;
      forgetEmptyPrompts();
      for (const id of comparisons.keys()) {
        if (!entries.some(({ run }) => run.comparisonId === id)) comparisons.delete(id);
      }
      return deleted;
    },
    size: () => 0,
  };
}

function isBefore(a: RunCursor, b: RunCursor): boolean {
  return a.startedAt < b.startedAt || (a.startedAt === b.startedAt && a.id < b.id);
}

function matches(run: HistoryRun, filter: RunFilter): boolean {
  const { promptId, groupId, model, promptHash, endStates, since, simulated } = filter;
  return (
    run.group.simulated === simulated &&
    (promptId === null || run.promptId === promptId) &&
    (groupId === null || run.groupId === groupId) &&
    (model === null || run.group.model === model) &&
    (promptHash === null || run.promptHash === promptHash) &&
    (endStates === null || endStates.includes(run.endState)) &&
    (since === null || run.startedAt >= since)
  );
}

function grouped<K>(entries: readonly Entry[], keyOf: (entry: Entry) => K): ReadonlyMap<K, readonly Entry[]> {
  const groups = new Map<K, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  return groups;
}
