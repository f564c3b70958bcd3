import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { answerOf, type RunWindow, runKey, sentRuns, sentText } from '../../support/runWindow.ts';
import { describeSharedRuns } from '../../support/sharedWindow.ts';

const verbose = `---
description: Plans a garden
---
I have a small garden and dug it in order to grow herbs in it. Please note that the soil is poor.

Tell me what to plant in order to harvest from spring to autumn, due to the fact that I cook every day.

It is very important that the plants need little water.
`;

const longAnswer = 'Thyme and sage like poor soil and need hardly any water. '.repeat(20).trim();

/** The line over the prompt, once it reads like this. */
async function lineReads({ page }: RunWindow, pattern: RegExp): Promise<RegExpExecArray> {
  const line = page.locator('.codelens-decoration').filter({ hasText: pattern });
  await line.waitFor();
  const text = ((await line.textContent()) ?? '').replaceAll(/\s+/g, ' ');
  return pattern.exec(text) ?? assert.fail(text);
}

const withHints = /≈ (\d+) tokens\s*\|\s*(\d+) hints \(≈ −(\d+)\)/;

async function selectFirst({ workbench, page }: RunWindow, words: string): Promise<void> {
  await workbench.focusEditor();
  await workbench.press('ControlOrMeta+Home', 'ControlOrMeta+F');
  const find = page.locator('.find-widget.visible textarea').first();
  await find.fill(words);
  await find.press('Enter');
  await find.press('Escape');
  await page.locator('.editor-instance .monaco-editor.focused').waitFor();
}

describeSharedRuns('hints', {}, (vscode) => {
  test('a verbose prompt is run, shortened by one fix and by all, asked for less, and run again', async () => {
    const window = vscode();
    const { simulator, output, openText, workbench, workspace, page } = window;
    const answers = [answerOf(longAnswer, { charsPerDelta: 40 }), answerOf('Thyme, sage, savory.')];
    await simulator.script(answers);
    await openText('garden.prompt.md', verbose);
    const [, tokens, hints, saving] = (await lineReads(window, withHints)).map(Number);
    assert.ok(tokens !== undefined && hints !== undefined && saving !== undefined && hints >= 4);

    await workbench.press(runKey);
    await output.shows({ end: 'complete', answer: 'hardly any water.' });
    assert.match(
      await output.text('.hint p'),
      /^No length or form of the answer asked for: this answer had \d+ tokens/,
    );
    await workbench.screenshot('hints-run');

    await selectFirst(window, 'in order');
    await workbench.press('ControlOrMeta+.');
    await page.locator('.action-widget', { hasText: /Remove “in order” \(≈ −\d tokens\)/ }).waitFor();
    await workbench.screenshot('hints-quick-fix');
    await workbench.press('Enter');
    const [, afterOne, left] = (await lineReads(window, hintsBelow(hints))).map(Number);
    assert.ok(afterOne !== undefined && left === hints - 1 && afterOne < tokens);

    await workbench.runCommand('Prompt Tuner: Fix All Safe Hints');
    await workbench.pressInNotification('hints fixed', 'Count Both Versions');
    const counted = await workbench.notified('counted by the API');
    const [, before, after] = /: (\d+) → (\d+) tokens/.exec(counted) ?? [];
    assert.ok(Number(after) < Number(before), counted);
    const [, afterAll] = (await lineReads(window, new RegExp(`≈ (?!${afterOne} )(\\d+) tokens`))).map(Number);
    assert.ok(afterAll !== undefined && afterAll < afterOne);
    assert.equal((await sentRuns(simulator)).length, 1);

    await workbench.press('ControlOrMeta+Z');
    await lineReads(window, new RegExp(`≈ ${afterOne} tokens`));
    await workbench.press('ControlOrMeta+Z');
    await lineReads(window, new RegExp(`≈ ${tokens} tokens`));
    await output.press('apply-hint');
    await workbench.focusEditor();
    await page.locator('.view-line', { hasText: 'Answer in at most 3 sentences.' }).waitFor();
    await workbench.runCommand('Prompt Tuner: Fix All Safe Hints');
    await workbench.runCommand('Notifications: Clear All Notifications');
    await workbench.press('ControlOrMeta+S', runKey);
    await output.shows({ end: 'complete', answer: 'Thyme, sage, savory.' });
    const [first, second] = (await sentRuns(simulator)).map(sentText);
    assert.ok(first !== undefined && second !== undefined);
    assert.equal(first, verbose.slice(verbose.indexOf('I have')));
    assert.ok(!second.includes('in order to') && second.includes('Answer in at most 3 sentences.'));
    assert.ok(readFileSync(join(workspace.path, 'garden.prompt.md'), 'utf8').endsWith(second));
  });

  test('a dismissed hint gives way to the next after the next run of its prompt', async () => {
    const { simulator, output, openText, workbench } = vscode();
    await simulator.script([answerOf(longAnswer), answerOf(`${longAnswer} Mint too.`)]);
    await openText('dismissed.prompt.md', verbose);
    await workbench.press(runKey);
    await output.shows({ title: 'dismissed.prompt.md', end: 'complete' });
    assert.match(await output.text('.hint p'), /^No length or form of the answer asked for/);
    await output.press('dismiss-hint');
    await output.find('#root:not(:has(.hint))');
    await output.press('run-again');
    await output.shows({ end: 'complete', answer: 'Mint too.' });
    assert.match(
      await output.text('.hint p'),
      /^Filler phrase: “because” is shorter \(≈ −\d tokens\)\. This run read \d+ tokens, as billed\.$/,
    );
  });

  test('the line over a prompt lists the hints, and a pick applies one', async () => {
    const window = vscode();
    const { openText, workbench, page } = window;
    await openText('listed.prompt.md', verbose);
    await lineReads(window, withHints);
    await page.locator('.codelens-decoration a', { hasText: 'hints' }).click();
    const rows = page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: 'Ask for 3 Sentences' }).waitFor();
    await workbench.screenshot('hints-list');
    await workbench.answer('due to the fact');
    await page.locator('.view-line', { hasText: 'because' }).waitFor();
    await workbench.press('ControlOrMeta+Z');
    await page.locator('.view-line', { hasText: 'due to' }).waitFor();
  });

  test('all suggestions are seen before they are applied', async () => {
    const { openText, workbench, page } = vscode();
    await openText('suggested.prompt.md', verbose);
    await workbench.runCommand('Prompt Tuner: Apply All Suggestions…');
    await page
      .locator('.quick-input-title', { hasText: /Apply \d+ changes to suggested\.prompt\.md\?/ })
      .waitFor();
    await page.locator('.tab.active', { hasText: 'suggested.prompt.md (shortened)' }).waitFor();
    await page
      .locator('.monaco-diff-editor .view-line')
      .filter({ hasText: 'because', visible: true })
      .first()
      .waitFor();
    await workbench.screenshot('hints-preview');
    await workbench.answer('Apply');
    await page.locator('.tab.active[data-resource-name="suggested.prompt.md"]').waitFor();
    await page.locator('.view-line', { hasText: 'because' }).waitFor();
  });
});

function hintsBelow(hints: number): RegExp {
  return new RegExp(withHints.source.replace('(\\d+) hints', `(${hints - 1}) hints`));
}
