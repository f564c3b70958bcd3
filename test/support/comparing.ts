import type { HistoryStore } from '../../src/adapters/history/historyStore.ts';
import type { RunRecord } from '../../src/core/run/record.ts';
import type { RunState } from '../../src/core/run/state.ts';
import type { CompareActionParts } from '../../src/vscode/compare/compareActions.ts';
import type { CompareController } from '../../src/vscode/compare/compareController.ts';
import type { ComparePanel } from '../../src/vscode/compare/comparePanel.ts';
import type { RunPlan } from '../../src/vscode/runner.ts';
import type { CompareView, HostToCompare } from '../../src/webview/compareProtocol.ts';
import { openTestHistory } from './historyStores.ts';
import { newRun } from './newRuns.ts';

/** What the buttons of the comparison panel work on, without VS Code, network and page. */
export interface Comparing {
  readonly controller: CompareController;
  readonly parts: CompareActionParts;
  /** Where all of it is kept. */
  readonly store: HistoryStore;
  /** Everything that the page was shown, in order. */
  readonly shown: readonly CompareView[];
  /** The page is a new one. */
  readonly ready: () => void;
  /** Stops the runs that are made. */
  readonly stop: () => void;
}

/** What a test puts in the place of the rest. */
export interface ComparingFacts {
  /** The panel is not in sight. */
  readonly hidden?: boolean;
  /** The id of the comparison that was shown before a reload. */
  readonly shownBefore?: string;
  /** Called in the place of the free request that opens the connection. */
  readonly warmUp?: () => Promise<void>;
  /** Called in the place of each run; how that ended, where it is not just complete. */
  readonly run?: (plan: RunPlan) => Promise<Partial<RunState> | undefined>;
}

/** Builds it; `vscodeWords.ts` has to be imported before. */
export async function comparing({
  hidden = false,
  shownBefore,
  warmUp,
  run,
}: ComparingFacts = {}): Promise<Comparing> {
  const { CompareController: Controller } = await import('../../src/vscode/compare/compareController.ts');
  const store = await openTestHistory(null);
  const shown: CompareView[] = [];
  let ready = () => {};
  const panel: Pick<ComparePanel, 'visible' | 'onStale' | 'reveal' | 'post'> = {
    visible: !hidden,
    onStale: (listener) => {
      ready = () => listener();
      return { dispose() {} };
    },
    reveal() {},
    post: async (message: HostToCompare) => {
      shown.push(message.view);
      return true;
    },
  };
  const history = { open: async () => store, waitFor: <T>(work: Promise<T>) => work };
  const state = { get: () => shownBefore, keys: () => [], update: async () => {} };
  const controller = new Controller(
    panel as unknown as ComparePanel,
    history as unknown as CompareActionParts['history'],
    state,
  );
  let made = 0;
  let stop = () => {};
  const parts = {
    controller,
    history,
    runner: {
      running: false,
      reserved: false,
      reserve: (onStop: () => void) => {
        stop = onStop;
        return {
          run: async (plan: RunPlan): Promise<RunRecord> => {
            const state = (await run?.(plan)) ?? {};
            return newRun({ id: `${++made}`, record: { prompt: plan.prompt }, state }).record;
          },
          release() {},
        };
      },
    },
    connections: {
      open: async () => ({ connection: {}, endpoint: { origin: 'https://api.example' }, keySource: null }),
    },
    models: { refresh: warmUp ?? (async () => {}) },
    estimates: { learn: async () => {} },
    renewChips: async () => {},
    panelVisible: () => true,
    secrets: new Map(),
    log: { error: (message: unknown) => console.error(message) },
  };
  return {
    controller,
    parts: parts as unknown as CompareActionParts,
    store,
    shown,
    ready: () => ready(),
    stop: () => stop(),
  };
}
