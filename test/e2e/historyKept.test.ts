import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { HistoryDriver } from '../support/historyDriver.ts';
import { answerOf, describeRuns, type RunWindow, runKey, sentRuns } from '../support/runWindow.ts';

async function run({ simulator, workbench, output }: RunWindow, answer: string): Promise<void> {
  await simulator.script([answerOf(answer)]);
  await workbench.focusTextEditor();
  await workbench.press(runKey);
  await output.shows({ end: 'complete', answer });
}

describeRuns('what the history keeps', { settings: { 'git.enabled': true } }, (window) => {
  test('the commit that a prompt was run at, and whether it was changed since', async () => {
    const { workspace, workbench, openText } = window();
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
        cwd: workspace.path,
        encoding: 'utf8',
      }).trim();
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--message', 'Prompts');
    const commit = git('rev-parse', 'HEAD').slice(0, 8);
    await workbench.reload();
    await workbench.page
      .locator('.statusbar-item', { hasText: /main|master/ })
      .first()
      .waitFor();
    const history = new HistoryDriver(workbench);
    await workbench.openFile('triage.prompt.md');
    await history.open();
    await run(window(), 'Payments.');
    await history.find(`[role="option"][title*="commit ${commit}"]`);
    const [row = ''] = await history.rows();
    assert.match(row, new RegExp(`commit ${commit}(?!, modified)`));
    await openText('triage.prompt.md', 'Sort this ticket.');
    await run(window(), 'Cards.');
    await history.find(`[role="option"][title*="commit ${commit}, modified"]`);
  });

  test('the baseline is measured by ten requests, after their cost was told', async () => {
    const { workbench, page, simulator } = window();
    const history = new HistoryDriver(workbench);
    await history.action('measure-baseline');
    const dialog = page.locator('.monaco-dialog-box', { hasText: 'Measure the baseline latency of' });
    assert.match((await dialog.textContent()) ?? '', /10 requests of one output token.*\$0\.000/);
    assert.deepEqual(await sentRuns(simulator), []);
    await dialog.getByRole('button', { name: 'Send 10 Requests' }).click();
    await history.find('.baseline', 'n = 10');
    const sent = await sentRuns(simulator);
    assert.deepEqual(
      sent.map(({ body }) => (body as { max_tokens: number }).max_tokens),
      Array(10).fill(1),
    );
    // They are no runs of the prompt.
    await history.lists('2 runs');
  });

  test('numbers alone, where texts are not to be kept', async () => {
    const { workbench, output, applySettings, openText } = window();
    const history = new HistoryDriver(workbench);
    await applySettings({ 'git.enabled': true, 'promptTuner.history.storeText': false });
    await openText('secret.prompt.md', 'Say nothing of this.');
    await run(window(), 'Nothing was said.');
    await history.find('h1', 'secret.prompt.md');
    await history.lists('1 run');
    await history.pressRow(0);
    const kept = await output.shows({ end: 'complete', title: 'secret.prompt.md' });
    await kept.locator('.notice', { hasText: 'The texts of this run were not kept' }).waitFor();
    assert.equal(await kept.getByText('Nothing was said.').count(), 0);
  });

  test('a run that can’t be kept is told, and its answer stays in the panel', async () => {
    const { workbench, server, output, openText } = window();
    const [file] = globSync('**/history.db', { cwd: server.home });
    const database = new DatabaseSync(join(server.home, file ?? ''));
    database.exec("CREATE TRIGGER full BEFORE INSERT ON run BEGIN SELECT RAISE(FAIL, 'disk full'); END");
    try {
      await openText('lost.prompt.md', 'Say something.');
      await run(window(), 'Something was said.');
      await workbench.notified('A run of lost.prompt.md could not be kept in the history');
      await output.shows({ end: 'complete', title: 'lost.prompt.md', answer: 'Something was said.' });
    } finally {
      database.exec('DROP TRIGGER full');
      database.close();
    }
  });
});
