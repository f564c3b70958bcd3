import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { packagedVsix } from '../support/packagedVsix.ts';
import { answerOf, openRunWindow, type RunWindow, runKey, sentRuns } from '../support/runWindow.ts';

let window: RunWindow | null = null;

before(async () => {
  window = await openRunWindow({ vsix: await packagedVsix() });
});

after(async () => await window?.close());

function vscode(): RunWindow {
  if (window === null) throw new Error('The window is not open.');
  return window;
}

test('the package, installed in a fresh VS Code, runs a prompt', async () => {
  const { simulator, output, workbench, page } = vscode();
  await simulator.script([answerOf('It is for the Identity team.')]);
  await workbench.openFile('triage.prompt.md');
  await page.locator('.codelens-decoration', { hasText: /≈ \d+ tokens/ }).waitFor();
  await workbench.press(runKey);
  const panel = await output.shows({ end: 'complete', answer: 'It is for the Identity team.' });
  const style = await panel.locator('#vscode-codicon-stylesheet').getAttribute('href');
  assert.match(style ?? '', /\/extensions\/prompt-tuner\.prompt-tuner-[\d.]+\/dist\/webview\/codicon\.css$/);
  assert.match(await output.figure('ttft'), /^[\d.]+ m?s$/);
  assert.match(await output.figure('cost'), /^\$0\.0\d+$/);
  assert.equal((await sentRuns(simulator)).length, 1);
  // In the wake of the first run the list of models is fetched.
  await simulator.waitFor('end', 1, { path: '/v1/models' });
});

test('the package plays its sample run where there is no key, and sends nothing', async () => {
  const { simulator, output, openText, applySettings, workbench } = vscode();
  await simulator.clear();
  await applySettings({ 'promptTuner.baseUrl': 'https://api.anthropic.com', 'promptTuner.auth': 'bearer' });
  await openText('first.prompt.md', 'Name a river.');
  await workbench.press(runKey);
  await output.press('sample-run');
  await output.shows({ end: 'complete' });
  assert.equal(await output.text('.badge'), 'Sample');
  assert.deepEqual(await sentRuns(simulator), []);
});

test('the package explains a number by its own documentation', async () => {
  const { output, page } = vscode();
  const figure = await output.find('[data-figure="ttft"]');
  await figure.focus();
  await (await output.find('[data-explain="ttft"]')).click();
  await page.locator('.tab.active', { hasText: 'metrics.md' }).waitFor();
});
