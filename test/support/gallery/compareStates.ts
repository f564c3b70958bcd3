import '../vscodeWords.ts';
import type { Page } from 'playwright-core';
import type { BlindChoice } from '../../../src/core/compare/blind.ts';
import type { ArmRun, Comparison, ComparisonSetup } from '../../../src/core/compare/comparison.ts';
import { progressTo } from '../../../src/core/compare/judgeComparison.ts';
import type { Progress } from '../../../src/core/compare/progress.ts';
import { priceOf } from '../../../src/core/request/prices.ts';
import type { CompareModel } from '../../../src/vscode/compare/compareModel.ts';
import type { HostToCompare } from '../../../src/webview/compareProtocol.ts';
import { armRun, type ComparisonFacts, sampleComparison } from '../comparisons.ts';
import { pictureTime } from '../historyViews.ts';
import type { GalleryState, StatesOf } from './galleryState.ts';

const { noComparison } = await import('../../../src/vscode/compare/compareModel.ts');
const { compareStrings, compareView } = await import('../../../src/vscode/compare/views/compareView.ts');

type State = GalleryState<HostToCompare>;

/** How the arms run. */
interface Made extends ComparisonFacts {
  /** So many runs are made at most. */
  readonly most?: number;
  /** What each arm after the first takes longer than the one before: ms. */
  readonly shift?: number;
  /** Times of an arm lie this far apart at most: ms. */
  readonly spread?: number;
  readonly runOf?: (run: ArmRun) => Partial<ArmRun>;
}

const now = 40_000;
const noNumbers = Object.fromEntries(
  Object.keys(armRun('A', 0, {}).numbers).map((name) => [name, null]),
) as unknown as ArmRun['numbers'];
const twoTexts = [
  { label: 'HEAD', text: 'Greet the reader. Please be so kind as to be brief.' },
  { label: 'as it stands', text: 'Greet the reader. Answer in 3 sentences.' },
] as const;
const inputs = ['short mail', 'long mail with its thread', 'empty'].map((label) => ({
  name: label,
  label,
  valueSet: label,
}));
const answersOf = [
  'The invoice of March, as far as can be seen, was paid twice. I would ask you to wait for our letter.',
  'The invoice of March was paid twice: refund one of them.',
] as const;
const preferences = ['B', 'B', 'A', null, 'B'];
const blind = preferences.map(
  (preferred, block): BlindChoice => ({ block, arms: ['A', 'B'], preferred, neither: false }),
);
const checks = {
  assertions: [
    { type: 'contains', value: 'invoice' },
    { type: 'max-sentences', value: 3 },
  ],
} as const;

/** A comparison whose runs were made as told, those that did not count made again. */
function made({ most = Infinity, shift = -1_500, spread = 400, runOf, ...facts }: Made): Comparison {
  const all: ComparisonFacts = {
    startedAt: pictureTime,
    arms: twoTexts,
    ...facts,
    setup: { varied: 'prompt', ...facts.setup },
  };
  const { setup } = sampleComparison(all);
  const runs: ArmRun[] = [];
  for (let next = nextOf(setup, runs); next !== null && runs.length < most; next = nextOf(setup, runs)) {
    const { arm, block } = next;
    const at = setup.arms.findIndex(({ name }) => name === arm);
    const length = block.input.startsWith('long') ? 3_000 : 0;
    const ttlt = 3_000 + length + ((block.id * 7_919 + at * 331) % spread) + at * shift;
    const run = armRun(arm, block.id, { ttlt, 'output-tokens': Math.round(ttlt / 8), cost: ttlt / 4e6 });
    const checked = setup.assertions === undefined ? run : { ...run, failedAssertions: [] };
    runs.push({ ...checked, ...runOf?.(run) });
  }
  return sampleComparison({ ...all, outcome: { state: 'complete', runs, ...facts.outcome } });
}

function nextOf(setup: ComparisonSetup, runs: readonly ArmRun[]): Progress['next'] {
  return progressTo(setup, 0, runs).next;
}

function shown(comparison: Comparison, change: Partial<CompareModel> = {}, press?: State['press']): State {
  const answers = new Map(
    comparison.outcome.runs.map(({ id, arm }) => [id, answersOf[arm === 'A' ? 0 : 1]] as const),
  );
  const model: CompareModel = { ...noComparison, comparison, phase: 'complete', answers, ...change };
  const message = { type: 'show', view: compareView(model, now), strings: compareStrings() } as const;
  return { messages: [message], ...(press === undefined ? {} : { press }) };
}

