import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf, runKey, sentRuns, sentText } from '../../support/runWindow.ts';
import { describeSharedRuns } from '../../support/sharedWindow.ts';

const frontMatter = '---\ndescription: Greets\n---\n';

describeSharedRuns('run', {}, (vscode) => {
  test('the line over a prompt shows Run, the estimated tokens, the hints and Compare', async () => {
    const { workbench, page } = vscode();
    await workbench.openFile('triage.prompt.md');
    const reads = /^▷ Run\s*\|\s*≈ \d+ tokens\s*\|\s*\d+ hints \(≈ −\d+\)\s*\|\s*Compare$/;
    const line = page.locator('.codelens-decoration', { hasText: reads });
    await line.waitFor();
    await page.locator('.statusbar-item', { hasText: /^≈ \d+$/ }).waitFor();
  });

  test('a press on Run in the line over a prompt runs it', async () => {
    const { simulator, output, openText, page } = vscode();
    await simulator.script([answerOf('Pressed.')]);
    await openText('pressed.prompt.md', 'Answer in one word.');
    await page.locator('.codelens-decoration a', { hasText: '▷ Run' }).click();
    await output.shows({ end: 'complete', answer: 'Pressed.' });
  });

  test('the answer streams in beside while the person types on', async () => {
    const { simulator, output, openText, workbench, page } = vscode();
    const text =
      'First a piece of the answer, and then, after a while, comes all the rest of it, quite slowly.';
    await simulator.script([answerOf(text, { charsPerDelta: 6, gapMs: 2, hold: 6 })]);
    await openText('greet.prompt.md', `${frontMatter}Say hello to the person.\n`);
    await workbench.press(runKey);
    await simulator.waitFor('event', 1, { events: 6 });
    const panel = await output.shows({ phase: 'writing', answer: 'First a piece' });
    assert.match(await output.text('#state'), /^Writing… [\d.]+ m?s Stop\b/);
    await workbench.press('ControlOrMeta+End');
    await workbench.type('Typed on.');
    await page.locator('.view-line', { hasText: 'Typed on.' }).waitFor();
    await simulator.release();
    await output.shows({ phase: 'ended', end: 'complete', answer: 'quite slowly.' });

    assert.equal(await panel.locator('#answer').textContent(), text);
    const [sent] = await sentRuns(simulator);
    assert.ok(sent);
    assert.equal(sentText(sent), 'Say hello to the person.\n');
    assert.match(await output.figure('ttft'), /^[\d.]+ m?s$/);
    assert.match(await output.figure('ttlt'), /^[\d.]+ m?s$/);
    assert.match(await output.figure('otps'), /^[\d,.]+$/);
    assert.match(await output.figure('input-tokens'), /^\d+$/);
    assert.match(await output.figure('output-tokens'), /^\d+$/);
    assert.match(await output.figure('cost'), /^\$0\.0\d+$/);
    assert.equal(await output.text('.badge'), 'Simulated');
    await page.locator('.statusbar-item', { hasText: /^TTFT [\d.]+ m?s · ≈ \d+$/ }).waitFor();
    const editor = await page.locator('.editor-instance .monaco-editor').first().boundingBox();
    const beside = await page.locator('iframe.webview').first().boundingBox();
    assert.ok(editor !== null && beside !== null && beside.x >= editor.x + editor.width);
  });

  test('a selection is sent alone', async () => {
    const { simulator, output, openText, workbench } = vscode();
    await simulator.script([answerOf('Only the line.')]);
    await openText('selected.py', 'PROMPT = "secret"\nName three rivers.\nprint(PROMPT)\n');
    await workbench.press('ArrowDown', 'Shift+End', runKey);
    await output.shows({ end: 'complete', answer: 'Only the line.' });
    assert.deepEqual((await sentRuns(simulator)).map(sentText), ['Name three rivers.']);
    assert.equal(await output.text('h1'), 'selected.py › selection');
  });

  test('several selections are joined in their order', async () => {
    const { simulator, output, openText, workbench } = vscode();
    await simulator.script([answerOf('Both lines.')]);
    await openText('joined.py', 'Name a river.\nName a lake.\n');
    await workbench.runCommand('Add Cursor Below');
    await workbench.press('Shift+End', runKey);
    await output.shows({ end: 'complete', answer: 'Both lines.' });
    assert.deepEqual((await sentRuns(simulator)).map(sentText), ['Name a river.\n\nName a lake.']);
  });

  test('code without a selection and an empty prompt are refused', async () => {
    const { simulator, openText, workbench } = vscode();
    await openText('whole.py', 'print("a whole source file")\n');
    await workbench.press(runKey);
    await workbench.notified('No prompt is under the cursor.');
    await openText('empty.prompt.md', `${frontMatter}\n  \n`);
    await workbench.press(runKey);
    await workbench.notified('The prompt is empty: write or select some text, then run it.');
    assert.deepEqual(await simulator.requests(), []);
  });

  test('Run Again sends the text as it is now, Repeat Exactly what was sent', async () => {
    const { simulator, output, openText, workbench } = vscode();
    await simulator.script([answerOf('The first.'), answerOf('The second.'), answerOf('The third.')]);
    await openText('again.prompt.md', 'Count to three.');
    await workbench.press(runKey);
    await output.shows({ end: 'complete', answer: 'The first.' });
    await workbench.press('ControlOrMeta+End');
    await workbench.type(' Then stop.');
    await output.find('header .note:has-text("Prompt edited since this run")');
    await output.press('run-again');
    await output.shows({ end: 'complete', answer: 'The second.' });
    await workbench.focusEditor();
    await workbench.press('ControlOrMeta+End');
    await workbench.type(' Never.');
    await output.find('header .note:has-text("Prompt edited since this run")');
    await output.press('repeat-exactly');
    await output.shows({ end: 'complete', answer: 'The third.' });

    const [first, second, third] = await sentRuns(simulator);
    assert.ok(first && second && third);
    assert.deepEqual([first, second].map(sentText), ['Count to three.', 'Count to three. Then stop.']);
    assert.deepEqual(third.body, second.body);
  });

  test('Run Last Prompt runs it from another editor', async () => {
    const { simulator, output, openText, workbench } = vscode();
    await simulator.script([answerOf('Once.'), answerOf('Once more.')]);
    await openText('last.prompt.md', 'Name a colour.');
    await workbench.press(runKey);
    await output.shows({ end: 'complete', answer: 'Once.' });
    await workbench.openFile('classify.ts');
    await workbench.press('ControlOrMeta+Alt+Shift+Enter');
    await output.shows({ end: 'complete', answer: 'Once more.' });
    assert.deepEqual((await sentRuns(simulator)).map(sentText), ['Name a colour.', 'Name a colour.']);
  });

  test('a second run is offered to stop the first, or to wait for it', async () => {
    const { simulator, output, openText, workbench } = vscode();
    const held = (text: string) => answerOf(text, { charsPerDelta: 5, hold: 4 });
    await simulator.script([held('Stopped early.'), held('Waited for.'), answerOf('Came after.')]);
    await openText('second.prompt.md', 'Name a bird.');
    await workbench.press(runKey);
    await output.shows({ phase: 'writing' });
    await workbench.press(runKey);
    await workbench.pressInNotification('A run is under way.', 'Stop and Run');
    await simulator.waitFor('closed', 1);
    await simulator.waitFor('event', 2, { events: 4 });
    await output.shows({ phase: 'writing' });
    await workbench.press(runKey);
    await workbench.pressInNotification('A run is under way.', 'Wait');
    assert.equal((await sentRuns(simulator)).length, 2);
    await simulator.release();
    await simulator.waitFor('end', 2);
    await output.shows({ end: 'complete', answer: 'Came after.' });
    assert.equal((await sentRuns(simulator)).length, 3);
  });

  test('a prompt of instructions asks for the message that it is run with, once', async () => {
    const { simulator, output, openText, workbench } = vscode();
    await simulator.script([answerOf('As told.'), answerOf('As told again.')]);
    await openText('tone.instructions.md', 'Answer politely.');
    await workbench.press(runKey);
    await workbench.answer('Good morning!');
    await output.shows({ end: 'complete', answer: 'As told.' });
    await output.press('run-again');
    await output.shows({ end: 'complete', answer: 'As told again.' });
    for (const sent of await sentRuns(simulator)) {
      assert.equal((sent.body as { system: string }).system, 'Answer politely.');
      assert.equal(sentText(sent), 'Good morning!');
    }
  });

  test('a very long prompt is only sent after a question', async () => {
    const { simulator, output, openText, workbench, page } = vscode();
    await simulator.script([answerOf('That was long.')]);
    await openText('long.prompt.md', 'A rather long prompt. '.repeat(12_000));
    await workbench.press(runKey);
    const dialog = page.locator('.monaco-dialog-box', { hasText: /Run a prompt of ≈ [\d,]+ tokens, for \$/ });
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    assert.deepEqual(await sentRuns(simulator), []);
    await workbench.press(runKey);
    await dialog.getByRole('button', { name: 'Run' }).click();
    await output.shows({ end: 'complete', answer: 'That was long.' });
  });
});
