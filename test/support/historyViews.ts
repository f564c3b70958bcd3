import type { EndState } from '../../src/core/run/endState.ts';
import type { HistoryStrings, HostToHistory } from '../../src/webview/historyProtocol.ts';
import type {
  ChartView,
  HistoryView,
  PointView,
  PromptRowView,
  RunRowsView,
  RunRowView,
  SentenceView,
} from '../../src/webview/historyView.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** When the pictures are taken: 24 November 2026, 14:30 UTC. */
export const pictureTime = Date.UTC(2026, 10, 24, 14, 30);

const sampleStrings: HistoryStrings = {
  panelLabel: 'Prompt Tuner: latency',
  figures: 'Medians of these runs',
  learnMore: 'Learn More',
  metric: 'Metric',
  chart: 'Arrow keys move from run to run, Enter opens the run.',
  asTable: 'Show as Table',
  asChart: 'Show as Chart',
  legendRun: 'run',
  legendLeftOut: 'left out',
  legendMedian: 'median',
  legendFloor: 'baseline',
  columnWhen: 'When',
  columnVersion: 'Version',
  columnCounted: 'Counted',
  yes: 'yes',
  no: 'no',
  versions: 'Versions',
  showAllVersions: 'Show All',
  showFewerVersions: 'Show Fewer',
  filters: 'Filters',
  selected: '{0} selected',
  columnTtft: 'TTFT',
  columnTtlt: 'TTLT',
  columnOutput: 'out',
  columnAge: 'age',
  now: 'now',
  showMore: 'Show More',
};

const ends: readonly EndState[] = ['complete', 'complete', 'max-tokens', 'complete', 'cancelled', 'failed'];

/** A run of the list by its position, the newest at 0. */
export function sampleRow(index: number): RunRowView {
  const endState = ends[index % ends.length] ?? 'complete';
  const failed = endState === 'failed';
  const ttft = failed ? '–' : `0.${60 + (index % 9)} s`;
  const ttlt = failed || endState === 'cancelled' ? '–' : `${2 + (index % 5)}.${index % 10} s`;
  return {
    id: `run-${index}`,
    endState,
    ttft,
    ttlt,
    outputTokens: failed ? '–' : `${200 + index * 3}`,
    at: pictureTime - 20_000 - index * 37 * minute,
    prompt: null,
    model: 'Claude Haiku 5.5',
    label: index === 2 ? 'before the cut' : null,
    leftOut: endState === 'cancelled' || failed,
    mark: index === 4 ? 'compared' : null,
    hover: `Run ${index}: ${endState}, TTFT ${ttft}, TTLT ${ttlt}`,
  };
}

/** Rows of the list `list-1` from one position up to, not including, another; `total` says whether there are more. */
export function sampleRows(from: number, to: number, total: number): RunRowsView {
  const end = Math.min(to, total);
  return {
    list: 'list-1',
    after: from === 0 ? null : `run-${from - 1}`,
    rows: Array.from({ length: end - from }, (_, offset) => sampleRow(from + offset)),
    more: end < total,
  };
}

function samplePoint(index: number, count: number): PointView {
  const version = Math.min(4, 1 + Math.floor((index / count) * 4));
  const y = 6_500 - version * 1_100 + ((index * 7_919) % 900);
  return {
    run: `run-${count - 1 - index}`,
    x: pictureTime - (count - index) * 5 * hour,
    y,
    version,
    leftOut: index % 7 === 3,
    when: `24 Nov 2026, run ${index}`,
    value: `${(y / 1000).toFixed(1)} s`,
    hover: `Run ${index}: TTLT ${(y / 1000).toFixed(1)} s, v${version}, complete`,
  };
}

/** A chart of so many runs in four versions. */
export function sampleChart(count: number): ChartView {
  const points = Array.from({ length: count }, (_, index) => samplePoint(index, count));
  const present = [1, 2, 3, 4].filter((number) => points.some(({ version }) => version === number));
  return {
    metric: 'ttlt',
    unit: 'ms',
    points,
    steps: present.map((version) => ({
      version,
      y: 6_950 - version * 1_100,
      hover: `v${version}: median ${((6_950 - version * 1_100) / 1000).toFixed(1)} s`,
    })),
    floor: { y: 410, hover: 'Baseline: 0.41 s' },
    description: `TTLT of ${count} runs in ${present.length} versions.`,
    note: null,
  };
}

/** A sentence without buttons. */
export function plainSentence(text: string): SentenceView {
  return { text, hover: '', buttons: [] };
}

/** Nothing to see yet. */
export const emptyHistory: HistoryView = {
  scope: { id: 'scope', label: 'Prompt', value: 'SYSTEM_PROMPT (greet.py)', hover: '', active: false },
  group: null,
  badges: [],
  notice: null,
  message: {
    tone: 'neutral',
    text: 'No runs of this prompt yet.',
    detail: null,
    buttons: [
      { action: 'run', label: 'Run', primary: true },
      { action: 'set-api-key', label: 'Set API Key…', primary: false },
    ],
  },
  figures: [],
  tokens: [],
  counted: null,
  observed: null,
  metrics: [],
  chart: null,
  baseline: null,
  versions: [],
  runs: null,
  prompts: null,
  undo: null,
  footer: {
    text: 'Stored on this computer only.',
    hover: '',
    buttons: [{ action: 'open-settings', label: 'Settings', primary: false }],
  },
  announcement: null,
};

