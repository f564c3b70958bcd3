import '../../../support/vscodeWords.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryStore } from '../../../../src/adapters/history/memoryStore.ts';
import type { LatencyActionParts } from '../../../../src/vscode/history/latencyActions.ts';
import type { Scope } from '../../../../src/vscode/history/latencyQuery.ts';
import { newRun, testUri } from '../../../support/newRuns.ts';

const { historyCommands } = await import('../../../../src/vscode/history/historyCommands.ts');
const { noFilters } = await import('../../../../src/vscode/history/latencyQuery.ts');

/** The commands with the side panel hidden: nothing was read for it. */
async function commandsFor(scope: Scope, groupId: number | null = null) {
  const store = memoryStore('no-sqlite');
  await store.add(newRun({ id: 'a', startedAt: 0, model: 'claude-sonnet-5-5' }));
  await store.add(newRun({ id: 'b', startedAt: 1 }));
  const asked: string[] = [];
  const parts = {
    history: { open: async () => store },
    latency: { query: { scope, groupId, simulated: false, filters: noFilters }, data: null, renew() {} },
    output: { record: null },
    runner: { running: false },
    connections: { endpoint: () => ({ origin: 'https://api.example' }) },
    models: { known: () => [] },
    refused: {
      of: (_origin: string, model: string) => {
        asked.push(model);
        throw new Error('enough is known');
      },
    },
  };
  const promptId = (await store.promptId(testUri)) ?? 0;
  const groups = await store.groups(promptId, false);
  return { commands: historyCommands(parts as unknown as LatencyActionParts), asked, groups };
}

const greet: Scope = { kind: 'prompt', key: testUri, title: 'greet' };

test('of a prompt that never ran nothing is exported, least of all the runs of others', async () => {
  const { commands } = await commandsFor({ kind: 'prompt', key: 'file:///new.prompt.md', title: 'new' });
  await assert.rejects(commands['promptTuner.exportRuns'](), {
    name: 'UserError',
    message: 'There are no runs to export.',
  });
});

test('the baseline is measured of the model that ran last, or of the group that was chosen', async () => {
  const { commands, asked, groups } = await commandsFor(greet);
  await assert.rejects(commands['promptTuner.measureBaseline'](), new Error('enough is known'));
  assert.deepEqual(asked, ['claude-haiku-5-5']);
  const chosen = groups.find(({ group }) => group.model === 'claude-sonnet-5-5');
  assert.ok(chosen);
  const other = await commandsFor(greet, chosen.groupId);
  await assert.rejects(other.commands['promptTuner.measureBaseline'](), new Error('enough is known'));
  assert.deepEqual(other.asked, ['claude-sonnet-5-5']);
});
