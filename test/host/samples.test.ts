import assert from 'node:assert/strict';
import { type Uri, window, workspace } from 'vscode';
import type { Simulator } from '../simulator/client.ts';
import { call, closeEditors, endSimulation, inWorkspace, simulateInHost } from '../support/hostRuns.ts';
import { messagesOf } from '../support/hostWindow.ts';

describe('the sample prompts', () => {
  let simulator: Simulator;
  before(async () => {
    simulator = await simulateInHost();
  });
  beforeEach(closeEditors);
  after(async () => {
    await closeEditors();
    await endSimulation(simulator);
  });

  it('open as files outside of the workspace, the first one with the focus, and send nothing', async () => {
    const before = await filesOf(inWorkspace());
    await call('promptTuner.openSamplePrompts');
    assert.deepEqual(
      window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)),
      ['triage.prompt.md', 'reply.prompt.md', 'labels.py'],
    );
    const { document } = active();
    assert.equal(document.languageId, 'prompt');
    assert.equal(workspace.getWorkspaceFolder(document.uri), undefined);
    assert.match(document.uri.path, /\/samples\/triage\.prompt\.md$/);
    assert.deepEqual(await filesOf(inWorkspace()), before);
    assert.deepEqual(await simulator.requests(), []);
  });

  it('keep what was changed in them', async () => {
    await call('promptTuner.openSamplePrompts');
    const editor = active();
    const shipped = editor.document.getText();
    await editor.edit((edit) => edit.insert(editor.document.positionAt(shipped.length), 'In one line.\n'));
    await editor.document.save();
    await closeEditors();
    await call('promptTuner.openSamplePrompts');
    assert.equal(active().document.getText(), `${shipped}In one line.\n`);
    await workspace.fs.delete(active().document.uri);
  });

  it('are the way out where no prompt is open', async () => {
    const [message] = await messagesOf(
      () => call('promptTuner.run'),
      ({ buttons }) => buttons[0],
    );
    assert.deepEqual(message?.buttons, ['Open Sample Prompts']);
    assert.match(active().document.uri.path, /\/samples\/triage\.prompt\.md$/);
  });
});

function active() {
  const editor = window.activeTextEditor;
  assert.ok(editor !== undefined);
  return editor;
}

async function filesOf(folder: Uri): Promise<readonly string[]> {
  return (await workspace.fs.readDirectory(folder)).map(([name]) => name).sort();
}
