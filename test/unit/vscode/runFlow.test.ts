import '../../support/vscodeWords.ts';
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Uri } from 'vscode';
import type { OutputModel } from '../../../src/vscode/output/situation.ts';
import type { Prompt } from '../../../src/vscode/prompt.ts';
import type { RunFlowParts } from '../../../src/vscode/runFlow.ts';
import { newChips } from '../../support/chips.ts';
import { newRun } from '../../support/newRuns.ts';

const { window } = await import('vscode');
const { RunFlow } = await import('../../../src/vscode/runFlow.ts');

const { record } = newRun();
const prompt: Prompt = {
  key: 'lake.prompt.md',
  uri: { path: '/lake.prompt.md' } as Uri,
  title: 'lake.prompt.md',
  role: 'user',
  text: 'Name a lake.',
  anchor: { kind: 'document' },
};
const prepared = {
  ...newChips({}),
  request: record.request,
  missing: [],
  errors: [],
  notSent: [],
  found: null,
  filling: null,
  hidden: null,
};

/** What is asked, and whether the run is started, where something else begins while it is being prepared. */
async function preparedMeanwhile(answer: string | undefined) {
  const asked: string[] = [];
  Object.assign(window, {
    showWarningMessage: async (text: string) => {
      asked.push(text);
      return answer;
    },
  });
  let started = 0;
  const runner = {
    running: false,
    reserved: true,
    idle: Promise.resolve(),
    stop: () => {
      runner.running = false;
    },
    start: () => {
      if (runner.running) throw new Error('A comparison is under way');
      started += 1;
      return record;
    },
  };
  const shown: string[] = [];
  const output = {
    model: { situation: { kind: 'empty' }, chips: null } as unknown as OutputModel,
    show: (situation: OutputModel['situation']) => {
      shown.push(situation.kind);
      output.model = { ...output.model, situation };
    },
    update: () => {},
  };
  const parts = {
    runner,
    output,
    panel: { reveal: () => {} },
    connections: { open: async () => ({ connection: {}, endpoint: { origin: record.origin } }) },
    preparation: {
      prepare: async () => {
        runner.running = true;
        return prepared;
      },
    },
  };
  await new RunFlow(parts as unknown as RunFlowParts).run(prompt);
  return { asked, started, shown };
}

suite('a comparison that begins while a run is being prepared', () => {
  test('can be stopped for it', async () => {
    assert.deepEqual(await preparedMeanwhile('Stop and Run'), {
      asked: ['A comparison is under way.'],
      started: 1,
      shown: ['preparing', 'run'],
    });
  });
  test('goes on where nothing is answered', async () => {
    assert.deepEqual(await preparedMeanwhile(undefined), {
      asked: ['A comparison is under way.'],
      started: 0,
      shown: ['preparing', 'empty'],
    });
  });
});
