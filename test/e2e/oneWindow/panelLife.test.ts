import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf, type RunWindow, runKey, sentRuns, sentText } from '../../support/runWindow.ts';
import { describeSharedRuns } from '../../support/sharedWindow.ts';

const story = 'Once upon a time there was a story that was told to its very end, whoever looked away.';
const heldStory = answerOf(story, { charsPerDelta: 6, hold: 6 });

/** The panel once it shows the whole story. */
async function wholeStory({ output }: RunWindow): Promise<string | null> {
  const panel = await output.shows({ phase: 'ended', end: 'complete', answer: 'whoever looked away.' });
  return panel.locator('#answer').textContent();
}

/** Makes the panel the active editor, so that what is opened or moved next is meant for its group. */
async function activatePanel({ page }: RunWindow): Promise<void> {
  await page.locator('.tab', { hasText: 'Prompt Output' }).click();
  await page.locator('.editor-group-container.active .tab.active', { hasText: 'Prompt Output' }).waitFor();
}

describeSharedRuns('panelLife', {}, (vscode) => {
  test('text that came while the panel was hidden is there when it is seen again', async () => {
    const window = vscode();
    const { simulator, output, openText, workbench, page } = window;
    await simulator.script([heldStory]);
    await openText('hidden.prompt.md', 'Tell a story.');
    await workbench.press(runKey);
    await output.shows({ phase: 'writing', answer: 'Once upon' });
    await activatePanel(window);
    await workbench.openFile('notes.md');
    await page.locator('iframe.webview:visible').waitFor({ state: 'hidden' });
    await simulator.release();
    await simulator.waitFor('end', 1);
    await page.locator('.tab', { hasText: 'Prompt Output' }).click();
    assert.equal(await wholeStory(window), story);
  });

  test('a panel that is moved to another group while it streams shows everything', async () => {
    const window = vscode();
    const { simulator, output, openText, workbench, page } = window;
    await simulator.script([heldStory]);
    await openText('moved.prompt.md', 'Tell a story.');
    await workbench.press(runKey);
    await output.shows({ phase: 'writing', answer: 'Once upon' });
    await activatePanel(window);
    await workbench.runCommand('View: Move Editor into Left Group');
    const leftGroup = page.locator('.editor-group-container').first();
    await leftGroup.locator('.tab', { hasText: 'Prompt Output' }).waitFor();
    await simulator.release();
    assert.equal(await wholeStory(window), story);
  });

  test('a closed panel comes back by Show Output Panel, with the last run', async () => {
    const { simulator, output, openText, workbench, page } = vscode();
    const short = 'A story that was over before its panel was closed.';
    await simulator.script([answerOf(short)]);
    await openText('closed.prompt.md', 'Tell a story.');
    await workbench.press(runKey);
    await output.shows({ end: 'complete', answer: short });
    await page.locator('.tab', { hasText: 'Prompt Output' }).click({ button: 'middle' });
    await page.locator('.tab', { hasText: 'Prompt Output' }).waitFor({ state: 'detached' });
    await workbench.runCommand('Prompt Tuner: Show Output Panel');
    await output.shows({ end: 'complete', answer: short });
  });

  test('after a window reload the last run is there, and can be run again', async () => {
    const { simulator, output, openText, workbench } = vscode();
    const short = 'A story that was over before the window was reloaded.';
    await simulator.script([answerOf(short)]);
    await openText('reloaded.prompt.md', 'Tell a story.');
    await workbench.press(runKey);
    await output.shows({ end: 'complete', answer: short });
    const ttft = await output.figure('ttft');
    await workbench.reload();
    await output.shows({ end: 'complete', answer: short });
    assert.equal(await output.figure('ttft'), ttft);
    assert.equal(await output.text('h1'), 'reloaded.prompt.md');
    assert.equal((await sentRuns(simulator)).length, 1, 'nothing is sent by a reload');

    await simulator.script([answerOf('Told once more.')]);
    await output.press('run-again');
    await output.shows({ end: 'complete', answer: 'Told once more.' });
    assert.deepEqual((await sentRuns(simulator)).map(sentText), ['Tell a story.', 'Tell a story.']);
  });
});
