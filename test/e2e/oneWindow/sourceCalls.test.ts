import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf, type RunWindow, runKey, sentRuns, sentText } from '../../support/runWindow.ts';
import { describeSharedRuns } from '../../support/sharedWindow.ts';

const program = `from places import TOOLS

LIMIT = 70


def ask(client, town, logger):
    return client.messages.create(
        model="claude-haiku-4-5",
        max_tokens=LIMIT,
        system="Be brief.",
        messages=[{"role": "user", "content": f"Name a street of {town}."}],
        stop_sequences=["END"],
        tools=TOOLS,
    )
`;

async function waitForBox({ page }: RunWindow, name: string) {
  await page.locator('.quick-input-widget .quick-input-message', { hasText: `“${name}”` }).waitFor();
  return page.locator('.quick-input-widget .quick-input-box input');
}

describeSharedRuns('source calls', {}, (vscode) => {
  test('the line above a call sends the call; what it can’t say is told in the panel, and is still known after a reload', async () => {
    const { simulator, output, openText, workbench, page } = vscode();
    await simulator.script([answerOf('Milsom Street.')]);
    await openText('streets.py', program);
    await page.locator('.codelens-decoration a', { hasText: 'Run This Call' }).last().click();
    await waitForBox(vscode(), 'town');
    await workbench.answer('Bath');
    await output.shows({ title: 'streets.py ›', end: 'complete', answer: 'Milsom Street.' });
    const [request] = await sentRuns(simulator);
    assert.deepEqual(request?.body, {
      model: 'claude-haiku-4-5',
      max_tokens: 70,
      system: 'Be brief.',
      messages: [{ role: 'user', content: [{ type: 'text', text: 'Name a street of Bath.' }] }],
      stop_sequences: ['END'],
      stream: true,
    });
    for (const id of ['model', 'max-tokens', 'system']) {
      const tip = await (await output.find(`[data-chip="${id}"]`)).getAttribute('aria-describedby');
      assert.match(await output.text(`#${tip}`), /^From the call around the prompt\./, id);
    }
    await output.open('details');
    await output.find('#details:has-text("tools (not taken over)")');
    await workbench.reload();
    await workbench.runCommand('Prompt Tuner: Show Output');
    await output.shows({ title: 'streets.py ›', end: 'complete', answer: 'Milsom Street.' });
    await output.open('details');
    await output.find('#details:has-text("tools (not taken over)")');
  });

  test('the values in the panel: the last ones are proposed, one is written in a tab, one tab is given up', async () => {
    const { simulator, output, openText, workbench, page } = vscode();
    await simulator.script(['One.', 'Two.', 'Three.'].map((text) => answerOf(text)));
    await openText('notes.prompt.md', 'For {{reader}}: sum up {{notes}}');
    await workbench.press(runKey);
    await waitForBox(vscode(), 'reader');
    await workbench.answer('Ada');
    await waitForBox(vscode(), 'notes');
    await workbench.answer('all');
    await output.shows({ end: 'complete', answer: 'One.' });

    await output.pressChip('values');
    assert.equal(await (await waitForBox(vscode(), 'reader')).inputValue(), 'Ada');
    await workbench.press('Enter');
    assert.equal(await (await waitForBox(vscode(), 'notes')).inputValue(), 'all');
    await page.locator('.quick-input-widget .codicon-edit').click();
    await page.locator('.tab.active', { hasText: 'notes.txt' }).waitFor();
    await page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await workbench.press('ControlOrMeta+A');
    await page.keyboard.insertText('first line\nsecond line');
    await workbench.press('ControlOrMeta+S');
    await page.locator('.tab', { hasText: 'notes.txt' }).waitFor({ state: 'detached' });
    await output.press('run-again');
    await output.shows({ end: 'complete', answer: 'Two.' });

    await output.pressChip('values');
    await waitForBox(vscode(), 'reader');
    await workbench.answer('Bo');
    await waitForBox(vscode(), 'notes');
    await page.locator('.quick-input-widget .codicon-edit').click();
    await page.locator('.tab.active', { hasText: 'notes.txt' }).click({ button: 'middle' });
    await page.locator('.tab', { hasText: 'notes.txt' }).waitFor({ state: 'detached' });
    await output.press('run-again');
    await output.shows({ end: 'complete', answer: 'Three.' });
    assert.deepEqual((await sentRuns(simulator)).map(sentText), [
      'For Ada: sum up all',
      'For Ada: sum up first line\nsecond line',
      'For Ada: sum up first line\nsecond line',
    ]);
  });
});
