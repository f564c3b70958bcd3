import assert from 'node:assert/strict';
import { commands, Uri, workspace } from 'vscode';
import { commandIds } from '../../src/vscode/commandIds.ts';
import { settingDefaults } from '../../src/vscode/settings.ts';
import type { Simulator } from '../simulator/client.ts';
import { previewed } from '../support/hostPreview.ts';
import {
  closeEditors,
  endSimulation,
  extensionUnderTest,
  inWorkspace,
  openEditor,
  simulateInHost,
} from '../support/hostRuns.ts';

describe('the manifest in VS Code', () => {
  before(async () => {
    await extensionUnderTest().activate();
  });

  it('has every command registered, and no other', async () => {
    const registered = (await commands.getCommands(true)).filter((id) => id.startsWith('promptTuner.'));
    // VS Code adds some of its own for each view type and status bar item.
    const own = registered.filter((id) => commandIds.some((known) => known === id));
    assert.deepEqual(own.sort(), [...commandIds].sort());
    const { commands: contributed } = extensionUnderTest().packageJSON.contributes;
    const ids = (contributed as readonly { command: string }[]).map(({ command }) => command);
    assert.deepEqual(ids.sort(), [...commandIds].sort());
  });

  it('gives every setting its default', () => {
    const configuration = workspace.getConfiguration();
    const defaults = Object.keys(settingDefaults).map((id) => [id, configuration.inspect(id)?.defaultValue]);
    assert.deepEqual(Object.fromEntries(defaults), settingDefaults);
  });

  it('has its texts and its words in them', () => {
    const { displayName, contributes } = extensionUnderTest().packageJSON;
    assert.equal(displayName, 'Prompt Tuner for Claude');
    assert.deepEqual(JSON.stringify(contributes).match(/"%[^"]*%"/g), null);
  });
});

describe('settings of a workspace', () => {
  const file = Uri.joinPath(inWorkspace(), '.vscode', 'settings.json');
  let simulator: Simulator;

  before(async () => {
    simulator = await simulateInHost();
  });

  after(async () => {
    await closeEditors();
    await written({}, 'promptTuner.maxTokens');
    await workspace.fs.delete(file);
    await endSimulation(simulator);
  });

  it('say how much is written, but not where prompts go, nor as whom, nor without a question', async () => {
    await written(
      {
        'promptTuner.maxTokens': 77,
        'promptTuner.baseUrl': 'https://elsewhere.example',
        'promptTuner.headers': { 'x-elsewhere': 'yes' },
        'promptTuner.auth': 'x-api-key',
        'promptTuner.prices': { 'claude-haiku-5-5': { input: 0, output: 0 } },
        'promptTuner.confirm.cost': 1_000,
      },
      'promptTuner.maxTokens',
    );
    await openEditor('triage.prompt.md');
    const { comments, body, text } = await previewed();
    assert.equal(body.max_tokens, 77);
    assert.ok(comments.includes(`POST ${simulator.origin}/v1/messages`), text);
    assert.doesNotMatch(text, /elsewhere|\$0 at most/);
  });

  // Resolves when VS Code has taken the file in: all of its settings count from the same moment.
  async function written(settings: object, marker: string): Promise<void> {
    const taken = new Promise<void>((resolve) => {
      const subscription = workspace.onDidChangeConfiguration((change) => {
        if (!change.affectsConfiguration(marker)) return;
        subscription.dispose();
        resolve();
      });
    });
    await workspace.fs.writeFile(file, new TextEncoder().encode(JSON.stringify(settings)));
    await taken;
  }
});
