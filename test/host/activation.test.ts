import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { window } from 'vscode';
import type { Simulator } from '../simulator/client.ts';
import { untilMarks } from '../support/hostHints.ts';
import {
  call,
  closeEditors,
  endSimulation,
  extensionUnderTest,
  inWorkspace,
  openEditor,
  simulateInHost,
} from '../support/hostRuns.ts';
import { messagesOf, spyStatusBar } from '../support/hostWindow.ts';
import { loadedFiles } from '../support/loadedCode.ts';

const statusBar = spyStatusBar();

// Chunks by the name of the module that they begin with; the rest of the name is a hash.
const chunksOf = (files: readonly string[]) =>
  files.flatMap((file) => /chunks[\\/]([\w]+)-\w+\.js$/.exec(file)?.[1] ?? []);
const loaded = () => chunksOf(loadedFiles(join(extensionUnderTest().extensionPath, 'dist')));
const heavy = [
  'cl100k_base',
  'tokenizer',
  'hintSide',
  'runSide',
  'runRequest',
  'listModels',
  'countTokens',
  'node',
];

describe('activation', () => {
  let simulator: Simulator;
  before(async () => {
    simulator = await simulateInHost();
  });
  after(async () => {
    await closeEditors();
    await endSimulation(simulator);
  });

  it('loads neither the SDK nor the tokenizer nor the hints nor what serves a gesture', async () => {
    assert.equal(window.visibleTextEditors.length, 0);
    await extensionUnderTest().activate();
    assert.equal(extensionUnderTest().isActive, true);
    const dist = join(extensionUnderTest().extensionPath, 'dist');
    const files = loadedFiles(dist);
    assert.ok(files.includes('extension.cjs'), files.join());
    // By these names they would be found.
    const built = chunksOf(readdirSync(join(dist, 'chunks')).map((name) => join('chunks', name)));
    assert.deepEqual(
      heavy.filter((chunk) => !built.includes(chunk)),
      [],
    );
    assert.deepEqual(
      loaded().filter((chunk) => heavy.includes(chunk)),
      [],
    );
  });

  it('shows nothing in the status bar before a prompt is in view', () => {
    assert.equal(statusBar.text(), '');
  });

  it('counts a prompt that comes into view and marks it, and loads for it the tokenizer and the hints alone', async () => {
    const { document } = await openEditor('triage.prompt.md');
    await statusBar.until(/^≈ \d+$/);
    await untilMarks(document, (marks) => marks.length > 0);
    assert.deepEqual(
      loaded()
        .filter((chunk) => heavy.includes(chunk))
        .sort(),
      ['cl100k_base', 'hintSide', 'tokenizer'],
    );
  });

  it('sends nothing when prompts are opened, edited and saved', async () => {
    const names = ['triage.prompt.md', 'code-review.prompt.md', 'CLAUDE.md', 'notes.md', 'greet.py'];
    for (const name of [...names, 'classify.ts', 'summary.prompty', 'skills/release-check/SKILL.md']) {
      await openEditor(name);
    }
    const editor = await openEditor('release-notes.prompt.md');
    const before = await statusBar.until(/^≈ \d+$/);
    const end = editor.document.positionAt(editor.document.getText().length);
    await editor.edit((edit) => edit.insert(end, '\nKeep it to five sentences, and mention no names.\n'));
    const after = await statusBar.until(new RegExp(`^(?!${before}$)≈ \\d+$`));
    assert.notEqual(after, before);
    assert.equal(await editor.document.save(), true);
    assert.deepEqual(await simulator.requests(), []);
  });

  it('loads the SDK with the first gesture that sends', async () => {
    const messages = await messagesOf(() => call('promptTuner.countTokens', inWorkspace('triage.prompt.md')));
    assert.equal(messages.length, 1);
    const chunks = loaded();
    assert.ok(chunks.includes('runSide') && chunks.includes('countTokens'), chunks.join());
    assert.ok(!chunks.includes('runRequest'), chunks.join());
    assert.deepEqual(
      (await simulator.requests()).map(({ path }) => path),
      ['/v1/messages/count_tokens'],
    );
  });
});
