import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator } from 'playwright-core';
import { answerOf, describeRuns, type RunWindow, runKey, sentRuns, sentText } from '../support/runWindow.ts';

const verbose = `---
description: Plans a garden
---
I have a small garden, in order to grow herbs in it. Please note that the soil is poor.

Tell me what to plant in order to harvest from spring to autumn.

It is very important that the plants need little water.
`;

const longAnswer = 'Thyme and sage like poor soil and need hardly any water. '.repeat(20);

function line({ page }: RunWindow): Locator {
  return page.locator('.codelens-decoration');
}

// The numbers of the line over the prompt, once it tells of so many hints.
async function told(window: RunWindow, hints: RegExp): Promise<{ tokens: number; text: string }> {
  const decoration = line(window).filter({ hasText: hints });
  await decoration.waitFor();
  const text = ((await decoration.textContent()) ?? '').replaceAll(/\s+/g, ' ');
  return { tokens: Number(/≈ ([\d,]+) tokens/.exec(text)?.[1]?.replace(',', '')), text };
}

describeRuns('hints', {}, (vscode) => {
  test('a verbose prompt is run, shortened by one fix and by all, and run again', async () => {
    const window = vscode();
    const { simulator, output, openText, workbench, page } = window;
    await simulator.script([answerOf(longAnswer), answerOf(longAnswer)]);
    await openText('garden.prompt.md', verbose);
    const before = await told(window, /hints \(≈ −\d+\)/);
    console.log(before);
    await workbench.screenshot('hints-open');
    await workbench.press(runKey);
    await output.shows({ end: 'complete' });
    const hint = await output.find('.hint');
    console.log(await hint.innerText());
    await workbench.screenshot('hints-run');
    await workbench.focusEditor();
    await workbench.press('ControlOrMeta+Home', 'ArrowDown', 'ArrowDown', 'ArrowDown');
    for (let i = 0; i < 30; i++) await workbench.press('ArrowRight');
    await workbench.press('ControlOrMeta+K', 'ControlOrMeta+I');
    await page.waitForTimeout(1500);
    await workbench.screenshot('hints-hover');
    await workbench.press('Escape');
    await workbench.press('ControlOrMeta+.');
    await page.waitForTimeout(1500);
    await workbench.screenshot('hints-quickfix');
    await workbench.press('Escape');
    await page.locator('.codelens-decoration a', { hasText: 'hints' }).click();
    await page.waitForTimeout(1500);
    await workbench.screenshot('hints-pick');
    await workbench.press('Escape');
    await workbench.runCommand('Prompt Tuner: Apply All Suggestions…');
    await page.waitForTimeout(2500);
    await workbench.screenshot('hints-preview');
    await workbench.press('Escape');
    await page.waitForTimeout(1000);
    await workbench.runCommand('Prompt Tuner: Fix All Safe Hints');
    await page.waitForTimeout(1500);
    await workbench.screenshot('hints-fixed');
    await workbench.pressInNotification('hints fixed', 'Count Both Versions');
    await page.waitForTimeout(1500);
    await workbench.screenshot('hints-counted');
    assert.deepEqual((await sentRuns(simulator)).map(sentText).length, 1);
  });
});
