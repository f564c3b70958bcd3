import * as vscode from 'vscode';
import type { HistoryStore } from '../../adapters/history/historyStore.ts';
import type { LatencyController } from './latencyController.ts';
import { groupsOf } from './latencyData.ts';
import { type LatencyQuery, noFilters, type StateFilter, stateFilters, timeFilters } from './latencyQuery.ts';
import { daysText, type FilterId, filterPicks, stateText } from './views/filterPicks.ts';
import { groupText } from './views/groupText.ts';
import { runsUntilText } from './views/runsText.ts';

const mostPrompts = 200;

interface Item extends vscode.QuickPickItem {
  readonly act?: () => void;
}

/** Lets the person choose what the side panel is about. */
export async function pickScope(store: HistoryStore, latency: LatencyController): Promise<void> {
  const { t } = vscode.l10n;
  const { simulated } = latency.query;
  const prompts = await store.prompts({ simulated, limit: mostPrompts, offset: 0 });
  const items: Item[] = [
    { label: t('All Prompts'), act: () => latency.pick({ kind: 'all' }) },
    {
      label: t('Follow the Editor'),
      description: latency.pinned ? '' : t('as now'),
      act: () => latency.pick(null),
    },
    {
      label: simulated ? t('Show Real Runs') : t('Show Simulated Runs'),
      act: () => latency.ask({ simulated: !simulated, groupId: null }),
    },
    { label: t('Prompts'), kind: vscode.QuickPickItemKind.Separator },
    ...prompts.map(({ key, title, runs, lastRun }) => ({
      label: title,
      description: runsUntilText(runs, lastRun.startedAt),
      detail: vscode.Uri.parse(key).path,
      act: () => latency.pick({ kind: 'prompt', key, title }),
    })),
  ];
  await choose(items, t('Show Latency Of'));
}

/** Lets the person choose which runs the figures are of. */
export async function pickGroup(latency: LatencyController): Promise<void> {
  const { t } = vscode.l10n;
  const groups = latency.data?.groups ?? [];
  const others = groups.map(({ group }) => group);
  const items = groups.map(({ groupId, group, runs, lastRunAt }) => ({
    label: groupText(group, others, latency.nameOf),
    description: runsUntilText(runs, lastRunAt),
    act: () => latency.ask({ groupId }),
  }));
  await choose(items, t('Figures of Model and Parameters'));
}

/** Lets the person choose what to narrow the list of runs by, and how; the list is in sight afterwards. */
export async function pickAnyFilter(store: HistoryStore, latency: LatencyController): Promise<void> {
  const { t } = vscode.l10n;
  const picks = filterPicks(latency.query.filters);
  const clear = { label: t('Clear Filters'), description: '', filter: null };
  const picked = await vscode.window.showQuickPick(
    [
      ...picks.map(({ id, label, value }) => ({ label, description: value, filter: id })),
      ...(picks.some(({ active }) => active) ? [clear] : []),
    ],
    { title: t('Filter Runs') },
  );
  if (picked === undefined) return;
  if (picked.filter === null) latency.ask({ filters: noFilters });
  else await pickFilter(store, latency, picked.filter);
  await vscode.commands.executeCommand('promptTuner.latency.focus');
}

/** Lets the person narrow the list of runs. */
export async function pickFilter(
  store: HistoryStore,
  latency: LatencyController,
  filter: FilterId,
): Promise<void> {
  const { t } = vscode.l10n;
  const { filters } = latency.query;
  const item = (label: string, change: Partial<LatencyQuery['filters']>): Item => ({
    label,
    act: () => latency.ask({ filters: { ...filters, ...change } }),
  });
  switch (filter) {
    case 'model': {
      const models = await modelsOf(store, latency);
      return choose(
        [item(t('All'), { model: null }), ...models.map((model) => item(model, { model }))],
        t('Runs of Model'),
      );
    }
    case 'state': {
      const states = Object.keys(stateFilters) as StateFilter[];
      return choose(
        [item(t('All'), { state: null }), ...states.map((state) => item(stateText(state), { state }))],
        t('Runs That Ended As'),
      );
    }
    case 'time':
      return choose(
        [item(t('All'), { days: null }), ...timeFilters.map((days) => item(daysText(days), { days }))],
        t('Runs Of'),
      );
  }
}

async function modelsOf(store: HistoryStore, { query }: LatencyController): Promise<readonly string[]> {
  if (query.scope.kind === 'prompt') {
    return [...new Set((await groupsOf(store, query)).map(({ group }) => group.model))];
  }
  const prompts = await store.prompts({ simulated: query.simulated, limit: mostPrompts, offset: 0 });
  return [...new Set(prompts.map(({ lastRun }) => lastRun.group.model))].sort();
}

async function choose(items: readonly Item[], title: string): Promise<void> {
  const picked = await vscode.window.showQuickPick(items, { title, matchOnDetail: true });
  picked?.act?.();
}