/** A prompt with runs in several versions. */
export const promptHistory: HistoryView = {
  ...emptyHistory,
  group: {
    id: 'group',
    label: 'Model and parameters',
    value: 'Claude Haiku 5.5 · 4,096 max tokens (n = 15)',
    hover: 'Figures are of runs of one model with the same parameters.',
    active: false,
  },
  badges: ['Simulated'],
  message: null,
  figures: [
    {
      id: 'ttft',
      label: 'TTFT',
      value: '0.62 s',
      hover: 'Median time to first token.',
      note: 'p95 0.91 s',
      leads: false,
    },
    {
      id: 'ttlt',
      label: 'TTLT',
      value: '2.4 s',
      hover: 'Median time to last token.',
      note: 'p95 3.9 s',
      leads: false,
    },
    { id: 'otps', label: 'tok/s', value: '148', hover: 'Median rate.', note: null, leads: false },
  ],
  tokens: [
    {
      id: 'input-tokens',
      label: 'in',
      value: '412',
      hover: 'Median input tokens.',
      note: null,
      leads: false,
    },
    {
      id: 'output-tokens',
      label: 'out',
      value: '199',
      hover: 'Median output tokens.',
      note: null,
      leads: false,
    },
    {
      id: 'cost-per-1000',
      label: 'per 1,000 runs',
      value: '$0.14',
      hover: 'Median cost.',
      note: null,
      leads: false,
    },
  ],
  counted: {
    text: 'Counted 15 of 19: 2 retried, 1 cached, 1 cancelled.',
    hover: 'Retried runs are left out.',
    buttons: [{ action: 'toggle-left-out', label: 'Include', primary: false }],
  },
  observed: {
    text: 'v4 against v3: observed −1.1 s, other day.',
    hover: '',
    buttons: [{ action: 'compare', label: 'Compare to Be Sure…', primary: false }],
  },
  metrics: [
    { id: 'ttft', label: 'TTFT' },
    { id: 'ttlt', label: 'TTLT' },
    { id: 'otps', label: 'tok/s' },
    { id: 'output-tokens', label: 'out' },
  ],
  chart: sampleChart(19),
  baseline: {
    text: 'Baseline (measured, n = 10): 0.41 s, your network included.',
    hover: '',
    buttons: [{ action: 'measure-baseline', label: 'Measure Baseline…', primary: false }],
  },
  versions: [4, 3, 2, 1].map((number) => ({
    id: `hash-${number}`,
    name: `v${number}`,
    at: pictureTime - (4 - number) * day - 2 * hour,
    change: number === 1 ? '' : '−38 tokens',
    runs: '5 runs',
    badges: number === 4 ? ['current'] : number === 2 ? ['reference'] : [],
    hover: '',
    actions: [
      { action: 'diff-version', label: 'Compare with Current Text' } as const,
      { action: 'restore-version', label: 'Restore This Version' } as const,
      number === 2
        ? ({ action: 'clear-reference', label: 'Clear Reference' } as const)
        : ({ action: 'set-reference', label: 'Set as Reference' } as const),
    ],
  })),
  runs: {
    id: 'list-1',
    total: 19,
    title: '19 runs',
    filters: [
      { id: 'model', label: 'Model', value: 'all', hover: '', active: false },
      { id: 'state', label: 'State', value: 'all', hover: '', active: false },
      { id: 'time', label: 'Time', value: '30 days', hover: 'Since 25 October.', active: true },
    ],
    clear: { action: 'clear-filters', label: 'Clear', primary: false },
    empty: null,
    actions: [
      { action: 'diff-runs', label: 'Diff Runs', least: 2, most: 2 },
      { action: 'run-again', label: 'Run Again as It Was', least: 1, most: 1 },
      { action: 'label', label: 'Label…', least: 1, most: 1_000 },
      { action: 'copy-runs', label: 'Copy as Markdown', least: 1, most: 1_000 },
      { action: 'delete', label: 'Delete', least: 1, most: 1_000 },
    ],
  },
};

const samplePrompt = (index: number): PromptRowView => ({
  id: `${index}`,
  name: index === 0 ? 'SYSTEM_PROMPT (greet.py)' : `prompts/triage-${index}.prompt.md`,
  runs: `n = ${15 + index}`,
  median: 'TTLT 2.4 s',
  at: pictureTime - index * 3 * hour,
  trend: Array.from(
    { length: index % 4 === 3 ? 1 : 12 },
    (_, run) => 2_000 + ((run * 7_919 * (index + 1)) % 900),
  ),
  note: index === 1 ? 'model retires 30 Nov' : null,
  hover: `Prompt ${index}: median TTLT 2.4 s`,
});

/** All prompts. */
export const allPrompts: HistoryView = {
  ...emptyHistory,
  scope: { ...emptyHistory.scope, value: 'All Prompts' },
  message: null,
  prompts: {
    title: '8 prompts',
    rows: Array.from({ length: 8 }, (_, index) => samplePrompt(index)),
    more: true,
  },
};

/** The message that gives the page its whole state. */
export function showHistory(view: HistoryView, rows: RunRowsView | null = null): HostToHistory {
  return { type: 'show', view, rows, strings: sampleStrings };
}
