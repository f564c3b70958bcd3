import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findPrompts } from '../../../src/adapters/sources/findPrompts.ts';
import { answerOf, type RunWindow, runKey, sentRuns, sentText } from '../../support/runWindow.ts';
import { describeSharedRuns } from '../../support/sharedWindow.ts';

const program = `"""Plans walks."""

ROUTE_PROMPT = (
    "Plan a walk through {city}, in order to see it in a day.\\n"
    'The gate’s code is "{gate_key}".'
)


def plan(client, city, gate_key):
    return client.ask(ROUTE_PROMPT.format(city=city, gate_key=gate_key))
`;
const secret = ['open', 'sesame', '4711'].join('-');

/** The strings of the program that are prompts, as the program sees them. */
function strings(text: string): readonly string[] {
  const document = { path: 'walk.py', languageId: 'python', text };
  const { prompts } = findPrompts(document, { sensitivity: 'strict', sidecar: null, models: [] });
  return prompts.flatMap(({ messages }) => messages.map((message) => message.text.text));
}

async function putCursorBefore({ workbench, page }: RunWindow, words: string): Promise<void> {
  await workbench.focusEditor();
  await workbench.press('ControlOrMeta+Home', 'ControlOrMeta+F');
  const find = page.locator('.find-widget.visible textarea').first();
  await find.fill(words);
  await find.press('Enter');
  await find.press('Escape');
  await page.locator('.editor-instance .monaco-editor.focused').waitFor();
  await workbench.press('ArrowLeft');
}

async function answerBox({ workbench, page }: RunWindow, name: string, value: string): Promise<void> {
  await page.locator('.quick-input-widget .quick-input-message', { hasText: `“${name}”` }).waitFor();
  await workbench.answer(value);
}

describeSharedRuns('sources', {}, (vscode) => {
  test('a prompt in Python is run with two values, shortened inside its string, and run again', async () => {
    const window = vscode();
    const { simulator, output, openText, workbench, workspace, server, page } = window;
    await simulator.script([answerOf(`Enter ${secret} at the gate.`), answerOf('Walk along the river.')]);
    await openText('walk.py', program);
    await putCursorBefore(window, 'Plan a walk');
    await page.locator('.codelens-decoration', { hasText: /▷ Run.*as user message.*2 hints/ }).waitFor();
    await workbench.press(runKey);
    await answerBox(window, 'city', 'Bath');
    await answerBox(window, 'gate_key', secret);
    await output.shows({ title: 'walk.py › ROUTE_PROMPT', end: 'complete', answer: 'Enter «gate_key» at' });
    await workbench.screenshot('sources-run');
    const [first] = (await sentRuns(simulator)).map(sentText);
    assert.equal(
      first,
      `Plan a walk through Bath, in order to see it in a day.\nThe gate’s code is "${secret}".`,
    );
    await output.open('request');
    await output.find('#request:has-text("«gate_key»")');
    await output.open('details');
    await output.find('#details:has-text("«gate_key»: sent, and neither shown nor kept")');

    await putCursorBefore(window, 'in order');
    await workbench.press('ArrowRight', 'ArrowRight', 'ControlOrMeta+.');
    await page.locator('.action-widget', { hasText: /Remove “in order” \(≈ −\d tokens\)/ }).waitFor();
    await workbench.press('Enter');
    await page.locator('.view-line', { hasText: /\{city\},\sto\ssee/ }).waitFor();
    await workbench.press('ControlOrMeta+S', runKey);
    await output.shows({ title: 'walk.py › ROUTE_PROMPT', end: 'complete', answer: 'Walk along the river.' });
    const [, second] = (await sentRuns(simulator)).map(sentText);
    assert.equal(second, `Plan a walk through Bath, to see it in a day.\nThe gate’s code is "${secret}".`);
    await page.locator('.tab.dirty', { hasText: 'walk.py' }).waitFor({ state: 'detached' });
    const saved = readFileSync(join(workspace.path, 'walk.py'), 'utf8');
    assert.equal(saved, program.replace('in order ', ''));
    assert.deepEqual(
      strings(saved),
      strings(program).map((text) => text.replace('in order ', '')),
    );

    const files = [server.home, workspace.path].flatMap((folder) =>
      globSync('**', { cwd: folder, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name)),
    );
    assert.ok(files.some((path) => path.endsWith('history.db')));
    assert.deepEqual(
      files.filter((path) => readFileSync(path).includes(secret)),
      [],
    );
  });

  test('the hint after a run is applied inside the string, escaped as its quotes want it', async () => {
    const window = vscode();
    const { simulator, output, openText, workbench, page } = window;
    const long = 'Cross the old bridge and follow the river to the mill. '.repeat(20).trim();
    await simulator.script([answerOf(long, { charsPerDelta: 40 })]);
    await openText('stroll.py', "STROLL_PROMPT = 'It\\'s late and I want a stroll. Tell me where to go.'\n");
    await putCursorBefore(window, 'where to');
    await workbench.press(runKey);
    await output.shows({ title: 'stroll.py › STROLL_PROMPT', end: 'complete', answer: 'to the mill.' });
    assert.match(await output.text('.hint p'), /^No length or form of the answer asked for/);
    await output.press('apply-hint');
    const line = page.locator('.view-line', { hasText: 'Answer' });
    await line.waitFor();
    const written = ((await line.textContent()) ?? '').replaceAll('\u{a0}', ' ');
    assert.equal(
      written,
      "STROLL_PROMPT = 'It\\'s late and I want a stroll. Tell me where to go.\\n\\nAnswer in at most 3 sentences.'",
    );
  });
});
