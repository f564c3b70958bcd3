import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { env, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { askedBy } from '../support/hostAsks.ts';
import { lineOver } from '../support/hostHints.ts';
import { previewed } from '../support/hostPreview.ts';
import { call, closeEditors, inWorkspace, openEditor } from '../support/hostRuns.ts';
import { openAt, putCursor, sent } from '../support/hostSources.ts';
import { describeSources } from '../support/hostSuite.ts';
import { messagesOf } from '../support/hostWindow.ts';

async function rename(from: string, to: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.renameFile(inWorkspace(from), inWorkspace(to));
  assert.ok(await workspace.applyEdit(edit));
}

interface Moved {
  readonly file: string;
  readonly text: string;
  readonly identity: string;
  /** What is renamed, and to what. */
  readonly from: string;
  readonly to: string;
  readonly after: string;
}

const moves: Readonly<Record<string, Moved>> = {
  'a prompt file': {
    file: 'kept/a.prompt.md',
    text: 'Name a hill of {{land}}; the door key is {{door_key}}.',
    identity: '',
    from: 'kept/a.prompt.md',
    to: 'kept/b.prompt.md',
    after: 'kept/b.prompt.md',
  },
  'a prompt in code': {
    file: 'kept/a.py',
    text: "HILL_PROMPT = f'Name a hill of {land}; the door key is {door_key}.'\n",
    identity: 'HILL_PROMPT',
    from: 'kept/a.py',
    to: 'kept/b.py',
    after: 'kept/b.py',
  },
  'the folder of a prompt in code': {
    file: 'kept/hills/c.py',
    text: "HILL_PROMPT = f'Name a hill of {land}; the door key is {door_key}.'\n",
    identity: 'HILL_PROMPT',
    from: 'kept/hills',
    to: 'kept/mountains',
    after: 'kept/mountains/c.py',
  },
};

describeSources('what is kept of prompts', { folder: 'kept' }, (simulator) => {
  const secret = ['pa', 'ss', 'phrase-9'].join('');
  for (const [name, { file, text, identity, from, to, after: moved }] of Object.entries(moves)) {
    it(`values, secrets and panel changes stay when it is renamed: ${name}`, async () => {
      await openAt(file, text, 'Name');
      const boxes = { land: 'Wales', door_key: secret, 'system prompt': 'Hi' };
      await call('promptTuner.switchRole' as never, { uri: inWorkspace(file), identity }, 'system');
      await askedBy(() => call('promptTuner.run'), { boxes });
      const before = sent(await simulator().waitFor('end', 1));
      assert.deepEqual(before, {
        system: `Name a hill of Wales; the door key is ${secret}.`,
        turns: ['user: Hi'],
      });
      await closeEditors();
      await rename(from, to);
      putCursor(await openEditor(moved), 'Name');
      const asked = await askedBy(() => call('promptTuner.run'));
      assert.deepEqual(asked, { boxes: [], picks: [] });
      assert.deepEqual(sent(await simulator().waitFor('end', 2)), before);
    });
  }

  it('another file under the old name starts anew', async () => {
    await openAt('kept/a.py', "HILL_PROMPT = f'Name a hill of {land}.'\n", 'Name');
    const { boxes } = await askedBy(() => call('promptTuner.run'), { boxes: { land: 'Peru' } });
    assert.deepEqual(
      boxes.map(({ value }) => value),
      [''],
    );
    assert.deepEqual(sent(await simulator().waitFor('end', 1)), {
      system: null,
      turns: ['user: Name a hill of Peru.'],
    });
    assert.ok((await lineOver({ uri: inWorkspace('kept/a.py') } as never)).includes('as user message'));
  });

  describe('with a secret value', () => {
    before(async () => {
      await messagesOf(
        () => call('promptTuner.clearHistory'),
        () => 'Delete All',
      );
      await simulator().clear();
      await simulator().script([
        {
          kind: 'answer',
          text: `The key is ${secret}, remember ${secret}.`,
          thinking: 'none',
          charsPerDelta: 5,
        },
      ]);
      await openAt('kept/gate.prompt.md', 'The door key is {{door_key}}. Say it.\n', 'The');
      await askedBy(() => call('promptTuner.run'), { boxes: { door_key: secret } });
      await simulator().waitFor('end', 1);
    });

    for (const format of ['CSV', 'JSON Lines', 'Markdown']) {
      it(`an export as ${format} does not hold it`, async () => {
        const text = await exported(format);
        assert.ok(text.includes('gate.prompt.md') && !text.includes(secret), text);
      });
    }

    for (const id of ['promptTuner.copyRun', 'promptTuner.copyRunWithTexts'] as const) {
      it(`${id} does not hold it`, async () => {
        await env.clipboard.writeText('');
        await messagesOf(() => call(id));
        const text = await env.clipboard.readText();
        assert.ok(text.includes('gate.prompt.md') && !text.includes(secret), text);
        if (id === 'promptTuner.copyRunWithTexts') {
          assert.ok(text.includes('The door key is {{door_key}}. Say it.'), text);
          assert.ok(text.includes('The key is «door_key», remember «door_key».'), text);
        }
      });
    }
  });

  it('what a call does not send is named by the preview', async () => {
    const program = `def ask(client, tools):
    client.messages.create(
        model="claude-haiku-4-5",
        max_tokens=70,
        tools=tools,
        messages=[{"role": "user", "content": "Name a fjord."}],
    )
`;
    await openAt('kept/fjords.py', program, 'Name a fjord');
    const { comments } = await previewed();
    assert.deepEqual(
      comments.filter((line) => line.startsWith('Not sent')),
      ['Not sent: tools (not taken over)'],
    );
  });
});

/** The text of an export of the runs that the side panel lists, once the history has them. */
async function exported(format: string): Promise<string> {
  const target: { showSaveDialog: unknown } = window;
  const real = target.showSaveDialog;
  const file = inWorkspace('kept/exported.txt');
  target.showSaveDialog = async () => Uri.parse(file.toString());
  try {
    for (const end = performance.now() + 20_000; performance.now() < end; await setTimeout(100)) {
      const said = await messagesOf(() => askedBy(() => call('promptTuner.exportRuns'), { picks: [format] }));
      if (!said.some(({ text }) => /runs? exported/.test(text))) continue;
      return new TextDecoder().decode(await workspace.fs.readFile(file));
    }
    throw new Error('There was never a run to export.');
  } finally {
    target.showSaveDialog = real;
  }
}
