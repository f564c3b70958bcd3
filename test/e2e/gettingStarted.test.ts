import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HistoryDriver } from '../support/historyDriver.ts';
import { answerOf, describeRuns, type RunWindow, runKey, sentRuns } from '../support/runWindow.ts';

/** Waits until a step of the walkthrough is ticked off, or is not. */
async function step({ page }: RunWindow, id: string, ticked: boolean): Promise<void> {
  await page.locator(`[data-done-step-id$="#start#${id}"][aria-checked="${ticked}"]`).waitFor();
}

async function openWalkthrough({ workbench, page }: RunWindow): Promise<void> {
  await workbench.runAskingCommand('Welcome: Open Walkthrough...');
  await workbench.answer('Tune Your First Prompt');
  await page.locator('.getting-started-step:enabled', { hasText: 'Set an API key' }).waitFor();
}

// With motion, VS Code gives a step the focus half a second after it opened, which would close what asks then.
const still = { 'workbench.reduceMotion': 'on' };

describeRuns('getting started', { settings: still }, (vscode) => {
  test('empty, both panels say what to do next and lead to the sample prompts', async () => {
    const { output, workbench, page, simulator } = vscode();
    // VS Code knows the extension's commands by the time that it has its icon.
    await page.locator('.activitybar [aria-label="Prompt Tuner"]').first().waitFor();
    await workbench.runCommand('Prompt Tuner: Show Output Panel');
    const frame = await workbench.webview('.empty');
    assert.deepEqual(await frame.locator('.empty [data-action]').allInnerTexts(), [
      'Open Sample Prompts',
      'See a Sample Run',
    ]);
    const history = new HistoryDriver(workbench);
    await history.open();
    await history.find('.message', 'Open a prompt and run it: its latency shows here.');
    await history.find('.message [data-action="open-samples"]', 'Open Sample Prompts');
    await workbench.screenshot('getting-started-empty');
    await output.press('open-samples');
    await page.locator('.tab.active', { hasText: 'triage.prompt.md' }).waitFor();
    await page.locator('.codelens-decoration', { hasText: /Run.*≈ \d+ tokens.*hints/ }).waitFor();
    assert.deepEqual(await sentRuns(simulator), []);
  });

  test('the walkthrough leads to the sample prompts, and what was done is ticked off', async () => {
    const window = vscode();
    const { workbench, page, simulator, output } = window;
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    await openWalkthrough(window);
    for (const id of ['key', 'run', 'numbers', 'hint', 'compare']) await step(window, id, false);
    for (const id of ['numbers', 'hint', 'compare', 'key', 'run']) {
      await page.locator(`.getting-started-step[data-step-id$="#${id}"]`).click();
      await workbench.screenshot(`getting-started-${id}`);
    }
    await page.locator('.getting-started-step', { hasText: 'Run a prompt' }).click();
    await page.locator('.getting-started-step .monaco-button', { hasText: 'Open Sample Prompts' }).click();
    await page.locator('.tab.active', { hasText: 'triage.prompt.md' }).waitFor();
    await workbench.focusTextEditor();
    await simulator.script([answerOf('Bikes, urgent: a brake that hardly works. '.repeat(40))]);
    await workbench.press(runKey);
    await output.shows({ title: 'triage.prompt.md', end: 'complete', answer: 'a brake that hardly works' });
    // Opened empty in this group, the panel went beside the editor.
    assert.equal(await page.locator('.editor-group-container').count(), 2);
    assert.ok(await workbench.isEditing('triage.prompt.md'));
    await openWalkthrough(window);
    for (const id of ['key', 'run']) await step(window, id, true);
    await page.locator('.getting-started-step', { hasText: 'Read where the time went' }).click();
    await page.locator('.getting-started-step .monaco-button', { hasText: 'Show Latency' }).click();
    await step(window, 'numbers', true);
    for (const id of ['hint', 'compare']) await step(window, id, false);
  });

  test('with the walkthrough in front its buttons mean the prompt that was run last', async () => {
    const window = vscode();
    const { workbench, page } = window;
    await openWalkthrough(window);
    await page.locator('.getting-started-step', { hasText: 'Take a hint' }).click();
    await page.locator('.getting-started-step .monaco-button', { hasText: 'Show Hints' }).click();
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Ask for' }).first().waitFor();
    await workbench.answer('in the event that');
    await step(window, 'hint', true);
  });
});
