import assert from 'node:assert/strict';
import { commands, Selection, window, workspace } from 'vscode';
import type { Simulator } from '../simulator/client.ts';
import { previewed, takesEdits } from '../support/hostPreview.ts';
import {
  call,
  closeEditors,
  endSimulation,
  inWorkspace,
  openEditor,
  openUntitled,
  setOwn,
  simulateInHost,
} from '../support/hostRuns.ts';
import { type Message, messagesOf } from '../support/hostWindow.ts';

const warning = (text: string, ...buttons: readonly string[]): Message => ({
  severity: 'warning',
  text,
  buttons,
  modal: false,
});
const nothingOpen = warning(
  'Open a prompt, or select its text in an editor, and run it again.',
  'Open Sample Prompts',
);
const noPrompt = warning(
  'No prompt is under the cursor. Put it into one, or select the prompt text, then run it.',
);
const empty = warning('The prompt is empty: write or select some text, then run it.');

describe('commands', () => {
  let simulator: Simulator;
  before(async () => {
    simulator = await simulateInHost();
  });
  beforeEach(async () => {
    await closeEditors();
    await simulator.clear();
  });
  after(async () => {
    await closeEditors();
    await endSimulation(simulator);
  });

  const ofPrompts = ['promptTuner.run', 'promptTuner.countTokens', 'promptTuner.preview'] as const;
  for (const id of ofPrompts) {
    it(`${id} says what to do without an editor, in code, and on an empty prompt`, async () => {
      assert.deepEqual(await messagesOf(() => call(id)), [nothingOpen]);
      await openEditor('greet.py');
      assert.deepEqual(await messagesOf(() => call(id)), [noPrompt]);
      await openUntitled('prompt', '---\ndescription: Nothing\n---\n \n');
      assert.deepEqual(await messagesOf(() => call(id)), [empty]);
      assert.deepEqual(await simulator.requests(), []);
    });
  }

  it('Run Last Prompt says that there is none yet', async () => {
    assert.deepEqual(await messagesOf(() => call('promptTuner.runLast')), [
      warning('No prompt was run yet. Open one and press Run Prompt.', 'Open Sample Prompts'),
    ]);
  });

  it('Stop without a run does nothing', async () => {
    assert.deepEqual(await messagesOf(() => call('promptTuner.stop')), []);
  });

  it('nothing is sent to an address without encryption', async () => {
    await openEditor('triage.prompt.md');
    await setOwn('promptTuner.baseUrl', 'http://gateway.example');
    try {
      for (const id of ofPrompts) {
        assert.deepEqual(await messagesOf(() => call(id)), [
          warning(
            '“promptTuner.baseUrl” must be an https address, or a loopback one: nothing was sent.',
            'Open Settings',
          ),
        ]);
      }
    } finally {
      await setOwn('promptTuner.baseUrl', simulator.origin);
    }
    assert.deepEqual(await simulator.requests(), []);
  });

  it('a key is sent to a foreign address only after a question, and not at all when it is declined', async () => {
    await openEditor('triage.prompt.md');
    await setOwn('promptTuner.auth', 'bearer');
    try {
      const asked = await messagesOf(() => call('promptTuner.run'));
      assert.deepEqual(asked, [
        {
          severity: 'warning',
          text: `Send prompts to ${new URL(simulator.origin).host}?`,
          buttons: ['Send There'],
          modal: true,
        },
      ]);
    } finally {
      await setOwn('promptTuner.auth', 'none');
    }
    assert.deepEqual(await simulator.requests(), []);
  });

  it('Count Tokens tells the counted number beside the estimate', async () => {
    await openEditor('triage.prompt.md');
    const [message, ...others] = await messagesOf(() => call('promptTuner.countTokens'));
    assert.deepEqual(others, []);
    assert.match(
      message?.text ?? '',
      /^triage\.prompt\.md: \d+ tokens, counted by the API for claude-haiku-[\w-]+ \(estimate: ≈ \d+\)\.$/,
    );
    const [sent, ...more] = await simulator.requests();
    assert.deepEqual(more, []);
    assert.equal(sent?.path, '/v1/messages/count_tokens');
    assert.doesNotMatch(JSON.stringify(sent?.body), /max_tokens|stream/);
  });

  it('Count Tokens where the API does not count tells the estimate', async () => {
    await openEditor('triage.prompt.md');
    await simulator.configure({ countTokens: false });
    try {
      const [message] = await messagesOf(() => call('promptTuner.countTokens'));
      assert.equal(message?.severity, 'warning');
      assert.match(message?.text ?? '', /^Not counted \(.+\): .+ The local estimate is ≈ \d+ tokens\.$/);
    } finally {
      await simulator.configure({ countTokens: true });
    }
  });

  it('Preview Request shows the exact request in a document that can’t be changed, and sends nothing', async () => {
    const editor = await openEditor('triage.prompt.md');
    const { document } = editor;
    const { comments, body, editor: shown } = await previewed();
    assert.deepEqual(await simulator.requests(), []);
    assert.deepEqual(comments.slice(0, 2), [
      'What Run would send now. Nothing was sent.',
      `POST ${simulator.origin}/v1/messages`,
    ]);
    assert.match(comments[2] ?? '', /^≈ \d+ input tokens · \$0\.\d+ at most$/);
    assert.equal(await takesEdits(shown), false);
    await window.showTextDocument(document, 1);
    await call('promptTuner.run');
    const sent = await simulator.waitFor('end', 1);
    assert.deepEqual(sent.body, body);
  });

  it('Preview Request of a selection shows the selection alone', async () => {
    const editor = await openEditor('greet.py');
    editor.selection = new Selection(0, 3, 0, 40);
    const { body } = await previewed();
    assert.deepEqual(body.messages, [
      { role: 'user', content: [{ type: 'text', text: 'Answers the first message of a guest.' }] },
    ]);
  });

  it('Run Last Prompt says when its prompt is gone', async () => {
    const gone = inWorkspace('gone.prompt.md');
    await workspace.fs.writeFile(gone, new TextEncoder().encode('Name a river.'));
    // Opened by VS Code itself: what an extension opens stays open for minutes.
    await commands.executeCommand('vscode.open', gone);
    await call('promptTuner.run');
    await simulator.waitFor('end', 1);
    const closed = new Promise<void>((resolve) => {
      const subscription = workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.path !== gone.path) return;
        subscription.dispose();
        resolve();
      });
    });
    await closeEditors();
    await closed;
    await workspace.fs.delete(gone);
    assert.deepEqual(await messagesOf(() => call('promptTuner.runLast')), [
      warning('gone.prompt.md can no longer be opened. Run a prompt from an editor.'),
    ]);
  });
});
