import type {
  BlockView,
  FigureId,
  FigureView,
  HostToOutput,
  OutputStrings,
  OutputView,
  SegmentView,
} from '../../src/webview/protocol.ts';

const sampleStrings: OutputStrings = {
  answer: 'Answer',
  showRaw: 'Show Raw',
  showMarkdown: 'Show Markdown',
  jumpToEnd: 'Jump to End',
  copyCode: 'Copy',
  copied: 'Copied',
  request: 'Request',
  details: 'Details',
  more: 'More',
  dismiss: 'Dismiss',
  parameters: 'Parameters of the next run',
  figures: 'Numbers of this run',
  waterfall: 'Where the time went',
  hint: 'A hint for this prompt',
  onlyHere: 'Only in this answer',
  onlyInReference: 'Only in the reference',
  image: 'image',
  toolCall: 'Tool call',
  learnMore: 'Learn More',
  longAnswer: 'This answer is very long. Below, it is shown as plain text.',
  emptyTitle: 'No run yet',
  emptyBody:
    'Open a prompt and press Run above it, or select its text and press Ctrl+Alt+Enter (Mac: Cmd+Alt+Enter).',
  panelLabel: 'Prompt Tuner: output of a run',
};

const hovers: Readonly<Record<FigureId, string>> = {
  ttft: 'Time to first token: from sending the request to the first text, thinking or tool input.',
  'first-text': 'From sending the request to the first visible text.',
  ttlt: 'Time to last token: from sending the request to the end of the message.',
  otps: 'Text tokens a second, from the first to the last piece of text.',
  'input-tokens': 'Input tokens as billed, cached ones included.',
  'output-tokens': 'Output tokens as billed, thinking included.',
  cost: 'What this run cost at list prices.',
  'cost-per-1000': 'What a thousand such runs cost.',
};

function sampleFigure(
  id: FigureId,
  label: string,
  value: string,
  more: Partial<FigureView> = {},
): FigureView {
  return { id, label, value, hover: hovers[id], note: null, leads: false, ...more };
}

/** Before the first run. */
export const emptyView: OutputView = {
  runId: null,
  phase: 'idle',
  endState: null,
  failure: null,
  title: '',
  subtitle: [],
  badges: [],
  note: null,
  chips: [],
  state: { text: '', tone: 'neutral', detail: null, buttons: [] },
  figures: [],
  tokens: [],
  waterfall: null,
  summary: null,
  hint: null,
  summaryAction: null,
  actions: [
    { action: 'open-samples', label: 'Open Sample Prompts', primary: true },
    { action: 'sample-run', label: 'See a Sample Run', primary: false },
  ],
  moreActions: [],
  reference: null,
  thinking: null,
  assertions: null,
  details: [],
  notice: null,
  announcement: null,
};

/** A run that writes. */
export const writingView: OutputView = {
  ...emptyView,
  actions: [],
  runId: 'run-1',
  phase: 'writing',
  title: 'greet.py › SYSTEM_PROMPT',
  subtitle: ['as system prompt', '14:02'],
  badges: ['Simulated'],
  chips: [
    chip('model', 'Model', 'Claude Haiku 4.5', 'From your settings.'),
    chip('effort', 'Effort', 'model default', 'The default.'),
    { ...chip('thinking', 'Thinking', 'on', 'Changed here for this prompt.'), changed: true },
    chip('max-tokens', 'Max tokens', '4,096', 'The default.'),
    {
      ...chip(
        'temperature',
        'Temperature',
        '0.2',
        'From your settings. Not sent: this model does not take it.',
      ),
      omitted: true,
    },
    chip('system', 'System', 'this prompt', 'From the prompt itself.'),
    chip('test-message', 'Test message', 'My invoice from March shows tw…', 'The user’s message.'),
  ],
  state: {
    text: 'Writing… 3.1 s',
    tone: 'busy',
    detail: null,
    buttons: [{ action: 'stop', label: 'Stop', primary: false }],
  },
  figures: [
    sampleFigure('ttft', 'TTFT', '0.62 s', { note: 'was 0.66 s · runs vary ±0.1' }),
    sampleFigure('ttlt', 'TTLT', '3.1 s'),
    sampleFigure('otps', 'tok/s', '≈ 148'),
  ],
  tokens: [
    sampleFigure('input-tokens', 'in', '412'),
    sampleFigure('output-tokens', 'out', '–'),
    sampleFigure('cost', 'cost', '–'),
    sampleFigure('cost-per-1000', 'per 1,000 runs', '–'),
  ],
  waterfall: {
    segments: [
      segment('connect', 0, 80, 'connect: 0.08 s'),
      segment('wait', 80, 620, 'wait: 0.54 s'),
      segment('text', 620, 3100, 'text: 2.5 s'),
    ],
    totalMs: 3100,
    description: 'connect: 0.08 s, wait: 0.54 s, text: 2.5 s',
    note: null,
  },
};

