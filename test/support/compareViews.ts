import type {
  CompareStrings,
  CompareView,
  DotView,
  HostToCompare,
  StripRowView,
} from '../../src/webview/compareProtocol.ts';

const strings: CompareStrings = {
  panelLabel: 'Prompt Tuner: comparison',
  verdict: 'Verdict',
  plan: 'Before anything is sent',
  answers: 'Answers',
  blind: 'Which answer is better?',
  openRun: 'Open Run',
  median: 'median',
  interval: 'interval',
  run: 'run',
  notCounted: 'not counted',
  removed: 'only here',
  added: 'only here',
};

/** Before the first comparison. */
export const emptyComparison: CompareView = {
  id: null,
  title: '',
  subtitle: [],
  badges: [],
  message: 'No comparison yet.',
  notice: null,
  verdicts: [],
  facts: [],
  choices: [],
  plan: [],
  progress: null,
  buttons: [{ action: 'new', label: 'Compare…', primary: true }],
  arms: null,
  inputs: null,
  strip: null,
  answers: null,
  blind: null,
  runs: null,
  announcement: null,
};

const base: CompareView = {
  ...emptyComparison,
  id: 'comparison-1',
  title: 'Compare triage.prompt.md',
  subtitle: ['the prompt', '24 Nov, 14:02'],
  badges: ['Simulated'],
  message: null,
  buttons: [],
};

/** Nothing sent yet. */
export const plannedComparison: CompareView = {
  ...base,
  choices: [
    {
      id: 'runs',
      label: 'Runs each',
      options: [
        { value: '5', label: '5', chosen: false },
        { value: '10', label: '10', chosen: true },
        { value: '20', label: '20', chosen: false },
      ],
    },
    {
      id: 'metric',
      label: 'Verdict on',
      options: [
        { value: 'ttlt', label: 'TTLT', chosen: true },
        { value: 'first-text', label: 'First text', chosen: false },
      ],
    },
  ],
  plan: [
    '2 arms, 10 runs each on one input: 20 runs, one after another in random order.',
    'At most $0.05, ≈ 118,000 tokens at most, about 100 s; up to 6 runs made again included.',
    'Shows differences from about 0.4 s on.',
    '≈ 38 input tokens fewer ≈ −8 ms; these runs show about 0.18 s: run it for the answers, not the speed.',
  ],
  buttons: [{ action: 'start', label: 'Start', primary: true }],
  arms: {
    caption: 'Arms',
    heads: ['Model', 'Input'],
    rows: [
      { name: 'A', label: 'HEAD', cells: ['claude-haiku-5-5', '≈ 412'], keep: null },
      { name: 'B', label: 'as it stands', cells: ['claude-haiku-5-5', '≈ 374'], keep: null },
    ],
  },
};

function stripRow(arm: string, middle: number, count: number): StripRowView {
  const dots = Array.from(
    { length: count },
    (_, at): DotView => ({
      run: `run-${arm}${at}`,
      at: middle + ((at * 37) % 23) - 11,
      leftOut: at === 3,
      hover: `${arm}, block ${at + 1}: ${(1 + at / 10).toFixed(1)} s`,
    }),
  );
  return {
    arm,
    dots,
    median: middle,
    interval: [middle - 6, middle + 7],
    hover: `${arm}: median of ${count} runs`,
  };
}

const strip = (arms: readonly string[]) => ({
  title: 'TTLT',
  ticks: [0, 25, 50, 75, 100].map((at) => ({ at, label: `${1 + at / 25}.0 s` })),
  rows: arms.map((arm, at) => stripRow(arm, 75 - 10 * at, 10)),
});

/** Under way. */
export const runningComparison: CompareView = {
  ...base,
  progress: { text: 'Run 7 of 20: B', detail: 'about 62 s left · $0.012 so far', share: 0.3 },
  buttons: [{ action: 'stop', label: 'Stop', primary: false }],
  arms: {
    caption: 'Medians of the runs that count',
    heads: ['Runs', 'TTLT', 'Interval'],
    rows: [
      { name: 'A', label: 'HEAD', cells: ['3', '6.1 s', '5.9 s … 6.4 s (75 %)'], keep: null },
      { name: 'B', label: 'as it stands', cells: ['3', '1.9 s', '1.8 s … 2.1 s (75 %)'], keep: null },
    ],
  },
  strip: strip(['A', 'B']),
};

