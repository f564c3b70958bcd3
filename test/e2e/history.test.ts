import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { HistoryDriver } from '../support/historyDriver.ts';
import { answerOf, describeRuns, type RunWindow, runKey } from '../support/runWindow.ts';

const prompt = 'Name three rivers of Europe.';
const shorter = 'Name a river.';
const file = 'rivers.prompt.md';
const haiku = 'claude-haiku-5-5';
const sonnet = 'claude-sonnet-5-5';

async function run({ simulator, workbench, output }: RunWindow, answer: string): Promise<void> {
  await simulator.script([answerOf(answer, { ttftMs: 60 })]);
  await workbench.focusTextEditor();
  await workbench.press(runKey);
  await output.shows({ end: 'complete', answer });
}

async function chooseModel({ workbench, output }: RunWindow, id: string): Promise<void> {
  await output.pressChip('model');
  await workbench.answer(id);
  await output.find(`[data-chip="model"]:has-text("${id === haiku ? 'Haiku' : 'Sonnet'} 5.5")`);
}

describeRuns('the latency history', { settings: { 'git.enabled': false } }, (window) => {
  test('tells nothing of a prompt that never ran, and offers to run it', async () => {
    const { openText, workbench, output, simulator } = window();
    const history = new HistoryDriver(workbench);
    await openText(file, prompt);
    await history.open();
    await history.find('h1', file);
    await history.find('.message', 'No runs of this prompt yet.');
    await simulator.script([answerOf('The Rhine, the Danube and the Loire.')]);
    await history.action('run');
    await output.shows({ end: 'complete', answer: 'the Loire' });
    await history.lists('1 run');
    assert.equal(await history.text('.badge'), 'Simulated');
    assert.match(await output.text('.notice'), /^History stays on this computer/);
  });

  test('five runs with two models, an edit, another run: figures of each group, and what was observed', async () => {
    const { workbench, openText, output } = window();
    const history = new HistoryDriver(workbench);
    await run(window(), 'Rhine, Rhône, Oder.');
    await run(window(), 'Elbe, Po, Tagus.');
    await chooseModel(window(), sonnet);
    await run(window(), 'Seine, Ebro, Tiber.');
    await run(window(), 'Thames, Shannon, Volga.');
    await history.lists('5 runs');
    await history.find('[data-pick="group"]', 'Claude Sonnet 5.5 · 16,000 max tokens · server (n = 2)');
    await history.pick('group');
    await workbench.answer('Haiku');
    await history.find('[data-pick="group"]', 'Claude Haiku 5.5 · 16,000 max tokens · server (n = 3)');
    await chooseModel(window(), haiku);
    await openText(file, shorter);
    await run(window(), 'The Rhine.');
    await history.find('.version', 'v2');
    assert.match(await history.text('.version:has(b:text-is("v2"))'), /v2 current .*−\d+ tokens · 1 run/);
    assert.match(
      await history.text('.observed'),
      /^v2 against v1: TTLT observed (?:[−+]|±)[\d.]+ m?s, same day\./,
    );
    assert.match(await output.text('[data-figure="ttft"] .note'), /^was [\d.]+ m?s/);
  });

  test('a version comes back as one edit, and its answer can be the reference', async () => {
    const { workbench, page, output } = window();
    const history = new HistoryDriver(workbench);
    await history.versionAction('v1', 'restore-version');
    const editor = page.locator('.monaco-editor .view-lines').first();
    await editor.getByText('three rivers').waitFor();
    await workbench.focusTextEditor();
    await workbench.press('ControlOrMeta+Z');
    await editor.getByText('Name a river.').waitFor();
    await history.versionAction('v1', 'set-reference');
    await history.find('.version:has(b:text-is("v1")) .mark', 'reference');
    await run(window(), 'The Danube.');
    assert.match(
      await output.text('.reference'),
      /^Against the reference of .+ Words only here: \d+ · only in the reference: \d+ /,
    );
    const kept = (await output.find('.reference .answer-text')).evaluate((text) =>
      [...text.childNodes]
        .filter((node) => node instanceof Text || (node instanceof Element && node.matches('.added')))
        .map(({ textContent }) => textContent)
        .join(''),
    );
    assert.equal(await kept, 'The Danube.');
    await output.press('diff-reference');
    await page.locator('.tab.active', { hasText: 'reference ↔ this answer' }).waitFor();
    await workbench.focusEditor();
    await history.versionAction('v1', 'clear-reference');
  });

  test('the list is filtered, and a run of it is shown as it was', async () => {
    const { workbench, output } = window();
    const history = new HistoryDriver(workbench);
    await history.lists('7 runs');
    await history.pick('model');
    await workbench.answer(sonnet);
    await history.lists('2 runs');
    const models = (await history.rows()).map((row) => /Claude \w+ [\d.]+/.exec(row)?.[0]);
    assert.deepEqual(models, Array(2).fill('Claude Sonnet 5.5'));
    await history.pressRow(1);
    await output.shows({ end: 'complete', answer: 'Seine, Ebro, Tiber.' });
    await workbench.runAskingCommand('Prompt Tuner: Filter Runs…');
    await workbench.answer('Clear Filters');
    await history.lists('7 runs');
    await workbench.runAskingCommand('Prompt Tuner: Filter Runs…');
    await workbench.answer('Model');
    await workbench.answer(sonnet);
    await history.lists('2 runs');
    await history.action('clear-filters');
    await history.lists('7 runs');
  });

  test('two runs are held against each other: prompts, answers and numbers', async () => {
    const { workbench, page } = window();
    const history = new HistoryDriver(workbench);
    await history.pressRow(0);
    await history.pressRow(6, 'ControlOrMeta');
    await history.find('#runs-title', '2 selected');
    await history.runAction('diff-runs');
    await page.locator('.multiDiffEntry').first().waitFor();
    assert.equal(await page.locator('.multiDiffEntry').count(), 2);
    await page.locator('.tab', { hasText: 'Numbers' }).click();
    await workbench.webview('table:has-text("Difference"):has-text("TTFT")');
  });

  test('runs are labelled, deleted and brought back', async () => {
    const { workbench } = window();
    const history = new HistoryDriver(workbench);
    await history.pressRow(1);
    await history.runAction('label');
    await workbench.answer('before the holidays');
    await history.find('[role="option"]', 'before the holidays');
    await history.runAction('delete');
    await history.find('.undo', '1 run deleted');
    await history.lists('6 runs');
    await history.action('undo');
    await history.lists('7 runs');
    await history.find('[role="option"]', 'before the holidays');
  });

  test('runs are exported as CSV and read back', async () => {
    const { workbench, workspace } = window();
    await workbench.runAskingCommand('Prompt Tuner: Export Runs…');
    await workbench.answer('CSV');
    // The dialog asks for a path, with this one in it.
    const target = join(workspace.path, 'prompt-runs.csv');
    await workbench.accepts(target);
    await workbench.notified('7 runs exported.');
    assert.ok(existsSync(target));
    const [head = '', ...lines] = readFileSync(target, 'utf8').trimEnd().split('\r\n');
    const columns = head.split(',');
    const cells = lines.map((line) => line.split(','));
    const column = (name: string) => cells.map((row) => row[columns.indexOf(name)]);
    assert.equal(lines.length, 7);
    assert.deepEqual(new Set(column('model')), new Set([haiku, sonnet]));
    assert.deepEqual(column('version').toSorted(), ['1', '1', '1', '1', '1', '2', '2']);
    assert.ok(column('ttft_ms').every((ttft) => Number(ttft) > 0));
    assert.ok(column('simulated').every((simulated) => simulated === 'true'));
  });

  test('all prompts are a list, and the table shows the groups', async () => {
    const { workbench, page } = window();
    const history = new HistoryDriver(workbench);
    await history.pick('scope');
    await workbench.answer('All Prompts');
    await history.find('.prompt', file);
    await (await history.find('.prompt', file)).click();
    await history.find('h1', file);
    await workbench.runCommand('Prompt Tuner: Show Latency as Table');
    const lines = page.locator('.editor-group-container.active .view-lines').first();
    await lines.getByText('Model and parameters').first().waitFor();
  });

  test('the history is there after the window is reloaded, with the last run in the panel', async () => {
    const { workbench, output } = window();
    const history = new HistoryDriver(workbench);
    // The driver knows a window to be ready by its explorer.
    await workbench.runCommand('View: Show Explorer');
    await workbench.reload();
    await output.shows({ end: 'complete', answer: 'The Danube.' });
    await history.open();
    await history.lists('7 runs');
  });

  test('a version of a string in code comes back though another prompt ran since', async () => {
    const { workbench, page, openText, output } = window();
    const history = new HistoryDriver(workbench);
    for (const text of ['Name three ponds.', 'Name a pond.']) {
      await openText('ponds.py', `POND_PROMPT = "${text}"\n`);
      await page.locator('.view-line', { hasText: text }).waitFor();
      await workbench.press('ControlOrMeta+Home');
      await run(window(), `Answer to ${text}`);
    }
    await openText(file, shorter);
    await run(window(), 'The Elbe.');
    await output.shows({ title: file });
    await history.pick('scope');
    await workbench.answer('ponds.py › POND_PROMPT');
    await history.find('h1', 'POND_PROMPT');
    await history.versionAction('v1', 'restore-version');
    await page.locator('.view-line', { hasText: 'POND_PROMPT = "Name three ponds."' }).waitFor();
  });
});
