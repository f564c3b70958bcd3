import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HistoryStore } from '../../src/adapters/history/historyStore.ts';
import type { HistoryRun } from '../../src/core/history/historyRun.ts';
import { filter, openTestHistory } from '../support/historyStores.ts';
import { newRun } from '../support/newRuns.ts';
import { projectRoot } from '../support/paths.ts';
import { atMost, type Bench, type Figure, medianOf, reported } from './figure.ts';
import { fillHistory, mainKey } from './history/fill.ts';

const sizes = [1_000, 10_000, 100_000] as const;
const barSize = 10_000;
const bars = { view: 200, query: 20 };
const repeats = 15;

/** How long the history takes to answer, by how much it holds; with the way through the worker. */
export const bench: Bench = {
  name: 'history',
  title: 'The history with 1,000, 10,000 and 100,000 runs',
  async run() {
    const root = mkdtempSync(join(tmpdir(), 'prompt-tuner-bench-history-'));
    try {
      const medians = new Map<number, ReadonlyMap<string, number>>();
      for (const runs of sizes) medians.set(runs, await measure(join(root, String(runs)), runs));
      return [...sizes.flatMap((runs) => figures(runs, medians.get(runs))), ...growth(medians)];
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  },
};

const viewTitles = ['first opening of the view', 'opening the view'];
const worker = join(projectRoot, 'dist/historyWorker.js');

async function measure(folder: string, runs: number): Promise<ReadonlyMap<string, number>> {
  fillHistory(folder, runs);
  const found = new Map<string, number>();
  found.set(
    'first opening of the view',
    await medianMs(5, async () => {
      const store = await openTestHistory(folder, { worker });
      await openView(store);
      return () => store.close();
    }),
  );
  const store = await openTestHistory(folder, { worker });
  const promptId = (await store.promptId(mainKey)) ?? 0;
  const groupId = (await store.groups(promptId, false))[0]?.groupId ?? 0;
  const page = { limit: 100, after: null };
  const deep = await runBehind(store, runs / 2);
  const queries: Readonly<Record<string, () => Promise<unknown>>> = {
    'opening the view': () => openView(store),
    'summary: the newest 1,000 runs of a group': () =>
      store.runs(filter({ promptId, groupId }), { limit: 1_000, after: null }),
    'list of 50 prompts with trends': () => store.prompts({ simulated: false, limit: 50, offset: 0 }),
    'groups of a prompt': () => store.groups(promptId, false),
    'versions of a prompt': () => store.versions(promptId, false),
    'page of 100 runs': () => store.runs(filter(), page),
    'page of 100 runs, from the middle': () => store.runs(filter(), { limit: 100, after: deep }),
    'filter: model, state and time': () =>
      store.runs(
        filter({ model: 'claude-sonnet-5-5', endStates: ['failed'], since: Date.now() - 30 * 86_400_000 }),
        page,
      ),
    'filter: a state that never was': () => store.runs(filter({ endStates: ['refusal'] }), page),
    'count of a prompt’s runs': () => store.count(filter({ promptId })),
    'count of all runs': () => store.count(filter()),
    'one run with its texts': () => store.run(deep.id),
  };
  for (const [title, query] of Object.entries(queries)) {
    found.set(title, await medianMs(repeats, async () => void (await query())));
  }
  let added = 0;
  found.set(
    'insert',
    await medianMs(repeats, async () =>
      store.add(newRun({ id: `added ${added}`, startedAt: Date.now(), answer: `${added++}` })),
    ),
  );
  found.set('size', (await store.size()) / 1e6);
  await store.close();
  return found;
}

// What the side panel asks for when it becomes visible with a prompt as its scope.
async function openView(store: HistoryStore): Promise<void> {
  const promptId = await store.promptId(mainKey);
  const [groups] = await Promise.all([
    store.groups(promptId ?? 0, false),
    store.versions(promptId ?? 0, false),
    store.count(filter({ promptId })),
    store.runs(filter({ promptId }), { limit: 100, after: null }),
  ]);
  await store.runs(filter({ promptId, groupId: groups[0]?.groupId ?? 0 }), { limit: 1_000, after: null });
}

async function runBehind(store: HistoryStore, count: number): Promise<HistoryRun> {
  let last: HistoryRun | null = null;
  for (let seen = 0; seen < count; seen += 1_000) {
    const runs: readonly HistoryRun[] = await store.runs(filter(), { limit: 1_000, after: last });
    last = runs.at(-1) ?? last;
  }
  if (last === null) throw new Error('There is no run.');
  return last;
}

function figures(runs: number, medians: ReadonlyMap<string, number> = new Map()): readonly Figure[] {
  return [...medians].map(([title, value]) => {
    const figure = `${runs.toLocaleString('en')} runs: ${title}`;
    if (title === 'size') return reported(figure, value, 'MB');
    const bar = viewTitles.includes(title) ? bars.view : bars.query;
    return runs === barSize ? atMost(figure, value, 'ms', bar) : reported(figure, value, 'ms');
  });
}

// Ten times as many runs would be ten times as slow if each query read them all.
function growth(medians: ReadonlyMap<number, ReadonlyMap<string, number>>): readonly Figure[] {
  const [few, many] = [medians.get(10_000), medians.get(100_000)];
  return [...(many ?? [])]
    .filter(([title]) => title !== 'size')
    .map(([title, value]) => {
      const figure = `10,000 to 100,000 runs: ${title}`;
      const factor = value / (few?.get(title) ?? Number.NaN);
      return title === 'opening the view' ? atMost(figure, factor, '×', 5) : reported(figure, factor, '×');
    });
}

// What is returned by the work is not measured.
async function medianMs(times: number, work: () => Promise<void | (() => Promise<void>)>): Promise<number> {
  const values: number[] = [];
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    const after = await work();
    values.push(performance.now() - start);
    await after?.();
  }
  return medianOf(values);
}
