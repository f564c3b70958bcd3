import '../../../support/vscodeWords.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryStore } from '../../../../src/adapters/history/memoryStore.ts';
import type { LatencyData } from '../../../../src/vscode/history/latencyData.ts';
import type { LatencyQuery, Scope } from '../../../../src/vscode/history/latencyQuery.ts';
import { maxIdLength } from '../../../../src/webview/historyIds.ts';
import { newRun, testUri } from '../../../support/newRuns.ts';

const { loadLatency } = await import('../../../../src/vscode/history/latencyData.ts');
const { noFilters } = await import('../../../../src/vscode/history/latencyQuery.ts');
const { firstRows, listId } = await import('../../../../src/vscode/history/views/historyView.ts');

const bob = 'file:///project/bob.prompt.md';

/** The rows of a scope, each with its prompt and how its sentence begins. */
async function rowsOf(scope: Scope): Promise<readonly (readonly [id: string, string | null, string])[]> {
  const store = memoryStore('no-sqlite');
  await store.add(newRun({ id: 'a', startedAt: 0 }));
  await store.add(newRun({ id: 'b', startedAt: 1, key: bob, prompt: { title: 'bob.prompt.md' } }));
  await store.add(newRun({ id: 'c', startedAt: 2, state: { endState: 'max-tokens' } }));
  const query = {
    scope,
    groupId: null,
    metric: 'ttlt',
    includeAll: false,
    simulated: false,
    filters: noFilters,
    // Fewer prompts than the runs are of.
    promptLimit: 1,
  } as const;
  const { rows } = firstRows({
    query,
    data: await loadLatency(store, query, 3),
    marks: { current: null, reference: null },
    measured: null,
    models: [],
    stored: true,
    hasKey: true,
    notice: null,
    deleted: null,
    announcement: null,
  });
  return rows.map(({ id, prompt, hover }) => [id, prompt, hover.split(', TTFT')[0] ?? '']);
}

test('each row of all prompts names its prompt, first in its sentence', async () => {
  assert.deepEqual(await rowsOf({ kind: 'all' }), [
    ['c', 'greet.prompt.md', 'greet.prompt.md: Cut at max tokens'],
    ['b', 'bob.prompt.md', 'bob.prompt.md: Complete'],
    ['a', 'greet.prompt.md', 'greet.prompt.md: Complete'],
  ]);
});

test('rows of one prompt do not name it', async () => {
  assert.deepEqual(await rowsOf({ kind: 'prompt', key: testUri, title: 'greet.prompt.md' }), [
    ['c', null, 'Cut at max tokens'],
    ['a', null, 'Complete'],
  ]);
});

test('a list is another one when it is narrowed otherwise, however long the id of its model is', () => {
  const data = { promptId: 1 } as LatencyData;
  const filters = { model: `models/${'m'.repeat(120)}`, state: null, days: null };
  const query = { scope: { kind: 'all' }, simulated: false, filters } as LatencyQuery;
  const ids = [
    filters,
    { ...filters, state: 'failed' },
    { ...filters, days: 7 },
    { ...filters, model: 'm' },
  ].map((narrowed) => listId({ ...query, filters: narrowed as LatencyQuery['filters'] }, data));
  assert.equal(new Set(ids).size, 4);
  assert.ok(ids.every((id) => id.length <= maxIdLength));
});