/** All runs made, with answers. */
export const completeComparison: CompareView = {
  ...base,
  verdicts: [
    {
      text: 'B is faster: TTLT −4.2 s (97 %: −4.6 s … −3.7 s), 10 runs each. On one input.',
      tone: 'shown',
    },
  ],
  facts: [
    'Of the −4.2 s: −0.1 s until the first token, −4.1 s after it, with −640 output tokens (estimates).',
    'Also observed of B: 640 output tokens fewer, $0.0003 cheaper a run.',
    'B’s answers differ from A’s no more than A’s own answers differ (usually by 0.31, three in four pairs of A’s own by at most 0.38; 0 is the same wording).',
    'You preferred B in 5 of 6, 1 tie, blind (95 %: 47 … 100 % of the pairs with a preference): that can be chance.',
  ],
  notice: {
    text: 'B is kept: claude-sonnet-5-5.',
    buttons: [
      { action: 'undo', label: 'Undo', primary: false },
      { action: 'dismiss-notice', label: 'Dismiss', primary: false },
    ],
  },
  buttons: [
    { action: 'run-more', label: 'Run 10 More', primary: false },
    { action: 'judge', label: 'Judge Blind', primary: false },
    { action: 'run-again', label: 'Run Again', primary: false },
    { action: 'copy', label: 'Copy as Markdown', primary: false },
    { action: 'export', label: 'Export…', primary: false },
  ],
  arms: {
    caption: 'Medians of the runs that count',
    heads: ['Runs', 'TTLT', 'Interval', 'TTFT', 'tok/s', 'Input', 'Output', 'Cost'],
    rows: [
      {
        name: 'A',
        label: 'HEAD',
        cells: ['10 of 11', '6.1 s', '5.9 s … 6.4 s (97.8 %)', '0.62 s', '150', '412', '812', '$0.0005'],
        keep: 'Keep A',
      },
      {
        name: 'B',
        label: 'as it stands',
        cells: ['10', '1.9 s', '1.8 s … 2.1 s (97.8 %)', '0.6 s', '149', '374', '172', '$0.0002'],
        keep: 'Keep B',
      },
    ],
  },
  strip: strip(['A', 'B']),
  answers: {
    position: '1 of 10',
    input: null,
    left: {
      title: 'A · HEAD',
      parts: [
        { kind: 'same', text: 'The invoice ' },
        { kind: 'removed', text: 'of March, as far as can be seen, ' },
        { kind: 'same', text: 'was paid twice.' },
      ],
    },
    right: {
      title: 'B · as it stands',
      parts: [
        { kind: 'same', text: 'The invoice was paid twice' },
        { kind: 'added', text: ': refund one of them' },
        { kind: 'same', text: '.' },
      ],
    },
    buttons: [{ action: 'next-answers', label: 'Next', primary: false }],
  },
  runs: {
    title: 'Runs (21, 1 not counted)',
    heads: ['Arm', 'State', 'TTFT', 'TTLT', 'Output', 'Cost', 'Counted'],
    rows: [
      {
        run: 'run-A0',
        arm: 'A',
        cells: ['Complete', '0.62 s', '6.1 s', '812', '$0.0005', 'yes'],
        leftOut: false,
      },
      { run: 'run-B0', arm: 'B', cells: ['Failed', '–', '–', '–', '–', 'no: failed'], leftOut: true },
    ],
  },
};

/** Two models on three inputs, all runs made. */
export const severalInputs: CompareView = {
  ...completeComparison,
  verdicts: [
    {
      text: 'B is faster: TTLT −4.2 s (97 %: −4.6 s … −3.7 s), 12 runs each. On 3 inputs.',
      tone: 'shown',
    },
  ],
  inputs: {
    caption: 'TTLT by input; the verdict is on all together',
    heads: ['Runs each', 'A', 'B', 'B against A'],
    rows: [
      { label: 'short mail', cells: ['4', '2.1 s', '1.0 s', '−1.1 s'] },
      { label: 'long mail with its thread', cells: ['4', '9.4 s', '3.3 s', '−6.1 s'] },
      { label: 'empty', cells: ['3 to 4', '1.4 s', '1.3 s', '−90 ms'] },
    ],
  },
  answers:
    completeComparison.answers === null
      ? null
      : {
          ...completeComparison.answers,
          input: {
            id: 'input',
            label: 'Values',
            options: ['short mail', 'long mail with its thread', 'empty'].map((label, at) => ({
              value: String(at),
              label,
              chosen: at === 0,
            })),
          },
        },
};

/** Six arms that don't end alike. */
export const sixArms: CompareView = {
  ...base,
  subtitle: ['the model', '24 Nov, 14:02'],
  verdicts: [
    {
      text: 'Not comparable: A ended as Complete in 10 of 10; B as Complete in 7 of 10, Cut at max tokens in 3 of 10. An answer that is not whole is never a faster answer.',
      tone: 'warning',
    },
    {
      text: 'No difference shown: C is between 90 ms faster and 0.14 s slower (99.4 %), 10 runs each. A difference of about 0.18 s would often be missed. On one input.',
      tone: 'open',
    },
  ],
  arms: {
    caption: 'Medians of the runs that count',
    heads: ['Runs', 'TTLT'],
    rows: ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => ({
      name,
      label: `claude-with-a-rather-long-name-${name.toLowerCase()}`,
      cells: ['10', '6.1 s'],
      keep: `Keep ${name}`,
    })),
  },
  strip: strip(['A', 'B', 'C', 'D', 'E', 'F']),
};

/** A pair that waits for a judgement. */
export const blindComparison: CompareView = {
  ...base,
  blind: {
    position: '3 of 10',
    left: 'The invoice of March was paid twice.\n\nRefund one of them.',
    right: 'It was paid twice.',
    choices: [
      { preference: 'left', label: '1: Left', key: '1' },
      { preference: 'right', label: '2: Right', key: '2' },
      { preference: 'tie', label: '=: Alike', key: '=' },
      { preference: 'neither', label: 'x: Neither', key: 'x' },
    ],
    buttons: [{ action: 'end-judging', label: 'End Judging', primary: false }],
  },
};

/** The message that shows a comparison. */
export function showComparison(view: CompareView): HostToCompare {
  return { type: 'show', view, strings };
}
