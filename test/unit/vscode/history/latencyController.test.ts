import '../../../support/vscodeWords.ts';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import type { HistoryStore } from '../../../../src/adapters/history/historyStore.ts';
import { memoryStore } from '../../../../src/adapters/history/memoryStore.ts';
import type { LatencyParts } from '../../../../src/vscode/history/latencyController.ts';
import type { LatencyView } from '../../../../src/vscode/history/latencyView.ts';
import type { HostToHistory } from '../../../../src/webview/historyProtocol.ts';
import { newRun } from '../../../support/newRuns.ts';

const { LatencyController } = await import('../../../../src/vscode/history/latencyController.ts');

/** The side panel of all prompts, without VS Code; `open` is how it comes by the history. */
function sidePanel(open: () => Promise<HistoryStore>) {
  const told: HostToHistory[] = [];
  let ready = () => {};
  const view: Pick<LatencyView, 'visible' | 'onStale' | 'post'> = {
    visible: true,
    onStale: (listener) => {
      ready = () => listener();
      return { dispose() {} };
    },
    post: async (message) => {
      told.push(message);
      return true;
    },
  };
  const onDidChange = () => ({ dispose() {} });
  const parts = {
    history: { open, onDidChange },
    scope: { scope: { kind: 'all' }, onDidChange },
    flow: { lastPrompt: null },
    models: { known: () => [] },
    connections: { endpoint: () => ({ origin: 'https://api.example' }), hasKey: async () => true },
    references: { versionOf: () => null },
    baselines: { of: () => null },
    log: { error: (error: unknown) => assert.fail(String(error)) },
  };
  const controller = new LatencyController(view as LatencyView, parts as unknown as LatencyParts);
  return { controller, told, ready: () => ready() };
}

/** Lets what waits for the history go on. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 200; turn++) await Promise.resolve();
}

describe('what the page of the side panel is told', () => {
  let store: HistoryStore;

  beforeEach(async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    store = memoryStore('no-sqlite');
    await store.add(newRun({ id: 'a', startedAt: 0 }));
    await store.add(newRun({ id: 'b', startedAt: 1 }));
  });
  afterEach(() => {
    mock.timers.reset();
  });

  const renew = async ({ controller }: ReturnType<typeof sidePanel>) => {
    controller.renew();
    mock.timers.tick(60);
    await settle();
  };
  const types = (told: readonly HostToHistory[]) => told.map(({ type }) => type);

  it('is everything when it is new, then what changed', async () => {
    const panel = sidePanel(async () => store);
    panel.ready();
    await settle();
    await renew(panel);
    assert.deepEqual(types(panel.told), ['show', 'show', 'update']);
  });

  it('is everything also where something changes before a page that came back has it', async () => {
    let hold: Promise<void> = Promise.resolve();
    const panel = sidePanel(async () => {
      await hold;
      return store;
    });
    panel.ready();
    await settle();
    const before = panel.told.length;
    let letGo = () => {};
    hold = new Promise((resolve) => {
      letGo = resolve;
    });
    panel.ready();
    await renew(panel);
    letGo();
    await settle();
    assert.deepEqual(types(panel.told.slice(before)), ['show']);
  });

  it('is nothing that an earlier page said aloud', async () => {
    const panel = sidePanel(async () => store);
    panel.ready();
    await settle();
    panel.controller.announce('1 run deleted');
    await renew(panel);
    panel.ready();
    await settle();
    await renew(panel);
    assert.deepEqual(
      panel.told.map((message) => ('view' in message ? message.view.announcement : null)),
      [null, null, '1 run deleted', null, null],
    );
  });

  it('is that the last row is gone where another window deleted it before more was asked for', async () => {
    const panel = sidePanel(async () => store);
    panel.ready();
    await settle();
    const [message] = panel.told.slice(-1);
    const list = message?.type === 'show' ? (message.rows?.list ?? '') : '';
    await panel.controller.more(list, 'b');
    await store.remove(['a']);
    await panel.controller.more(list, 'a');
    const [rows, gone] = panel.told.slice(-2);
    assert.deepEqual(rows?.type === 'rows' ? rows.rows.rows.map(({ id }) => id) : rows, ['a']);
    assert.deepEqual(gone, { type: 'gone', runs: ['a'] });
  });
});
