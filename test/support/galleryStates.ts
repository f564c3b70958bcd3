import './vscodeWords.ts';
import { failureKinds } from '../../src/core/failure.ts';
import { endStates } from '../../src/core/run/endState.ts';
import { type Attempt, initialRun, type RunState } from '../../src/core/run/state.ts';
import type { OutputModel, Situation } from '../../src/vscode/output/situation.ts';
import type { HostToCompare } from '../../src/webview/compareProtocol.ts';
import type { HostToHistory } from '../../src/webview/historyProtocol.ts';
import type { HostToOutput } from '../../src/webview/protocol.ts';
import {
  blindComparison,
  completeComparison,
  emptyComparison,
  plannedComparison,
  runningComparison,
  severalInputs,
  showComparison,
  sixArms,
} from './compareViews.ts';
import {
  allPrompts,
  emptyHistory,
  plainSentence,
  promptHistory,
  sampleChart,
  sampleRows,
  showHistory,
} from './historyViews.ts';
import { newRun } from './newRuns.ts';
import { endedView, needsKeyView, referenceView, sampleBlocks, show } from './panelViews.ts';

const { blockViews } = await import('../../src/vscode/output/appends.ts');
const { outputStrings, outputView } = await import('../../src/vscode/output/outputView.ts');

/** What each page is told to stand in each of its states; the output panel's words are the extension's own. */
export interface GalleryStates {
  readonly output: Readonly<Record<string, readonly HostToOutput[]>>;
  readonly history: Readonly<Record<string, readonly HostToHistory[]>>;
  readonly compare: Readonly<Record<string, readonly HostToCompare[]>>;
}

const model: OutputModel = {
  situation: { kind: 'empty' },
  chips: null,
  edited: false,
  keepWaiting: false,
  notice: null,
  hint: null,
  canInsert: true,
  price: null,
  previous: null,
  referenceId: null,
  referenceDiff: null,
};
const prompt = newRun().record.prompt;
const underWay: Partial<RunState> = { endState: null, stoppedAt: null, endedAt: null, usageFinal: false };
const silent: Partial<RunState> = {
  ...underWay,
  blocks: [],
  spans: [],
  firstTokenAt: null,
  firstTextAt: null,
  lastDeltaAt: null,
};
const [attempt] = newRun().record.state.attempts as readonly [Attempt];
const overloaded = {
  kind: 'overloaded',
  status: 529,
  code: 'overloaded_error',
  message: 'Overloaded',
  requestId: 'req_test',
  retryAfterMs: 1_200,
  parameter: null,
  retryable: true,
} as const;
const hostile =
  '<script>alert(1)</script> ![](https://example.com/x.png) [press](command:workbench.action.quit)\n\n```\nnever closed '.repeat(
    3,
  );

function shown(situation: Situation, change: Partial<OutputModel> = {}, now = 9_000): HostToOutput {
  const view = outputView({ ...model, ...change, situation }, now);
  const blocks = situation.kind === 'run' ? blockViews(situation.record.state) : [];
  return { type: 'show', view, blocks, strings: outputStrings() };
}

function run(state: Partial<RunState>, answer = 'Good day. '.repeat(30), now = 9_000): HostToOutput {
  return shown({ kind: 'run', record: newRun({ state, answer }).record }, {}, now);
}

/** Every state of every page. */
export const galleryStates: GalleryStates = {
  output: {
    empty: [shown({ kind: 'empty' })],
    'no-key': [shown({ kind: 'needs-key', prompt })],
    'no-key-with-chips': [show(needsKeyView)],
    'unknown-model': [
      shown({ kind: 'needs-model', prompt, model: 'claude-none', reason: 'unknown', suggestion: null }),
    ],
    preparing: [shown({ kind: 'preparing', prompt })],
    connecting: [run({ ...initialRun })],
    waiting: [run(silent)],
    'still-silent': [run({ ...silent, silentMs: 61_000 })],
    thinking: [
      run({
        ...silent,
        blocks: [{ index: 0, kind: 'thinking', name: null, text: '', open: true }],
        spans: [{ kind: 'thinking', startedAt: 1_500, endedAt: 4_000 }],
        firstTokenAt: 1_500,
      }),
    ],
    retrying: [
      run({ ...silent, attempts: [{ ...attempt, failedAt: 1_400, failure: overloaded, retryInMs: 1_200 }] }),
    ],
    writing: [run(underWay)],
    ...Object.fromEntries(
      endStates
        .filter((endState) => endState !== 'failed')
        .map((endState) => [`end-${endState}`, [run({ endState })]]),
    ),
    ...Object.fromEntries(
      failureKinds.map((kind) => [
        `failed-${kind}`,
        [run({ ...silent, endedAt: 2_000, endState: 'failed', failure: { ...overloaded, kind } })],
      ]),
    ),
    everything: [show(endedView, sampleBlocks)],
    reference: [show(referenceView, sampleBlocks)],
    long: [run({}, 'A long answer has many words. '.repeat(7_000))],
    hostile: [run({}, hostile)],
  },
  history: {
    empty: [showHistory(emptyHistory)],
    error: [
      showHistory({
        ...emptyHistory,
        notice: plainSentence('There is no database here: runs are kept for this window only.'),
        message: {
          tone: 'error',
          text: 'The history could not be read.',
          detail: 'The file is locked by another program.',
          buttons: [{ action: 'reload', label: 'Try Again', primary: true }],
        },
      }),
    ],
    'one-run': [showHistory({ ...promptHistory, chart: sampleChart(1) }, sampleRows(0, 1, 1))],
    runs: [showHistory(promptHistory, sampleRows(0, 19, 19))],
    'thousand-runs': [
      showHistory({ ...promptHistory, chart: sampleChart(1_000) }, sampleRows(0, 200, 1_000)),
    ],
    prompts: [showHistory(allPrompts)],
  },
  compare: {
    empty: [showComparison(emptyComparison)],
    planned: [showComparison(plannedComparison)],
    running: [showComparison(runningComparison)],
    complete: [showComparison(completeComparison)],
    inputs: [showComparison(severalInputs)],
    'six-arms': [showComparison(sixArms)],
    blind: [showComparison(blindComparison)],
  },
};
