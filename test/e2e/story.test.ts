import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import type { RecordedRequest } from '../simulator/record.ts';
import { CompareDriver } from '../support/compareDriver.ts';
import { packagedVsix } from '../support/packagedVsix.ts';
import { projectRoot } from '../support/paths.ts';
import { openRunWindow, type RunWindow, runKey, sentRuns, sentText } from '../support/runWindow.ts';

const goodKey = ['sk', 'ant', 'api03-good-one'].join('-');
const asked = 'Answer in at most 3 sentences.';
const tickets = {
  lock: 'The lock at the harbour did not click, and the app still counts the minutes.',
  fee: 'I was charged twice for one ride last night.',
  brake: 'The front brake of the bike at the market hardly works any more.',
};

let window: RunWindow | null = null;

before(async () => {
  window = await openRunWindow({
    vsix: await packagedVsix(),
    simulator: { keys: [goodKey], speed: 0.2 },
    settings: { 'promptTuner.auth': 'bearer', 'git.enabled': true },
  });
  const sample = readFileSync(join(projectRoot, 'media/samples/triage.prompt.md'), 'utf8');
  const prompt = sample.replace(/(?<=<ticket>\n).*(?=\n<\/ticket>)/s, '{{ticket}}');
  assert.notEqual(prompt, sample);
  const path = join(window.workspace.path, 'triage.prompt.md');
  writeFileSync(path, prompt);
  writeFileSync(
    `${path}.tuner.json`,
    JSON.stringify({
      valueSets: Object.entries(tickets).map(([name, ticket]) => ({ name, values: { ticket } })),
      assertions: [{ type: 'not-contains', value: 'guaranteed refund' }],
    }),
  );
  const author = ['-c', 'user.name=test', '-c', 'user.email=test@example.invalid'];
  for (const args of [
    ['init', '-q', '-b', 'main'],
    ['add', '.'],
    ['commit', '-q', '-m', 'Prompts'],
  ]) {
    execFileSync('git', [...author, ...args], { cwd: window.workspace.path });
  }
});

afterEach(async (context) => {
  if ('passed' in context && !context.passed) await window?.workbench.screenshot('failed-story');
});

after(async () => await window?.close());

function vscode(): RunWindow {
  if (window === null) throw new Error('The window is not open.');
  return window;
}

