import '../../../support/vscodeWords.ts';
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { memoryStore } from '../../../../src/adapters/history/memoryStore.ts';
import type { FittedBaseline } from '../../../../src/core/history/baseline.ts';
import { newRun, testUri } from '../../../support/newRuns.ts';
import { historyRun, versionsOf } from '../../core/history/historyRuns.ts';

const { runAsMarkdown } = await import('../../../../src/vscode/history/copyRuns.ts');
const { loadLatency } = await import('../../../../src/vscode/history/latencyData.ts');
const { listFilter, noFilters } = await import('../../../../src/vscode/history/latencyQuery.ts');
const { baselineView } = await import('../../../../src/vscode/history/views/baselineView.ts');
const { groupText } = await import('../../../../src/vscode/history/views/groupText.ts');
const { emptyMessage } = await import('../../../../src/vscode/history/views/messageViews.ts');
const { summaryViews } = await import('../../../../src/vscode/history/views/summaryViews.ts');
const { versionViews } = await import('../../../../src/vscode/history/views/versionViews.ts');

const all = {
  scope: { kind: 'all' },
  groupId: null,
  metric: 'ttlt',
  includeAll: false,
  simulated: false,
  filters: noFilters,
  promptLimit: 2,
} as const;

test('versions: tokens against the last one before that has runs, what stands in the editor, the reference', () => {
  const runs = [
    historyRun({ promptHash: 'a', usage: { inputTokens: 450 } }),
    historyRun({ promptHash: 'c', usage: { inputTokens: 412 } }),
  ];
  const views = versionViews(versionsOf(['a', 'b', 'c']), runs, { current: 'c', reference: 'a' });
  assert.deepEqual(
    views.map(({ name, change, badges }) => [name, change, badges]),
    [
      ['v3', '−38 tokens', ['current']],
      ['v2', '', []],
      ['v1', '', ['reference']],
    ],
  );
});

suite('the baseline, measured or not', () => {
  const measured = { ms: 410, low: 380, high: 450, n: 10, at: 0 };
  const few: FittedBaseline = { kind: 'needs-runs', n: 3, needed: 12, thought: 0 };
  test('tells what a fit lacks where none was measured', () => {
    assert.equal(baselineView(few, null).text, 'Baseline: 3 of the 12 runs that a fit needs.');
  });
  test('tells it no more where one was', () => {
    assert.match(
      baselineView(few, measured).text,
      /^Baseline \(measured .*, n = 10\): 0\.41 s \(0\.38 s to 0\.45 s\), your network included\.$/,
    );
  });
});

test('figures: first text leads where the model thought, and is not there where it did not', () => {
  const ids = (thought: boolean) =>
    summaryViews([historyRun({ thought })]).figures.map(({ id, leads }) => [id, leads]);
  assert.deepEqual(ids(false), [
    ['ttft', false],
    ['ttlt', false],
    ['otps', false],
  ]);
  assert.deepEqual(ids(true)[0], ['first-text', true]);
});

test('a group: what was sent, and where from unless that is here', () => {
  const nameOf = (id: string) => id;
  const text = (facts: Parameters<typeof historyRun>[0]) => groupText(historyRun(facts).group, [], nameOf);
  assert.equal(text({}), 'claude-haiku-5-5 · 4,096 max tokens');
  assert.equal(
    text({ group: { effort: 'low', thinking: '{"type":"disabled"}', temperature: 0, place: 'ssh-remote' } }),
    'claude-haiku-5-5 · effort low · thinking disabled · temperature 0 · 4,096 max tokens · ssh-remote',
  );
});

test('without runs: what to do, and runs of the other kind where there are any', () => {
  const scope = { kind: 'prompt', key: testUri, title: 'greet' } as const;
  const said = (otherKind: number, hasKey: boolean) => {
    const { detail, buttons } = emptyMessage({ ...all, scope }, otherKind, hasKey);
    return [detail, ...buttons.map(({ action }) => action)];
  };
  assert.deepEqual(said(0, true), [null, 'run']);
  assert.deepEqual(said(0, false), [null, 'run', 'set-api-key']);
  assert.deepEqual(said(3, true), [
    '3 runs of the simulated Claude are not shown.',
    'run',
    'toggle-simulated',
  ]);
});

test('the list of the last seven days begins seven days ago', () => {
  const day = 24 * 60 * 60_000;
  const filters = { model: 'm', state: 'failed', days: 7 } as const;
  assert.deepEqual(listFilter({ ...all, filters }, 5, 10 * day), {
    promptId: 5,
    groupId: null,
    model: 'm',
    promptHash: null,
    endStates: ['failed', 'broken', 'stalled'],
    since: 3 * day,
    simulated: false,
  });
});

test('more prompts are offered only where there are more', async () => {
  const store = memoryStore('no-sqlite');
  const shown = async () => {
    const { prompts, morePrompts } = await loadLatency(store, all, 10);
    return [prompts.length, morePrompts];
  };
  for (const [at, expected] of [
    [1, false],
    [2, false],
    [2, true],
  ].entries()) {
    await store.add(newRun({ id: `${at}`, startedAt: at, key: `file:///${at}.prompt.md` }));
    assert.deepEqual(await shown(), expected);
  }
});

test('a run as Markdown has its texts only when asked for, and where they were kept', async () => {
  const store = memoryStore('no-sqlite');
  const texts = { text: 'Greet the reader.', answer: 'Good day.' };
  await store.add(newRun({ id: 'kept', ...texts }));
  await store.add(newRun({ id: 'not kept', ...texts, storeText: false }));
  const holds = async (id: string, withTexts: boolean) => {
    const stored = await store.run(id);
    assert.ok(stored);
    const markdown = await runAsMarkdown(store, stored, withTexts);
    assert.match(markdown, /claude-haiku-5-5/);
    return [texts.text, texts.answer].map((text) => markdown.includes(text));
  };
  assert.deepEqual(await holds('kept', true), [true, true]);
  assert.deepEqual(await holds('kept', false), [false, false]);
  assert.deepEqual(await holds('not kept', true), [false, false]);
});