/** The run of {@link writingView} after it ended. */
export const endedView: OutputView = {
  ...writingView,
  phase: 'ended',
  endState: 'complete',
  note: 'Prompt edited since this run',
  state: { text: 'Complete', tone: 'success', detail: null, buttons: [] },
  figures: [
    sampleFigure('first-text', 'First text', '2.41 s', { leads: true }),
    sampleFigure('ttft', 'TTFT', '0.62 s', { note: 'first run' }),
    sampleFigure('ttlt', 'TTLT', '6.1 s'),
    sampleFigure('otps', 'tok/s', '148'),
  ],
  tokens: [
    sampleFigure('input-tokens', 'in', '412', { note: '128 from cache' }),
    sampleFigure('output-tokens', 'out', '1,979', { note: '1,167 thinking' }),
    sampleFigure('cost', 'cost', '$0.0103'),
    sampleFigure('cost-per-1000', 'per 1,000 runs', '$10.31'),
  ],
  waterfall: {
    segments: [
      segment('retry', 0, 900, 'failed attempts: 0.9 s'),
      segment('connect', 900, 980, 'connect: 0.08 s'),
      segment('wait', 980, 1600, 'wait: 0.62 s'),
      segment('thinking', 1600, 3390, 'thinking: 1.8 s'),
      segment('text', 3390, 5000, 'text: 1.6 s'),
      segment('gap', 5000, 5600, 'pause: 0.6 s'),
      segment('text', 5600, 7080, 'text: 1.5 s'),
    ],
    totalMs: 7080,
    description:
      'failed attempts: 0.9 s, connect: 0.08 s, wait: 0.62 s, thinking: 1.8 s, text: 1.6 s, pause: 0.6 s, text: 1.5 s',
    note: 'You waited 7.1 s, retries included.',
  },
  summary: 'Most of the time: writing 812 tokens (3.7 of 7.1 s).',
  hint: {
    text: 'No output length asked: this answer had 812 tokens, 3.7 of 7.1 s.',
    detail: 'Each 100 output tokens fewer ≈ −0.7 s at the 148 tok/s of this run.',
    buttons: [
      { action: 'apply-hint', label: 'Ask for 3 Sentences', primary: true },
      { action: 'dismiss-hint', label: 'Dismiss', primary: false },
    ],
  },
  actions: [
    { action: 'run-again', label: 'Run Again', primary: false },
    { action: 'copy-answer', label: 'Copy Answer', primary: false },
  ],
  moreActions: [
    { action: 'repeat-exactly', label: 'Repeat Exactly', primary: false },
    { action: 'open-as-document', label: 'Open as Document', primary: false },
    { action: 'copy-run', label: 'Copy Run as Markdown', primary: false },
    { action: 'copy-request', label: 'Copy Request', primary: false },
  ],
  thinking: 'Thinking: 1,167 tokens, billed',
  details: [
    { label: 'Request id', value: 'req_011CSHoEeqs5C35K2UUqR7Fy' },
    { label: 'Model', value: 'claude-haiku-4-5-20251001' },
    { label: 'Attempts', value: '2 (529 failed)' },
    { label: 'Connection', value: 'new, opened in 80 ms; first request of this window' },
    { label: 'Headers after', value: '590 ms' },
    { label: 'Longest pause', value: '0.6 s' },
    { label: 'Server', value: 'http://127.0.0.1:4010' },
    { label: 'Measured on', value: 'this machine' },
    { label: 'Key', value: 'from secret storage' },
  ],
  notice: 'History stays on this computer.',
  announcement: 'Complete. First text 2.41 s, TTFT 0.62 s, TTLT 6.1 s, tok/s 148.',
};