test('from the first run to a verdict in the pull request', async () => {
  const { workbench, page, output, simulator } = vscode();
  const compare = new CompareDriver(workbench);

  // Opened, a prompt has faded words and one grey line: no message, no further tab.
  await workbench.openFile('triage.prompt.md');
  const line = page.locator('.codelens-decoration', {
    hasText: /^▷ Run\s*\|\s*≈ \d+ tokens\s*\|\s*\d+ hints \(≈ −\d+\)\s*\|\s*Compare$/,
  });
  await line.waitFor();
  assert.deepEqual(await workbench.notifications(), []);
  assert.equal(await page.locator('.tab').count(), 1);
  assert.deepEqual(await simulator.requests(), []);

  // Run: the panel opens beside and says what is missing; the cursor stays where it is.
  await workbench.press(runKey);
  const dialog = page.locator('.monaco-dialog-box', { hasText: 'Send prompts to 127.0.0.1' });
  await dialog.getByRole('button', { name: 'Send There' }).click();
  await output.shows({ phase: 'idle', state: 'Claude needs an API key' });
  assert.deepEqual(await output.stateButtons(), ['Enter API Key…', 'Get a Key', 'See a Sample Run']);
  assert.deepEqual(await simulator.requests(), []);
  await output.press('enter-key');
  await workbench.answer(goodKey);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'lock' }).waitFor();
  await workbench.answer('lock');

  // The run goes on by itself; its numbers are those of what was sent.
  await output.shows({ title: 'triage.prompt.md', end: 'complete' });
  const first = await lastRun(1);
  const ttlt = await output.figure('ttlt');
  await output.find('.notice:has-text("History stays on this computer")');
  assert.match(await output.text('.notice'), /^Key accepted, [\d.]+ m?s\. History stays on this computer/);
  assert.ok(milliseconds(await output.figure('ttft')) + 10 >= untilFirst(first), 'TTFT');
  assert.ok(milliseconds(ttlt) + 10 >= untilEnd(first), 'TTLT');
  const written = await output.figure('output-tokens');

  // Where the time went, the strongest hint, and both name the same numbers.
  const [, summed, part, whole] =
    /^Most of the time: writing ([\d,]+) tokens \(([\d.]+ m?s) of ([\d.]+ m?s)\)\./.exec(
      await output.text('.summary'),
    ) ?? [];
  assert.equal(summed, written);
  await output.find('.hint');
  const hint = await output.text('.hint p');
  assert.ok(
    hint.startsWith(
      `No length or form of the answer asked for: this answer had ${written} tokens, ${part} of ${whole}.`,
    ),
    hint,
  );

  // One press puts the sentence in; Run Again tells the run before without a verdict.
  await output.press('apply-hint');
  await page.locator('.view-line', { hasText: asked }).waitFor();
  await output.press('run-again');
  await simulator.waitFor('end', 2);
  const second = await lastRun(2);
  await output.shows({ end: 'complete' });
  await output.find(`[data-figure="ttlt"]:has-text("was ${ttlt}")`);
  assert.ok(sentText(second).includes(asked) && !sentText(first).includes(asked));
  assert.ok(numberOf(await output.figure('output-tokens')) < numberOf(written));

  // Safe fixes, counted on demand; nothing claims that a run got faster.
  await workbench.focusTextEditor();
  await workbench.runCommand('Prompt Tuner: Fix All Safe Hints');
  await workbench.pressInNotification('hints fixed', 'Count Both Versions');
  const counted = await workbench.notified('counted by the API');
  const [, , shorter] = /: (\d+) → (\d+) tokens/.exec(counted) ?? [];
  await workbench.press('ControlOrMeta+S', runKey);
  await simulator.waitFor('end', 3);
  const third = await lastRun(3);
  await output.find(`[data-figure="input-tokens"]:has-text("${shorter}")`);
  assert.ok(sentText(third).length < sentText(second).length);
  assert.doesNotMatch(await output.text('#root'), /is faster|got faster/);

  // A comparison with what was committed: its plan is told before anything is sent.
  await page.locator('.statusbar-item', { hasText: 'main*' }).waitFor();
  await compare.choose('HEAD');
  await compare.acceptSeveral(...Object.keys(tickets));
  await compare.find('[data-action="start"]');
  const [runs, on, cost] = await compare.texts('.plan li');
  assert.equal(runs, '2 arms, 12 runs each on 3 inputs: 24 runs, one after another in random order.');
  assert.equal(on, 'Inputs: lock, fee, brake.');
  assert.match(cost ?? '', /^At most \$[\d.]+, ≈ [\d,]+ tokens at most, about [\d.]+ m?s/);
  await runsSent(3);
  await compare.action('start');
  await compare.find('[data-action="run-again"]');
  const verdict = await compare.text('.headline');
  assert.match(
    verdict,
    /^B is faster: TTLT −[\d.]+ m?s \(\d+(\.\d)? %: −[\d.]+ m?s … −[\d.]+ m?s\), 12 runs each\. On 3 inputs\.$/,
  );
  const compared = (await runsSent(27)).slice(3);
  for (const ticket of Object.values(tickets)) {
    assert.equal(compared.filter((run) => sentText(run).includes(ticket)).length, 8);
  }
  const [before, now] = [false, true].map((has) =>
    compared.filter((run) => sentText(run).includes(asked) === has).map(untilEnd),
  );
  assert.equal(before?.length, 12);
  assert.ok(middle(now) < middle(before));

  assert.deepEqual(
    (await compare.texts('.arms tbody td')).filter((cell) => cell.endsWith('hold')),
    ['12/12 hold', '12/12 hold'],
  );

  // Judged blind by one rule, the shorter answer, it is the same one each time.
  await compare.action('judge');
  for (let pair = 1; pair <= 12; pair++) {
    await compare.find('#blind-title', `${pair} of 12`);
    assert.doesNotMatch(await compare.text('.blind'), /HEAD|as it stands|TTLT/);
    const [left = '', right = ''] = await compare.texts('.blind .answer-text');
    await workbench.press(left.length < right.length ? '1' : '2');
  }
  const preferred = 'You preferred B in 12 of 12, blind (95 %: 73 … 100 % of the pairs with a preference).';
  await compare.find('.fact', preferred);

  // B is kept, and the verdict goes into the pull request.
  await (await compare.find('[data-keep="B"]')).click();
  await compare.find('.notice', 'B stands in the editor');
  assert.deepEqual(await workbench.notifications(), []);
  await compare.action('copy');
  await compare.find('.notice', 'Copied as Markdown.');
  const markdown = await copied();
  assert.match(markdown, /^### .*triage\.prompt\.md.* \(Simulated\)\n/);
  for (const said of [verdict, preferred]) {
    assert.ok(markdown.includes(`- ${said}\n`), markdown);
  }
});

/** The Markdown in the clipboard, once it is there. */
async function copied(): Promise<string> {
  const { page } = vscode();
  for (const end = performance.now() + 30_000; performance.now() < end; await page.waitForTimeout(50)) {
    const text = await page.evaluate(() => navigator.clipboard.readText());
    if (text.startsWith('### ')) return text;
  }
  throw new Error('Nothing was copied.');
}

/** The runs that the simulated Claude got: exactly so many. */
async function runsSent(count: number): Promise<readonly RecordedRequest[]> {
  const all = await sentRuns(vscode().simulator);
  assert.equal(all.length, count);
  return all;
}

async function lastRun(count: number): Promise<RecordedRequest> {
  const last = (await runsSent(count)).at(-1);
  assert.ok(last !== undefined);
  return last;
}

// What the wire and both processes add comes on top of what the simulated Claude did, never off it.
function untilFirst({ bodyAt, stamps }: RecordedRequest): number {
  return (stamps.find(({ chars }) => chars > 0)?.at ?? Number.NaN) - (bodyAt ?? Number.NaN);
}

function untilEnd({ bodyAt, stamps }: RecordedRequest): number {
  return (stamps.at(-1)?.at ?? Number.NaN) - (bodyAt ?? Number.NaN);
}

function milliseconds(text: string): number {
  return Number.parseFloat(text) * (text.endsWith('ms') ? 1 : 1_000);
}

function numberOf(text: string): number {
  return Number(text.replaceAll(',', ''));
}

function middle(values: readonly number[] = []): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
