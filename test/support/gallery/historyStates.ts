import '../vscodeWords.ts';
import { memoryStore } from '../../../src/adapters/history/memoryStore.ts';
import { fallbackCatalogue } from '../../../src/core/request/catalogue.ts';
import type { EndState } from '../../../src/core/run/endState.ts';
import { noUsage } from '../../../src/core/run/usage.ts';
import type { LatencyQuery, Scope } from '../../../src/vscode/history/latencyQuery.ts';
import type { LatencyModel } from '../../../src/vscode/history/views/historyView.ts';
import type { HostToHistory } from '../../../src/webview/historyProtocol.ts';
import type { HistoryView } from '../../../src/webview/historyView.ts';
import { pictureTime } from '../historyViews.ts';
import { newRun, testUri } from '../newRuns.ts';
import { failureFacts } from './failureFacts.ts';
import type { GalleryState, StatesOf } from './galleryState.ts';

const { openingNotice } = await import('../../../src/vscode/history/historyNotices.ts');
const { loadLatency } = await import('../../../src/vscode/history/latencyData.ts');
const { noFilters } = await import('../../../src/vscode/history/latencyQuery.ts');
const { historyStrings } = await import('../../../src/vscode/history/views/historyStrings.ts');
const { firstRows, historyView, nothing } = await import('../../../src/vscode/history/views/historyView.ts');
const { errorMessage, loadingMessage } = await import('../../../src/vscode/history/views/messageViews.ts');

type State = GalleryState<HostToHistory>;

const minute = 60_000;
const scope: Scope = { kind: 'prompt', key: testUri, title: 'greet.prompt.md' };
const query: LatencyQuery = {
  scope,
  groupId: null,
  metric: 'ttlt',
  includeAll: false,
  simulated: false,
  filters: noFilters,
  promptLimit: 5,
};
const ends: readonly EndState[] = ['complete', 'complete', 'max-tokens', 'complete', 'cancelled', 'failed'];
const titles = ['greet.prompt.md', 'INSTRUCTIONS_FOR_THE_FIRST_ANSWER (support/triage.py)'] as const;
const memory = openingNotice({ kind: 'memory', reason: 'no-sqlite' });
const measured = { ms: 412, low: 380, high: 455, n: 10, at: pictureTime - 26 * 60 * minute };

/** A model of the side panel after so many runs of each of so many prompts, the last of them 20 s ago. */
async function after(
  runs: number,
  change: Partial<LatencyQuery> = {},
  more: Partial<LatencyModel> = {},
  prompts = 1,
): Promise<LatencyModel> {
  const store = memoryStore('no-sqlite');
  for (let number = 0; number < prompts; number++) {
    for (let index = 0; index < runs; index++) await store.add(sampleRun(number, index, runs));
  }
  if (runs > 4) await store.setLabel(`run-0-${runs - 3}`, 'before the cut');
  const asked = { ...query, ...change };
  return {
    query: asked,
    data: await loadLatency(store, asked, pictureTime),
    marks: { current: null, reference: null },
    measured: null,
    models: fallbackCatalogue,
    stored: true,
    hasKey: true,
    notice: null,
    deleted: null,
    announcement: null,
    ...more,
  };
}

/** Four texts of a prompt, each asking for less than the one before. */
function sampleRun(prompt: number, index: number, count: number) {
  const version = Math.min(4, 1 + Math.floor((index / count) * 4));
  const endState = count === 1 ? 'complete' : (ends[index % ends.length] ?? 'complete');
  const wave = (index * 7_919 * (prompt + 1)) % 900;
  const tokens = 900 - version * 160 + (wave % 90);
  const lastTextAt = 1_400 + tokens * 7;
  const failed = {
    endState,
    stoppedAt: null,
    failure: failureFacts.overloaded,
    firstTokenAt: null,
    firstTextAt: null,
    lastTextAt: null,
    lastDeltaAt: null,
    usage: noUsage,
  };
  const stopped = { endState, usage: noUsage, usageFinal: false, stoppedAt: null, endedAt: 2_200 };
  return newRun({
    id: `run-${prompt}-${index}`,
    startedAt: pictureTime - 20_000 - (count - 1 - index) * 97 * minute - prompt * 211 * minute,
    key: prompt === 0 ? testUri : `file:///project/triage-${prompt}.prompt.md`,
    prompt: { title: titles[prompt] ?? `triage-${prompt}.prompt.md` },
    text: 'Greet the reader. '.repeat(6 - version),
    ttftMs: 330 + (wave % 200),
    usage: { inputTokens: 450 - version * 38, outputTokens: tokens },
    state: {
      stoppedAt: lastTextAt + 10,
      lastTextAt,
      lastDeltaAt: lastTextAt,
      endedAt: lastTextAt + 12,
      ...(endState === 'failed' ? failed : endState === 'cancelled' ? stopped : { endState }),
    },
  });
}

function shown(model: LatencyModel, press?: State['press']): State {
  const message = {
    type: 'show',
    view: historyView(model),
    rows: firstRows(model),
    strings: historyStrings(),
  } as const;
  return { messages: [message], ...(press === undefined ? {} : { press }) };
}

function only(change: Partial<HistoryView>): State {
  const view = { ...nothing(query), ...change };
  return { messages: [{ type: 'show', view, rows: null, strings: historyStrings() }] };
}

/** The side panel in each of its states, in the extension's own words. */
export const historyStates: StatesOf<HostToHistory> = {
  'no-prompt': shown(await after(0, { scope: { kind: 'none' } })),
  empty: shown(await after(0)),
  'no-key': shown(await after(0, {}, { hasKey: false })),
  loading: only({ message: loadingMessage() }),
  error: only({ message: errorMessage() }),
  'one-run': shown(await after(1)),
  runs: shown(await after(19, {}, { measured })),
  'memory-only': shown(await after(19, {}, { notice: memory, stored: false })),
  'as-table': shown(await after(19), async (page) => await page.locator('[data-toggle-table]').click()),
  selected: shown(await after(19), async (page) => {
    await page.locator('#row-1').click();
    await page.locator('#row-2').click({ modifiers: ['Shift'] });
    await page.locator('.chart').focus();
    await page.keyboard.press('ArrowLeft');
  }),
  deleted: shown(await after(19, {}, { deleted: 3 })),
  filtered: shown(await after(19, { filters: { ...noFilters, state: 'failed', days: 7 } })),
  'filtered-to-none': shown(await after(4, { filters: { ...noFilters, state: 'failed' } })),
  'thousand-runs': shown(await after(1_000)),
  prompts: shown(await after(13, { scope: { kind: 'all' } }, {}, 8)),
};