/** A run whose key was refused. */
export const failedView: OutputView = {
  ...endedView,
  runId: 'run-2',
  endState: 'failed',
  failure: 'rejected-key',
  badges: [],
  note: null,
  notice: null,
  state: {
    text: 'Key rejected',
    tone: 'error',
    detail:
      'api.anthropic.com does not accept this key. “invalid x-api-key” Request req_011CSHoEeqs5C35K2UUqR7Fy',
    buttons: [
      { action: 'enter-key', label: 'Replace Key…', primary: true },
      { action: 'get-key', label: 'Open Console', primary: false },
    ],
  },
  figures: [
    sampleFigure('ttft', 'TTFT', '–'),
    sampleFigure('ttlt', 'TTLT', '–'),
    sampleFigure('otps', 'tok/s', '–'),
  ],
  summary: null,
  hint: null,
  thinking: null,
  announcement: 'Key rejected.',
};

/** An answer beside the one that was set as the reference. */
export const referenceView: OutputView = {
  ...endedView,
  reference: {
    title: 'Against the reference of 24 Nov, 14:02',
    text: 'Words only here: 2 · only in the reference: 5',
    parts: [
      { kind: 'same', text: 'The report describes ' },
      { kind: 'removed', text: 'one problem that has two causes' },
      { kind: 'added', text: 'two different problems' },
      { kind: 'same', text: '; only the second one blocks the release.' },
    ],
  },
};

// One of everything that Markdown has.
const sampleAnswer = `# Triage of the report

The report describes **two different problems**; only the *second* one blocks the release. See \`checkout.ts\` and the [incident log](https://example.com/incidents/42).

## What happens

1. The customer opens the invoice of March.
2. The page shows two totals:
   - the first with tax,
   - the second ~~without~~ with the old rate:
     - 19 % until June,
     - 16 % afterwards.
3. Support answers by hand.

> A fix for the first problem was merged on Tuesday.
> It is not deployed yet.

| Problem | Since | Customers | Severity |
|---------|:-----:|----------:|----------|
| Two totals | 3 March | 1,204 | high |
| Slow page | 17 March | 88 | low |

\`\`\`typescript
export function total(lines: readonly Line[], rate: number): number {
  // The rate of the day of the invoice, not of today.
  return lines.reduce((sum, line) => sum + line.net * (1 + rate), 0);
}
\`\`\`

- [x] reproduce it
- [ ] write a test

---

<answer>
severity: **high**
</answer>
`;

/** The blocks of a run that thought and then wrote an answer with one of everything that Markdown has. */
export const sampleBlocks: readonly BlockView[] = [
  {
    kind: 'thinking',
    name: null,
    text: 'The user wants a triage. There are two symptoms.\nI should keep them apart.\n\nThe second one blocks.',
  },
  { kind: 'text', name: null, text: sampleAnswer },
];

function segment(kind: SegmentView['kind'], startMs: number, endMs: number, label: string): SegmentView {
  return { kind, startMs, endMs, label, hover: label };
}

/** A `show` message. */
export function show(view: OutputView, blocks: readonly BlockView[] = []): HostToOutput {
  return { type: 'show', view, blocks, strings: sampleStrings };
}

function chip(id: OutputView['chips'][number]['id'], label: string, value: string, hover: string) {
  return { id, label, value, hover, changed: false, omitted: false } as const;
}
