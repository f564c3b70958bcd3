import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ResponsePlan } from '../simulator/plan.ts';
import { CompareDriver } from '../support/compareDriver.ts';
import { HistoryDriver } from '../support/historyDriver.ts';
import { answerOf, describeRuns, type RunWindow, runKey, sentRuns, sentText } from '../support/runWindow.ts';

const file = 'rivers.prompt.md';
const long = 'Name three rivers of Europe, and say for each of them where it ends.';
const short = 'Name three rivers of Europe.';
const haiku = 'claude-haiku-5-5';
const sonnet = 'claude-sonnet-5-5';
const settings = {
  'git.enabled': true,
  'promptTuner.compare.runs': 5,
  'promptTuner.compare.confirmCost': 100,
};

/** So many answers of one text, whose times vary. */
const answers = (count: number, text: string): readonly ResponsePlan[] =>
  Array.from({ length: count }, (_, at) => answerOf(text, { ttftMs: 5 + ((at * 97) % 40), gapMs: 0 }));

function git({ workspace }: RunWindow, ...args: readonly string[]): void {
  const author = ['-c', 'user.name=test', '-c', 'user.email=test@example.invalid'];
  execFileSync('git', [...author, ...args], { cwd: workspace.path });
}

describeRuns('comparisons', { settings }, (window) => {
  test('two models: the plan is told before anything is sent, then every run is made and kept', async () => {
    const { workbench, simulator } = window();
    const compare = new CompareDriver(workbench);
    await run(window());
    await compare.choose('Model…');
    await compare.pickSeveral(sonnet);
    await compare.find('[data-action="start"]');
    assert.equal((await sentRuns(simulator)).length, 1);
    const plan = await compare.texts('.plan li');
    assert.match(plan[0] ?? '', /^2 arms, 5 runs each on one input: 10 runs, one after another/);
    assert.match(plan[1] ?? '', /^At most \$\d/);
    await simulator.script(answers(10, 'The Rhine ends in the North Sea.'));
    await compare.action('start');
    assert.match(
      await compare.verdict(),
      /^Not enough runs to tell: B TTLT .*, 5 runs each\. On one input\.$/,
    );
    const models = (await sentRuns(simulator)).slice(1).map(({ body }) => (body as { model: string }).model);
    assert.deepEqual(models.toSorted(), [...Array(5).fill(haiku), ...Array(5).fill(sonnet)]);
    const history = new HistoryDriver(workbench);
    await history.open();
    await history.lists('11 runs');
    await history.find('[role="option"] .more', 'compared');
  });

  test('Keep puts the model where the prompt has it from, and Undo takes it back', async () => {
    const { output, workbench } = window();
    const compare = new CompareDriver(workbench);
    await (await compare.find('[data-keep="B"]')).click();
    await compare.find('.notice', 'B is kept: claude-sonnet-5-5, in the parameters of this prompt.');
    await workbench.runCommand('Prompt Tuner: Show Output Panel');
    await output.find('[data-chip="model"]:has-text("Sonnet 5.5")');
    await compare.show();
    await compare.action('undo');
    await workbench.runCommand('Prompt Tuner: Show Output Panel');
    await output.find('[data-chip="model"]:has-text("Haiku 5.5")');
    await compare.show();
  });

  test('Judge Blind shows pairs without names, takes keys, and tells whom you preferred', async () => {
    const { workbench } = window();
    const compare = new CompareDriver(workbench);
    await compare.action('judge');
    assert.doesNotMatch(await compare.text('#root:has(#blind-title)'), /haiku|sonnet/i);
    for (const [at, key] of ['1', '2', '=', 'x', '1'].entries()) {
      await compare.find('#blind-title', `${at + 1} of 5`);
      await workbench.press(key);
    }
    assert.match(
      await compare.text('.fact:has-text("blind")'),
      /^You preferred [AB] in \d of 5, 2 ties, blind \(95 %: \d+ … \d+ % of the pairs with a preference\): that can be chance\.$/,
    );
  });

  test('a shortened prompt against HEAD: the answers come first, and Keep is one undo', async () => {
    const { openText, simulator, workbench, page } = window();
    const compare = new CompareDriver(workbench);
    git(window(), 'init', '--quiet', '--initial-branch=main');
    git(window(), 'add', '.');
    git(window(), 'commit', '--quiet', '--message=Rivers');
    await openText(file, short);
    // VS Code knows the commit once it tells that the file differs from it.
    await page.locator('.statusbar-item', { hasText: 'main*' }).waitFor();
    await compare.choose('HEAD');
    await compare.find('.plan li', 'run it for the answers, not the speed');
    await simulator.script(answers(10, 'The Rhine, the Loire and the Po.'));
    await compare.action('start');
    assert.equal(await compare.verdict(), 'The answers of A and B are all the same, to the letter.');
    const sent = (await sentRuns(simulator)).map(sentText);
    assert.deepEqual(sent.toSorted(), [...Array(5).fill(long), ...Array(5).fill(short)]);
    await (await compare.find('[data-keep="A"]')).click();
    const editor = page.locator('.monaco-editor .view-lines').first();
    await editor.getByText('where it ends').waitFor();
    await workbench.focusTextEditor();
    await workbench.press('ControlOrMeta+Z');
    await editor.getByText(short).waitFor();
  });

  test('on a branch the merge base stands first, and its text is what is compared', async () => {
    const { openText, page } = window();
    const compare = new CompareDriver(window().workbench);
    await openText(file, short);
    git(window(), 'checkout', '--quiet', '-b', 'shorter');
    git(window(), 'commit', '--quiet', '--all', '--message=Shorter');
    await page.locator('.statusbar-item', { hasText: 'shorter' }).waitFor();
    await compare.choose('Merge base with main');
    await compare.find('.arms tr[data-arm="A"]', 'Merge base with main');
    await compare.find('.plan li', 'input tokens fewer');
  });

  test('what was observed between versions leads to a comparison of the two, and a run to its comparison', async () => {
    const { workbench } = window();
    const compare = new CompareDriver(workbench);
    const history = new HistoryDriver(workbench);
    await history.open();
    await history.action('compare');
    await compare.find('.arms tr[data-arm="A"]', 'v1');
    await compare.find('.arms tr[data-arm="B"]', 'v2');
    await history.pressRow(0, 'ControlOrMeta');
    await history.runAction('show-comparison');
    await compare.find('.headline', 'The answers of A and B are all the same');
  });

  test('its runs are exported as CSV', async () => {
    const { workbench, workspace } = window();
    const compare = new CompareDriver(workbench);
    const target = join(workspace.path, 'comparison.csv');
    await compare.action('export');
    await workbench.answer('CSV');
    await workbench.answer(target);
    await workbench.notified('Comparison exported.');
    const lines = readFileSync(target, 'utf8').trimEnd().split('\r\n');
    assert.equal(lines.length, 11);
    assert.match(
      lines[1] ?? '',
      /^[-\da-f]{36},[AB],(?:HEAD|as it stands),claude-haiku-5-5,as it stands,0,true,,complete,1,/,
    );
  });

  test('stopped, it keeps what was done; reloaded, it offers to go on and makes the rest', async () => {
    const { workbench, simulator } = window();
    const compare = new CompareDriver(workbench);
    await compare.action('run-again');
    await compare.find('[data-action="start"]');
    await simulator.script([...answers(3, 'The Oder.'), answerOf('The Elbe.', { hold: 3 })]);
    await compare.action('start');
    await simulator.waitFor('event', 4, { events: 3 });
    await compare.find('.progress', 'Run 4 of 10');
    await compare.action('stop');
    await compare.find('[data-action="go-on"]');
    await compare.find('.headline', 'No verdict: not all runs of the plan were made.');
    // The driver knows a window to be ready by its explorer.
    await workbench.runCommand('View: Show Explorer');
    await workbench.reload();
    await compare.find('[data-action="go-on"]');
    await simulator.script(answers(9, 'The Oder.'));
    await compare.action('go-on');
    await compare.verdict();
    await compare.find('summary', 'Runs (12, 1 not counted)');
    assert.equal((await sentRuns(simulator)).length, 12);
  });

  test('with its safe fixes a prompt is held against itself, and Keep applies them', async () => {
    const { openText, simulator, page, workbench } = window();
    const compare = new CompareDriver(workbench);
    const [wordy, fixed] = [`${short} Do it in order to compare them.`, `${short} Do it to compare them.`];
    await openText(file, wordy);
    await compare.choose('With Safe Fixes Applied');
    await compare.find('.arms tr[data-arm="A"]', 'as it stands');
    await compare.find('.arms tr[data-arm="B"]', 'with safe fixes');
    await simulator.script(answers(10, 'The Rhine, the Loire and the Po.'));
    await compare.action('start');
    await compare.verdict();
    const sent = (await sentRuns(simulator)).map(sentText);
    assert.deepEqual(sent.toSorted(), [...Array(5).fill(wordy), ...Array(5).fill(fixed)]);
    await (await compare.find('[data-keep="B"]')).click();
    await page.locator('.monaco-editor .view-lines').first().getByText('Do it to compare them.').waitFor();
  });

  test('a comparison that may be dear is asked about, and none runs beside another run', async () => {
    const { workbench, applySettings, simulator, openText, page, output } = window();
    const compare = new CompareDriver(workbench);
    await applySettings({ ...settings, 'promptTuner.compare.confirmCost': 0.0001 });
    await openText(file, short);
    await workbench.runCommand('Prompt Tuner: Measure…');
    await compare.find('h1', 'Measure rivers.prompt.md');
    await compare.action('start');
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.getByText('Start a comparison that may cost').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    assert.deepEqual(await sentRuns(simulator), []);
    await simulator.script([answerOf('The Po.', { hold: 3 }), ...answers(6, 'The Po.')]);
    await compare.action('start');
    await dialog.getByRole('button', { name: 'Start' }).click();
    await simulator.waitFor('event', 1, { events: 3 });
    await workbench.focusTextEditor();
    await workbench.press(runKey);
    await workbench.pressInNotification('A comparison is under way.', 'Stop and Run');
    await output.shows({ end: 'complete', answer: 'The Po.' });
    // The tab that the reload left is gone with the first run.
    assert.equal(await page.locator('.tab', { hasText: 'Prompt Output' }).count(), 1);
    await compare.show();
    await compare.find('[data-action="go-on"]');
    assert.equal((await sentRuns(simulator)).length, 2);
  });

  test('Make It Faster tells what each lever touches, and fills Compare in', async () => {
    const { workbench, page, output } = window();
    const compare = new CompareDriver(workbench);
    await workbench.runCommand('Prompt Tuner: Show Output Panel');
    await output.press('make-faster');
    const rows = page.locator('.quick-input-widget:visible .monaco-list-row');
    await rows
      .filter({ hasText: 'Another Model…' })
      .getByText(/touches .* of .* \(100 %\)/)
      .waitFor();
    await workbench.answer('Another Model…');
    await compare.pickSeveral(sonnet);
    await compare.find('.arms th[scope="row"]', sonnet);
  });

  test('an earlier comparison is shown again', async () => {
    const { workbench } = window();
    const compare = new CompareDriver(workbench);
    await workbench.focusTextEditor();
    await workbench.runAskingCommand('Prompt Tuner: Show Comparison…');
    await workbench.answer(`A: ${haiku} · B: ${sonnet}`);
    assert.match(await compare.verdict(), /^Not enough runs to tell/);
    await compare.find('.fact', 'blind');
  });

  test('two models over three value sets: every input has its runs, its figures and its answers', async () => {
    const { openText, applySettings, workbench, simulator, workspace } = window();
    const compare = new CompareDriver(workbench);
    await applySettings(settings);
    const names = ['short', 'long', 'odd'];
    const valueSets = names.map((name) => ({ name, values: { river: `the ${name} river` } }));
    writeFileSync(join(workspace.path, 'ends.prompt.md.tuner.json'), JSON.stringify({ valueSets }));
    await openText('ends.prompt.md', 'Where does {{river}} end?');
    await compare.choose('Model…');
    await compare.pickSeveral(sonnet);
    await compare.acceptSeveral(...names);
    await compare.find('h1', 'Compare ends.prompt.md');
    assert.deepEqual((await compare.texts('.plan li')).slice(0, 2), [
      '2 arms, 6 runs each on 3 inputs: 12 runs, one after another in random order.',
      'Inputs: short, long, odd.',
    ]);
    await simulator.script([...answers(11, 'In a lake.'), answerOf('In the sea.', { hold: 3 })]);
    await compare.action('start');
    await simulator.waitFor('event', 12, { events: 3 });
    await compare.find('.progress', 'Run 12 of 12:');
    assert.match(await compare.text('.progress b'), /^Run 12 of 12: [AB] on (?:short|long|odd)$/);
    await simulator.release();
    assert.match(await compare.verdict(), / 6 runs each\..* On 3 inputs\.$/);
    const sent = (await sentRuns(simulator)).map(sentText);
    assert.deepEqual(
      sent.toSorted(),
      names.flatMap((name) => Array(4).fill(`Where does the ${name} river end?`)).toSorted(),
    );
    assert.deepEqual(await compare.texts('.inputs tbody th'), names);
    assert.deepEqual(await compare.texts('.inputs tbody td:nth-child(2)'), ['2', '2', '2']);
    const medians = await compare.texts('.inputs tbody td:nth-child(3)');
    assert.deepEqual(
      medians.map((median) => /^[\d.]+ m?s$/.test(median)),
      Array(3).fill(true),
      medians.join(),
    );
    await compare.find('.answers .note', '1 of 2');
    await (await compare.find('.answers label', 'odd')).click();
    await compare.find('.answers label:has(:checked)', 'odd');
    await workbench.screenshot('compare-inputs');
  });

  test('two texts with two models each: four arms by name, and Keep puts both where they belong', async () => {
    const { openText, output, workbench, simulator, page } = window();
    const compare = new CompareDriver(workbench);
    await openText(file, short);
    await compare.choose('Prompt and Model…');
    await workbench.answer('Merge base with main');
    await compare.pickSeveral('Sonnet 5.5');
    await compare.find('.plan li', '4 arms, 5 runs each on one input: 20 runs');
    assert.deepEqual(
      (await compare.texts('.arms tbody th')).map((name) => name.replace(/ Claude /, ' ')),
      [
        'A Merge base with main · Haiku 5.5',
        'B as it stands · Haiku 5.5',
        'C Merge base with main · Sonnet 5.5',
        'D as it stands · Sonnet 5.5',
      ],
    );
    await simulator.script(answers(20, 'The Rhine, the Loire and the Po.'));
    await compare.action('start');
    assert.match(await compare.verdict(), /^Not enough runs to tell: B \(as it stands · Haiku 5\.5\) TTLT /);
    const sent = (await sentRuns(simulator)).map(
      (request) => `${(request.body as { model: string }).model}: ${sentText(request)}`,
    );
    assert.deepEqual(
      sent.toSorted(),
      [haiku, sonnet].flatMap((model) => [long, short].flatMap((text) => Array(5).fill(`${model}: ${text}`))),
    );
    await (await compare.find('[data-keep="C"]')).click();
    await compare.find('.notice', 'C is kept: Merge base with main · Sonnet 5.5, the model in');
    await page.locator('.monaco-editor .view-lines').first().getByText('where it ends').waitFor();
    await workbench.runCommand('Prompt Tuner: Show Output Panel');
    await output.find('[data-chip="model"]:has-text("Sonnet 5.5")');
    await compare.show();
    await compare.action('undo');
    await workbench.runCommand('Prompt Tuner: Show Output Panel');
    await output.find('[data-chip="model"]:has-text("Haiku 5.5")');
  });

  test('a secret value is sent in every run, stands in no file, and is asked for again after a reload', async () => {
    const { openText, workbench, simulator, workspace, server, page } = window();
    const compare = new CompareDriver(workbench);
    const secret = ['tide', 'table', '0815'].join('-');
    const answerBox = async () => {
      await page.locator('.quick-input-widget .quick-input-message', { hasText: '“gate_key”' }).waitFor();
      await workbench.answer(secret);
    };
    const filesHolding = (text: string) =>
      [server.home, workspace.path]
        .flatMap((cwd) => globSync('**', { cwd, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .filter((path) => readFileSync(path).includes(text));
    await openText('gate.prompt.md', 'Which gate does {{gate_key}} open?');
    await compare.choose('Model…');
    await compare.pickSeveral(sonnet);
    await answerBox();
    await compare.find('h1', 'Compare gate.prompt.md');
    await simulator.script([...answers(3, `${secret} opens none.`), answerOf('None.', { hold: 3 })]);
    await compare.action('start');
    await simulator.waitFor('event', 4, { events: 3 });
    await compare.find('.progress', 'Run 4 of 10');
    await compare.action('stop');
    await compare.find('[data-action="go-on"]');
    await workbench.runCommand('View: Show Explorer');
    await workbench.reload();
    await simulator.script(answers(9, `${secret} opens one.`));
    await compare.action('go-on');
    await answerBox();
    await compare.find('summary', 'Runs (12, 1 not counted)');
    const sent = (await sentRuns(simulator)).map(sentText);
    assert.deepEqual(sent, Array(12).fill(`Which gate does ${secret} open?`));
    await compare.find('.answer-text', '«gate_key» opens');
    // What was kept beside it is found.
    assert.ok(filesHolding('«gate_key» opens').some((path) => /history\.db(?:-wal)?$/.test(path)));
    assert.deepEqual(filesHolding(secret), []);
  });

  test('against the file on disk: Keep A puts the saved text back', async () => {
    const { applySettings, openText, simulator, page, workbench } = window();
    const compare = new CompareDriver(workbench);
    await applySettings({ ...settings, 'files.autoSave': 'off' });
    await openText(file, long);
    const editor = page.locator('.monaco-editor .view-lines').first();
    await workbench.focusTextEditor();
    await workbench.press('ControlOrMeta+End');
    await page.keyboard.type(' Be brief.');
    await editor.getByText('ends. Be brief.').waitFor();
    await compare.choose('Saved');
    await simulator.script(answers(10, 'The Rhine.'));
    await compare.action('start');
    await compare.verdict();
    await (await compare.find('[data-keep="A"]')).click();
    await compare.find('.notice', 'A stands in the editor: one undo there takes it back.');
    await editor.getByText('Be brief').waitFor({ state: 'detached' });
    await workbench.focusTextEditor();
    await workbench.press('ControlOrMeta+Z');
    await editor.getByText('ends. Be brief.').waitFor();
    await workbench.press('ControlOrMeta+Z');
  });

  test('a setting that decides max tokens gets the kept value, and Undo takes it back', async () => {
    const { applySettings, openText, simulator, workbench, server } = window();
    const compare = new CompareDriver(workbench);
    await applySettings({ ...settings, 'promptTuner.maxTokens': 300 });
    await openText(file, long);
    await compare.choose('Max Tokens…');
    await workbench.answer('200');
    await simulator.script(answers(10, 'The Rhine.'));
    await compare.action('start');
    await compare.verdict();
    const sent = (await sentRuns(simulator)).map(({ body }) => (body as { max_tokens: number }).max_tokens);
    assert.deepEqual(sent.toSorted(), [...Array(5).fill(200), ...Array(5).fill(300)]);
    await (await compare.find('[data-keep="B"]')).click();
    await compare.find('.notice', 'B is kept: max tokens 200, in the setting “promptTuner.maxTokens”.');
    const own = join(server.home, 'user/User/settings.json');
    const limit = () => /"promptTuner\.maxTokens": ?(\d+)/.exec(readFileSync(own, 'utf8'))?.[1];
    assert.equal(limit(), '200');
    await compare.action('undo');
    await compare.find('#root:has([data-keep="B"]):not(:has(.notice))');
    assert.equal(limit(), '300');
  });
});

async function run({ simulator, workbench, output, openText }: RunWindow): Promise<void> {
  await openText(file, long);
  await simulator.script(answers(1, 'The Loire.'));
  await workbench.focusTextEditor();
  await workbench.press(runKey);
  await output.shows({ end: 'complete', answer: 'The Loire.' });
}
