import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { Range, Selection, WorkspaceEdit, window, workspace } from 'vscode';
import type { Simulator } from '../simulator/client.ts';
import { askedBy } from '../support/hostAsks.ts';
import {
  call,
  closeEditors,
  endSimulation,
  inWorkspace,
  openEditor,
  simulateInHost,
} from '../support/hostRuns.ts';
import { messagesOf } from '../support/hostWindow.ts';

describe('the history of prompts', () => {
  let simulator: Simulator;
  before(async () => {
    simulator = await simulateInHost();
  });
  beforeEach(async () => {
    await closeEditors();
    await messagesOf(
      () => call('promptTuner.clearHistory'),
      () => 'Delete All',
    );
  });
  after(async () => {
    await closeEditors();
    await endSimulation(simulator);
  });

  /** Runs the active editor's prompt; resolves when the table of its latency has so many runs of it. */
  async function run(title: string, runs: number): Promise<void> {
    await askedBy(() => call('promptTuner.run'), { boxes: { version: '2.4.0', changes: 'Faster start' } });
    await tells(title, runs);
  }

  // No event tells an outsider that a run is kept.
  async function tells(title: string, runs: number): Promise<void> {
    const editor = window.activeTextEditor;
    const end = performance.now() + 20_000;
    for (let text = ''; ; ) {
      await messagesOf(() => call('promptTuner.showLatencyTable'));
      const { document } = window.activeTextEditor ?? {};
      if (document?.uri.scheme === 'prompt-tuner-history') text = document.getText();
      if (text.includes(`## ${title}\n`) && new RegExp(`\\| (?:\\d+/)?${runs} \\|`).test(text)) break;
      if (performance.now() > end)
        throw new Error(`The table never told of ${runs} runs of ${title}:\n${text}`);
      await setTimeout(100);
    }
    if (editor !== undefined) await window.showTextDocument(editor.document, editor.viewColumn);
  }

  it('stays with a prompt whose document is renamed', async () => {
    await openEditor('triage.prompt.md');
    await run('triage.prompt.md', 1);
    const edit = new WorkspaceEdit();
    edit.renameFile(inWorkspace('triage.prompt.md'), inWorkspace('sorting.prompt.md'));
    assert.ok(await workspace.applyEdit(edit));
    await closeEditors();
    await openEditor('sorting.prompt.md');
    await run('sorting.prompt.md', 2);
    const back = new WorkspaceEdit();
    back.renameFile(inWorkspace('sorting.prompt.md'), inWorkspace('triage.prompt.md'));
    assert.ok(await workspace.applyEdit(back));
  });

  it('stays with a prompt in a fence while the document changes around it', async () => {
    let editor = await openEditor('notes.md');
    const select = () => {
      const { document } = editor;
      const start = document.positionAt(document.getText().indexOf('Could you please'));
      const end = document.positionAt(document.getText().indexOf('Hi Anna'));
      editor.selection = new Selection(start, end);
    };
    select();
    await run('notes.md › fence 1', 1);
    await closeEditors();
    editor = await openEditor('notes.md');
    await editor.edit((edit) => edit.replace(new Range(0, 0, 1, 0), '# Notes of a week\n\nOne line more.\n'));
    select();
    await run('notes.md › fence 1', 2);
  });

  it('is gone when it was cleared, and not before that was confirmed', async () => {
    await openEditor('triage.prompt.md');
    await run('triage.prompt.md', 1);
    const refused = await messagesOf(() => call('promptTuner.clearHistory'));
    assert.deepEqual(
      refused.map(({ text, modal, buttons }) => ({ text, modal, buttons })),
      [{ text: 'Delete all runs of all prompts?', modal: true, buttons: ['Delete All'] }],
    );
    await tells('triage.prompt.md', 1);
    await messagesOf(
      () => call('promptTuner.clearHistory'),
      () => 'Delete All',
    );
    const messages = await messagesOf(() => call('promptTuner.showLatencyTable'));
    assert.deepEqual(
      messages.map(({ text }) => text),
      ['There are no runs yet.'],
    );
  });
});