const judged = (facts: Made) =>
  shown(made({ arms: [{}, { model: 'claude-sonnet-5-5' }], setup: { varied: 'model' }, ...facts }));

/** What is known of a comparison before it starts. */
function outlookOf({ setup }: Comparison): CompareModel['outlook'] {
  const price = priceOf('claude-haiku-5-5');
  const runs = new Map(
    setup.arms.map(({ name }, at) => [
      name,
      new Map(
        setup.inputs.map((input) => [
          input.name,
          { inputTokens: 412 - 38 * at, maxTokens: 4_096, price, usualMs: 3_200 },
        ]),
      ),
    ]),
  );
  return { runs, past: [] };
}

function planned(facts: Made): State {
  const comparison = made({ ...facts, most: 0, outcome: { state: 'running' } });
  return shown(comparison, {
    phase: 'planned',
    outlook: outlookOf(comparison),
    rateLimit: { requestsRemaining: 49, tokensRemaining: 48_000, reset: null },
  });
}

const running = made({ most: 6, outcome: { state: 'running' } });
const wholeRun = made({ outcome: { blind } });

async function openRuns(page: Page): Promise<void> {
  await page.locator('#runs summary').click();
}

/** The comparison panel in each of its states, in the extension's own words. */
export const compareStates: StatesOf<HostToCompare> = {
  empty: { messages: [{ type: 'show', view: compareView(noComparison, now), strings: compareStrings() }] },
  planned: planned({}),
  'planned-inputs': planned({ inputs, setup: checks }),
  'planned-measure': planned({ arms: [{}], setup: { varied: 'nothing' } }),
  'warming-up': shown(made({ most: 0, outcome: { state: 'running' } }), {
    phase: 'running',
    runningSince: 0,
  }),
  running: shown(running, {
    phase: 'running',
    runningSince: 0,
    current: { arm: 'B', input: 'as it stands' },
  }),
  'limit-reached': shown(running, {
    phase: 'running',
    runningSince: 0,
    paused: { until: now + 42_000, reason: 'rate-limit' },
  }),
  stopped: shown(made({ most: 8, outcome: { state: 'stopped' } }), { phase: 'stopped' }),
  'stopped-by-failure': shown(made({ most: 8, outcome: { state: 'stopped', failure: 'overloaded' } }), {
    phase: 'stopped',
  }),
  'texts-not-kept': shown(made({ most: 8, arms: [{ requests: [] }, { requests: [] }] }), {
    phase: 'stopped',
    answers: new Map(),
  }),
  faster: shown(wholeRun, {}, openRuns),
  kept: shown(wholeRun, {
    notice: { text: 'B is kept: the prompt as it stands.', undo: async () => undefined },
  }),
  slower: judged({ shift: 900 }),
  hardly: judged({ shift: -60, spread: 40 }),
  'no-difference': judged({ shift: 0, spread: 700 }),
  'not-enough-runs': judged({
    runs: 5,
    runOf: ({ block }) => (block > 3 ? { endState: 'failed', numbers: noNumbers } : {}),
  }),
  'not-comparable': judged({
    runOf: ({ arm, block }) => (arm === 'B' && block % 3 === 0 ? { endState: 'max-tokens' } : {}),
  }),
  assertions: shown(
    made({
      setup: checks,
      runOf: ({ arm, block }) =>
        arm === 'A' && block % 4 === 0
          ? {
              assertionsHold: false,
              failedAssertions: [{ assertion: 1, fault: { kind: 'sentences', count: 5 } }],
            }
          : {},
    }),
    {},
    openRuns,
  ),
  measured: shown(made({ arms: [{ label: 'as it stands' }], setup: { varied: 'nothing' } })),
  inputs: shown(made({ inputs }), { shownInput: 1 }),
  'six-arms': judged({
    arms: ['haiku-5-5', 'sonnet-5-5', 'opus-5-5', 'haiku-4-5', 'sonnet-4-5', 'opus-4-5'].map((name) => ({
      model: `claude-${name}`,
      label: `claude-${name}`,
    })),
    shift: 150,
    setup: { varied: 'model' },
  }),
  blind: shown(wholeRun, {
    judging: [{ block: 5, left: { arm: 'B', run: 'B5' }, right: { arm: 'A', run: 'A5' } }],
  }),
};
