import '../vscodeWords.ts';
import type { Page } from 'playwright-core';
import type { AssertionResult } from '../../../src/core/assertions/checkAnswer.ts';
import { failureKinds } from '../../../src/core/failure.ts';
import { fallbackCatalogue, suggestModel } from '../../../src/core/request/catalogue.ts';
import { priceOf } from '../../../src/core/request/prices.ts';
import type { EndState } from '../../../src/core/run/endState.ts';
import { type Attempt, type Block, initialRun, type RunState } from '../../../src/core/run/state.ts';
import { noUsage } from '../../../src/core/run/usage.ts';
import type { OutputModel, Situation } from '../../../src/vscode/output/situation.ts';
import type { HostToOutput } from '../../../src/webview/protocol.ts';
import { newChips } from '../chips.ts';
import { pictureTime } from '../historyViews.ts';
import { newRun } from '../newRuns.ts';
import { endedView, referenceView, sampleBlocks, show } from '../panelViews.ts';
import { attemptUntil, failureFacts } from './failureFacts.ts';
import type { GalleryState, StatesOf } from './galleryState.ts';

const { blockViews } = await import('../../../src/vscode/output/appends.ts');
const { outputStrings, outputView } = await import('../../../src/vscode/output/outputView.ts');

type State = GalleryState<HostToOutput>;

const chips = newChips(
  { effort: 'low' },
  {
    values: {
      set: 'short mail',
      variables: [{ name: 'mail', value: 'My invoice of March shows two totals.' }],
    },
  },
);
const model: OutputModel = {
  situation: { kind: 'empty' },
  chips,
  edited: false,
  keepWaiting: false,
  notice: null,
  hint: null,
  canInsert: true,
  price: priceOf('claude-haiku-5-5'),
  previous: { run: null, sameText: false, spreads: noSpreads() },
  referenceId: null,
  referenceDiff: null,
};
const prompt = newRun().record.prompt;
const answer = 'Good day. Thank you for your mail of Monday. '.repeat(8);
const underWay: Partial<RunState> = {
  endState: null,
  stoppedAt: null,
  endedAt: null,
  usage: noUsage,
  usageFinal: false,
  stopReason: null,
};
const silent: Partial<RunState> = {
  ...underWay,
  blocks: [],
  spans: [],
  firstTokenAt: null,
  firstTextAt: null,
  lastTextAt: null,
  lastDeltaAt: null,
  textCharacters: 0,
  longestGapMs: null,
};
const thinking: Block = { index: 0, kind: 'thinking', name: null, text: '', open: true };
const [attempt] = newRun().record.state.attempts as readonly [Attempt];
const hostile =
  '<script>alert(1)</script> ![](https://example.com/x.png) [press](command:workbench.action.quit)\n\n```\nnever closed '.repeat(
    3,
  );

/** What an end comes with beside its name; of a run that was stopped or broke off no bill is known. */
const ends: Readonly<Record<Exclude<EndState, 'failed'>, Partial<RunState>>> = {
  complete: {},
  'max-tokens': {
    stopReason: 'max_tokens',
    usage: { ...noUsage, inputTokens: 40, outputTokens: 4_096 },
    spans: [{ kind: 'text', startedAt: 1_413, endedAt: 29_400 }],
    lastTextAt: 29_400,
    lastDeltaAt: 29_400,
    stoppedAt: 29_410,
    endedAt: 29_412,
  },
  'stop-sequence': { stopReason: 'stop_sequence', stopSequence: '</answer>' },
  refusal: { ...silent, endedAt: 1_900, stoppedAt: 1_890, stopReason: 'refusal', refusalCategory: 'cyber' },
  paused: { stopReason: 'pause_turn' },
  'context-exceeded': { stopReason: 'model_context_window_exceeded' },
  'tool-use': {
    stopReason: 'tool_use',
    blocks: [{ index: 0, kind: 'tool-use', name: 'find_invoice', text: '{"month":"March"}', open: false }],
    firstTextAt: null,
  },
  cancelled: { ...underWay, endedAt: 3_001 },
  stalled: { ...underWay, endedAt: 603_001, silentMs: 600_000 },
  broken: { ...underWay, endedAt: 3_001 },
};
const assertions: readonly AssertionResult[] = [
  { assertion: { type: 'contains', value: 'Good day' }, fault: null },
  { assertion: { type: 'max-sentences', value: 20 }, fault: null },
  { assertion: { type: 'not-contains', value: 'as an AI' }, fault: null },
];
const failedAssertions: readonly AssertionResult[] = [
  ...assertions,
  { assertion: { type: 'max-sentences', value: 3 }, fault: { kind: 'sentences', count: 16 } },
  { assertion: { type: 'json-schema', value: { title: 'triage' } }, fault: { kind: 'not-json' } },
];

