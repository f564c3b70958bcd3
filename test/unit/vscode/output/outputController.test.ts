import '../../../support/vscodeWords.ts';
import assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import { afterEach, beforeEach, mock, suite, test } from 'node:test';
import type { RunEvent } from '../../../../src/core/run/events.ts';
import type { RunRecord } from '../../../../src/core/run/record.ts';
import { reduceRun } from '../../../../src/core/run/reduceRun.ts';
import { initialRun } from '../../../../src/core/run/state.ts';
import { noUsage } from '../../../../src/core/run/usage.ts';
import type { OutputPanel } from '../../../../src/vscode/output/outputPanel.ts';
import type { Runner, RunStep } from '../../../../src/vscode/runner.ts';
import type { HostToOutput } from '../../../../src/webview/protocol.ts';
import { newRun } from '../../../support/newRuns.ts';

const vscode = await import('vscode');
const { appendOf } = await import('../../../../src/vscode/output/appends.ts');
const { OutputController } = await import('../../../../src/vscode/output/outputController.ts');

/** A run that a person watches, step by step. */
function watchedRun(prompt: Partial<RunRecord['prompt']> = {}) {
  const steps = new vscode.EventEmitter<RunStep>();
  const ends = new vscode.EventEmitter<RunRecord>();
  const stale = new vscode.EventEmitter<void>();
  const posted: HostToOutput[] = [];
  const panel = {
    visible: true,
    onStale: stale.event,
    onMessage: () => ({ dispose() {} }),
    reveal: () => {},
    post: async (message: HostToOutput) => posted.push(message),
  };
  const runner = { onStep: steps.event, onEnd: ends.event };
  const controller = new OutputController(panel as unknown as OutputPanel, runner as unknown as Runner);
  let { record } = newRun({ prompt, state: { ...initialRun } });
  controller.show({ kind: 'run', record });
  return {
    controller,
    panel,
    stale,
    take(event: RunEvent, id = record.id) {
      const before = record.state;
      record = { ...record, state: reduceRun(before, event) };
      steps.fire({ record: { ...record, id }, event, append: appendOf(before, record.state, event) });
    },
    end: () => ends.fire(record),
    /** What was posted since the last call: the kind of each message, with its text. */
    posts: () => posted.splice(0).map(postText),
  };
}

/** A panel that is hidden for this long, and perhaps seen before the end or at it. */
interface Hidden {
  readonly ms: number;
  readonly seenBefore?: boolean;
  readonly seenAtTheEnd?: boolean;
  readonly told: readonly string[];
}

function postText(message: HostToOutput): string {
  switch (message.type) {
    case 'show':
      return `show ${message.blocks.map(({ text }) => text).join('|')}`.trim();
    case 'progress':
      return `${message.view === null ? 'text' : 'view'} ${message.append.map(({ text }) => text).join('|')}`.trim();
    default:
      return message.type;
  }
}

const begun: readonly RunEvent[] = [
  { kind: 'attempt-started', at: 0, attempt: 1 },
  { kind: 'sent', at: 1, approximate: false },
  { kind: 'message-start', at: 2, model: 'claude-haiku-5-5', usage: noUsage },
  { kind: 'block-start', at: 3, index: 0, block: 'text', name: null, text: '' },
];
const delta = (text: string): RunEvent => ({ kind: 'delta', at: 4, index: 0, delta: 'text', text });
const stopped: RunEvent = { kind: 'ended', at: 9, outcome: { kind: 'cancelled' } };

suite('the panel of a run', () => {
  let now = 0;
  const pass = (ms: number) => {
    now += ms;
    mock.timers.tick(ms);
  };
  beforeEach(() => {
    now = 0;
    mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
    mock.method(performance, 'now', () => now);
  });
  afterEach(() => {
    mock.timers.reset();
    mock.restoreAll();
  });

  test('gets the text of a moment in one message, and the numbers five times a second', () => {
    const { take, posts, controller } = watchedRun();
    for (const event of begun) take(event);
    assert.deepEqual(posts(), ['show', 'view', 'view', 'view', 'view']);
    for (const text of ['Name', ' a', ' lake']) take(delta(text));
    assert.deepEqual(posts(), []);
    pass(8);
    assert.deepEqual(posts(), ['text Name a lake']);
    pass(192);
    assert.deepEqual(posts(), ['view']);
    take(delta('.'));
    take(stopped);
    assert.deepEqual(posts(), ['view .']);
    controller.dispose();
    pass(1_000);
    assert.deepEqual(posts(), []);
  });

  test('that comes back into view gets all that it missed, once', () => {
    const { take, posts, stale } = watchedRun();
    for (const event of [...begun, delta('Name'), delta(' a lake')]) take(event);
    posts();
    stale.fire();
    assert.deepEqual(posts(), ['show Name a lake']);
    pass(8);
    assert.deepEqual(posts(), []);
  });

  test('is left alone by another run', () => {
    const { take, posts } = watchedRun();
    posts();
    for (const event of begun) take(event, 'other');
    take(delta('Name'), 'other');
    pass(8);
    assert.deepEqual(posts(), []);
  });

  test('shows at the end what was held back for the sake of a secret', () => {
    const { take, posts, end } = watchedRun({ secrets: ['pin'] });
    for (const event of [...begun, delta('It is «pin»'), stopped]) take(event);
    posts();
    end();
    assert.deepEqual(posts(), ['show It is «pin»']);
  });

  const hidden: Readonly<Record<string, Hidden>> = {
    'was hidden for long is told': { ms: 10_001, told: ['greet.prompt.md: Stopped'] },
    'was hidden for a moment is not told': { ms: 9_000, told: [] },
    'was seen in between is not told': { ms: 10_001, seenBefore: true, told: [] },
    'is seen again is not told': { ms: 10_001, seenAtTheEnd: true, told: [] },
  };
  for (const [name, { ms, seenBefore = false, seenAtTheEnd = false, told }] of Object.entries(hidden)) {
    test(`the end of a run whose panel ${name}`, () => {
      const said: string[] = [];
      const showInformationMessage = async (text: string) => void said.push(text);
      Object.assign(vscode.window, { showInformationMessage });
      const { panel, take, end } = watchedRun();
      panel.visible = false;
      for (const event of begun) take(event);
      pass(ms);
      panel.visible = seenBefore;
      take(delta('Name'));
      panel.visible = seenAtTheEnd;
      take(stopped);
      end();
      assert.deepEqual(said, told);
    });
  }
});
