import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { answerOf, describeRuns, runKey, sentRuns } from '../support/runWindow.ts';

const goodKey = ['sk', 'ant', 'api03-good-one'].join('-');
const badKey = ['sk', 'ant', 'api03-bad-one'].join('-');

const options = {
  simulator: { keys: [goodKey] },
  settings: { 'promptTuner.auth': 'bearer' },
};

/** The files under a folder that hold a text, in the order of their paths. */
function filesHolding(folder: string, text: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file, 'latin1').includes(text))
    .sort();
}

describeRuns('key', options, (vscode) => {
  test('a foreign address is confirmed, then the run waits for a key; the sample sends nothing', async () => {
    const { simulator, output, openText, workbench, page } = vscode();
    await openText('locked.prompt.md', 'Name a colour.');
    await workbench.press(runKey);
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.filter({ hasText: 'Send prompts to 127.0.0.1' }).waitFor();
    await dialog.locator('.monaco-button', { hasText: 'Send There' }).first().click();
    await output.shows({ phase: 'idle', state: 'Claude needs an API key' });
    assert.deepEqual(await output.stateButtons(), ['Enter API Key…', 'Get a Key', 'See a Sample Run']);

    await output.press('sample-run');
    await output.shows({ phase: 'ended', end: 'complete', answer: 'Team: Cards' });
    assert.equal(await output.text('.badge'), 'Sample');
    assert.deepEqual(await simulator.requests(), []);
  });

  test('a key that is refused stays in its box; an accepted one lets the waiting run go on', async () => {
    const { simulator, output, openText, workbench, page } = vscode();
    await openText('unlocked.prompt.md', 'Name a colour.');
    await workbench.press(runKey);
    await output.shows({ phase: 'idle', state: 'Claude needs an API key' });
    await output.press('enter-key');
    await workbench.answer(badKey);
    await page.locator('.quick-input-message', { hasText: 'does not accept this key' }).waitFor();

    await simulator.script([answerOf('Blue.')]);
    await workbench.answer(`  ${goodKey}  `);
    const panel = await output.shows({ phase: 'ended', end: 'complete', answer: 'Blue.' });
    await panel.locator('text=/Key accepted, [\\d.]+\\sm?s/').waitFor();

    const [sent] = await sentRuns(simulator);
    assert.equal(sent?.headers.authorization, `Bearer …${goodKey.slice(-4)}`);
    assert.equal(sent?.headers['x-api-key'], undefined);
    const shown = [await panel.locator('body').textContent(), await page.locator('body').textContent()].join(
      '\n',
    );
    assert.ok(!shown.includes(goodKey));
    await output.open('request');
    await panel.getByRole('tab', { name: 'cURL' }).click();
    const code = await (await output.find('#request-code:has-text("curl")')).textContent();
    assert.match(code ?? '', /Authorization: Bearer \$/i);
    assert.ok(!code?.includes(goodKey));
  });

  test('the key stands in no file', () => {
    const { server, workspace } = vscode();
    const holding = (text: string) =>
      [server.home, workspace.path].flatMap((folder) => filesHolding(folder, text));
    assert.deepEqual([...holding(goodKey), ...holding(badKey)], []);
    // The search finds what was kept: the history's database and its log have the prompts.
    const kept = new Set(holding('Name a colour.').map((file) => basename(file).replace(/-wal$/, '')));
    assert.deepEqual([...kept].sort(), ['history.db', 'locked.prompt.md', 'unlocked.prompt.md']);
  });

  test('a rejected key is replaced from the failed run', async () => {
    const { simulator, output, openText, workbench, page } = vscode();
    await openText('replaced.prompt.md', 'Name a tree.');
    await simulator.script([
      { kind: 'error', status: 401, type: 'authentication_error', message: 'invalid x-api-key' },
    ]);
    await workbench.press(runKey);
    await output.shows({ phase: 'ended', end: 'failed', state: 'Key rejected' });
    await output.press('enter-key');
    await simulator.script([answerOf('Birch.')]);
    await workbench.answer(goodKey);
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await output.shows({ phase: 'ended', end: 'complete', answer: 'Birch.' });
  });

  test('a cleared key is asked for again', async () => {
    const { simulator, output, openText, workbench } = vscode();
    await workbench.runCommand('Prompt Tuner: Clear API Key');
    await workbench.notified('is cleared');
    await openText('cleared.prompt.md', 'Name a river.');
    await workbench.press(runKey);
    await output.shows({ phase: 'idle', state: 'Claude needs an API key' });
    assert.deepEqual(await sentRuns(simulator), []);
  });
});