function shown(situation: Situation, change: Partial<OutputModel> = {}, now = 9_000): State {
  const view = outputView({ ...model, ...change, situation }, now);
  const blocks = situation.kind === 'run' ? blockViews(situation.record.state) : [];
  return { messages: [{ type: 'show', view, blocks, strings: outputStrings() }] };
}

function run(
  state: Partial<RunState>,
  text = answer,
  results?: readonly AssertionResult[],
  now = 9_000,
): State {
  const checked = results === undefined ? {} : { assertions: results };
  const facts = { state, answer: text, startedAt: pictureTime, record: checked };
  return shown({ kind: 'run', record: newRun(facts).record }, {}, now);
}

function noSpreads(): NonNullable<OutputModel['previous']>['spreads'] {
  return {
    ttft: null,
    'first-text': null,
    ttlt: null,
    otps: null,
    'input-tokens': null,
    'output-tokens': null,
    cost: null,
    'cost-per-1000': null,
  };
}

/** Opens what is folded, with a request's code come from the host. */
async function unfold(page: Page): Promise<void> {
  for (const summary of await page.locator('details > summary').all()) await summary.click();
  const message = { type: 'request', language: 'json', code: '{\n  "model": "claude-haiku-5-5"\n}' };
  await page.evaluate((request) => postMessage(request, '*'), message);
}

/** The output panel in each of its states, mostly in the extension's own words. */
export const outputStates: StatesOf<HostToOutput> = {
  empty: shown({ kind: 'empty' }, { chips: null }),
  'no-key': shown({ kind: 'needs-key', prompt }),
  'unknown-model': shown({
    kind: 'needs-model',
    prompt,
    model: 'claude-haiku-9',
    reason: 'unknown',
    suggestion: suggestModel(fallbackCatalogue, 'claude-haiku-9'),
  }),
  preparing: shown({ kind: 'preparing', prompt }),
  connecting: run({ ...initialRun }),
  waiting: run(silent),
  'still-silent': run({ ...silent, silentMs: 61_000, aliveAt: 1_200 }, answer, undefined, 64_000),
  thinking: run({
    ...silent,
    blocks: [thinking],
    spans: [{ kind: 'thinking', startedAt: 1_500, endedAt: 4_000 }],
    firstTokenAt: 1_500,
  }),
  retrying: run({
    ...silent,
    attempts: [{ ...attempt, failedAt: 8_000, failure: failureFacts.overloaded, retryInMs: 2_200 }],
  }),
  writing: run(underWay),
  ...Object.fromEntries(
    Object.entries(ends).map(([name, state]) => [
      `end-${name}`,
      run({ ...state, endState: name as EndState }),
    ]),
  ),
  'thought-only': run({
    ...ends['max-tokens'],
    endState: 'max-tokens',
    blocks: [{ ...thinking, open: false }],
    spans: [{ kind: 'thinking', startedAt: 1_413, endedAt: 29_400 }],
    firstTextAt: null,
    lastTextAt: null,
    textCharacters: 0,
  }),
  ...Object.fromEntries(
    failureKinds.map((kind) => {
      const failure = failureFacts[kind];
      const { requestId } = failure;
      const attempts = kind === 'no-key' ? [] : [attemptUntil(failure, attempt)];
      return [
        `failed-${kind}`,
        run({ ...silent, attempts, requestId, endedAt: 2_000, endState: 'failed', failure }),
      ];
    }),
  ),
  'assertions-hold': run({}, answer, assertions),
  'assertions-failed': run({}, answer, failedAssertions),
  everything: { messages: [show(endedView, sampleBlocks)] },
  unfolded: { messages: [show(endedView, sampleBlocks)], press: unfold },
  reference: { messages: [show(referenceView, sampleBlocks)] },
  long: run({}, 'A long answer has many words. '.repeat(7_000)),
  hostile: run({}, hostile),
};
