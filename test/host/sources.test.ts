import assert from 'node:assert/strict';
import { Range, Selection, type TextDocument, WorkspaceEdit, window, workspace } from 'vscode';
import { askedBy, pressed } from '../support/hostAsks.ts';
import { untilLine } from '../support/hostHints.ts';
import { previewed } from '../support/hostPreview.ts';
import { call, inWorkspace, openEditor, openUntitled, setOwn } from '../support/hostRuns.ts';
import { openAt, sent, write } from '../support/hostSources.ts';
import { describeSources } from '../support/hostSuite.ts';
import { messagesOf } from '../support/hostWindow.ts';

const program = `import textwrap

SUMMARY_PROMPT = textwrap.dedent("""
    Sum up the letter \\
in one line.
""")
GREETING_SYSTEM_PROMPT = 'You greet guests.\\n'

def ask(client, name):
    return client.messages.create(
        model="claude-haiku-4-5",
        max_tokens=70,
        system=GREETING_SYSTEM_PROMPT,
        messages=[{"role": "user", "content": f"I am {name}."}],
        tools=TOOLS,
    )
`;

interface Previewed {
  readonly file: string;
  readonly text: string;
  readonly words: string;
  readonly boxes: Readonly<Record<string, string>>;
}

const previews: Readonly<Record<string, Previewed>> = {
  'a prompt file': {
    file: 'p1.prompt.md',
    text: '---\nmodel: Claude Haiku 4.5\n---\nHi \u{1f30a}\n',
    words: 'Hi',
    boxes: {},
  },
  'a string in a call': { file: 'p2.py', text: program, words: 'I am', boxes: { name: 'Zoë "Z"' } },
  'a system prompt': {
    file: 'p3.instructions.md',
    text: 'Be kind.\n',
    words: 'Be',
    boxes: { 'system prompt': 'Hi' },
  },
  'turns, parameters and raw fields': {
    file: 'p4.prompty',
    text: '---\nmodel: claude-haiku-4-5\nmax_tokens: 60\nstop_sequences: [END]\ncache: prefix\nextra: { metadata: { user_id: u } }\n---\nsystem:\nA\n\nuser:\nB {{x}}\n\nassistant:\nC\n\nuser:\nD\n',
    words: 'D',
    boxes: { x: '1\\n' },
  },
};

const scripts: Readonly<Record<string, readonly [text: string, words: string, turn: string]>> = {
  'weather.ts': ['const userPrompt = `Rain in ${place}?\\n\\x41`;\n', 'Rain', 'user: Rain in Oslo?\nA'],
  'weather.js': ["const prompt = 'It\\'s ' + 'wet in ' + place;\n", 'wet', "user: It's wet in Oslo"],
  'weather.tsx': ['const a = <Ask prompt="Wet &amp; cold" />;\n', 'Wet', 'user: Wet & cold'],
  'weather.jsx': ['const a = <Ask prompt={`Snow in ${place}`} />;\n', 'Snow', 'user: Snow in Oslo'],
};

/** Resolves once the preview has become one that holds these words. */
function untilPreview(words: string): Promise<void> {
  return new Promise((resolve) => {
    const subscription = workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.scheme !== 'prompt-tuner-preview' || !document.getText().includes(words)) return;
      subscription.dispose();
      resolve();
    });
  });
}

describeSources('sources', {}, (simulator) => {
  it('the key in a string of Python sends what the program sees', async () => {
    await openAt('letters.py', program, 'Sum up');
    await call('promptTuner.run');
    assert.deepEqual(sent(await simulator().waitFor('end', 1)), {
      system: null,
      turns: ['user: \nSum up the letter in one line.\n'],
    });
  });

  it('a system prompt asks once for its test message', async () => {
    await openAt('letters.py', program, 'You greet');
    const first = await askedBy(() => call('promptTuner.run'), { boxes: { 'system prompt': 'Hello!' } });
    await simulator().waitFor('end', 1);
    const second = await askedBy(() => call('promptTuner.run'));
    assert.deepEqual([first.boxes.length, second.boxes.length], [1, 0]);
    assert.deepEqual(sent(await simulator().waitFor('end', 2)), {
      system: 'You greet guests.\n',
      turns: ['user: Hello!'],
    });
  });

  it('in a call, the rest of the call is sent with it', async () => {
    await openAt('letters.py', program, 'I am');
    const { boxes } = await askedBy(() => call('promptTuner.run'), { boxes: { name: 'Ada' } });
    assert.deepEqual(
      boxes.map(({ value }) => value),
      [''],
    );
    const request = await simulator().waitFor('end', 1);
    assert.deepEqual(sent(request), { system: 'You greet guests.\n', turns: ['user: I am Ada.'] });
    const { model, max_tokens } = request.body as { readonly model: string; readonly max_tokens: number };
    assert.deepEqual({ model, max_tokens }, { model: 'claude-haiku-4-5', max_tokens: 70 });
  });

  for (const [name, [text, words, turn]] of Object.entries(scripts)) {
    it(`a string of ${name} sends what the program sees`, async () => {
      await openAt(name, text, words);
      await askedBy(() => call('promptTuner.run'), { boxes: { place: 'Oslo' } });
      assert.deepEqual(sent(await simulator().waitFor('end', 1)).turns, [turn]);
    });
  }

  it('outside of any prompt nothing is sent', async () => {
    await openAt('letters.py', program, 'import');
    const messages = await messagesOf(() => call('promptTuner.run'));
    assert.deepEqual(
      messages.map(({ text }) => text),
      ['No prompt is under the cursor. Put it into one, or select the prompt text, then run it.'],
    );
  });

  it('each prompt in code has its line', async () => {
    const editor = await openAt('letters.py', program, 'import');
    assert.deepEqual(await untilLine(editor), [
      '▷ Run',
      'as user message',
      '≈ n tokens',
      'Compare',
      '▷ Run',
      'as system prompt',
      '≈ n tokens',
      'Compare',
      '▷ Run This Call',
      'as user message',
      '≈ n tokens',
      'Compare',
    ]);
  });

  it('a fenced block is a prompt of its own', async () => {
    await openAt(
      'fences.md',
      '# Notes\n\n```prompt tide\nExplain the tides.\n```\n\n```prompt\nName a star.\n```\n',
      'Name',
    );
    await call('promptTuner.run');
    assert.deepEqual(sent(await simulator().waitFor('end', 1)).turns, ['user: Name a star.']);
    await call('promptTuner.run', { uri: inWorkspace('fences.md'), identity: 'tide' });
    assert.deepEqual(sent(await simulator().waitFor('end', 2)).turns, ['user: Explain the tides.']);
  });

  it('the turns of a .prompty file become turns', async () => {
    const text =
      '---\nmodel:\n  id: claude-haiku-4-5\n  options:\n    maxOutputTokens: 50\n---\nsystem:\nBe brief.\n\nuser:\nHello\n\nassistant:\nHi!\n\nuser:\nHow are you, {{name}}?\n';
    await openAt('chat.prompty', text, 'Hello');
    await askedBy(() => call('promptTuner.run'), { boxes: { name: 'Bo {{x}}' } });
    const request = await simulator().waitFor('end', 1);
    assert.deepEqual(sent(request), {
      system: 'Be brief.',
      turns: ['user: Hello', 'assistant: Hi!', 'user: How are you, Bo {{x}}?'],
    });
    assert.equal((request.body as { readonly max_tokens: number }).max_tokens, 50);
  });

  it('a last turn of the assistant is refused where the model refuses it', async () => {
    await openAt('begun.prompty', 'user:\nName a river.\n\nassistant:\nThe\n', 'Name');
    const messages = await messagesOf(() => call('promptTuner.run'));
    assert.match(messages[0]?.text ?? '', /^Nothing was sent: the prompt ends with a turn of the assistant/);
    await openEditor('begun.prompty');
    const [first, second] = (await previewed()).comments;
    assert.equal(first, 'Run would send nothing.');
    assert.match(second ?? '', /^Nothing was sent: the prompt ends with a turn of the assistant/);
  });

  it('the preview of a prompt whose model is not known says that nothing would be sent', async () => {
    await openAt('foreign.prompt.md', '---\nmodel: Other 3\n---\nHi\n', 'Hi');
    assert.deepEqual((await previewed()).comments.slice(0, 2), [
      'Run would send nothing.',
      'Unknown model Other 3',
    ]);
  });

  it('a value set of the file beside it fills a prompt', async () => {
    const sidecar = {
      parameters: {
        max_tokens: 33,
        stop_sequences: ['END'],
        cache: 'system',
        extra: { metadata: { user_id: 'u1' } },
      },
      valueSets: [
        { name: 'short', values: { topic: 'tea' } },
        { name: 'long', values: { topic: 'tea in winter' } },
      ],
    };
    await write('topic.prompt.md.tuner.json', JSON.stringify(sidecar));
    await openAt('topic.prompt.md', 'Write about {{topic}}.\n', 'Write');
    const { picks, boxes } = await askedBy(() => call('promptTuner.run'), { picks: ['long'] });
    assert.deepEqual(picks, [{ labels: ['short', 'long', 'Enter Values…'] }]);
    assert.deepEqual(boxes, []);
    const request = await simulator().waitFor('end', 1);
    assert.deepEqual(sent(request).turns, ['user: Write about tea in winter.\n']);
    const { max_tokens, stop_sequences, metadata } = request.body as Record<string, unknown>;
    assert.deepEqual(
      { max_tokens, stop_sequences, metadata },
      { max_tokens: 33, stop_sequences: ['END'], metadata: { user_id: 'u1' } },
    );
    assert.deepEqual((await askedBy(() => call('promptTuner.run'))).picks, []);
    await simulator().waitFor('end', 2);
  });

  it('a value of several lines is written in an editor tab', async () => {
    await openAt('letter.prompt.md', 'Sum up: {{letter}}', 'Sum');
    const opened = new Promise<TextDocument>((resolve) => {
      const subscription = workspace.onDidOpenTextDocument((document) => {
        if (document.uri.scheme !== 'prompt-tuner-value') return;
        subscription.dispose();
        resolve(document);
      });
    });
    const asked = askedBy(() => call('promptTuner.run'), { boxes: { letter: pressed } });
    const document = await opened;
    const change = new WorkspaceEdit();
    change.insert(document.uri, document.positionAt(0), 'Dear Ada,\n\nthank you.');
    assert.ok(await workspace.applyEdit(change));
    assert.ok(await document.save());
    await asked;
    assert.deepEqual(sent(await simulator().waitFor('end', 1)).turns, [
      'user: Sum up: Dear Ada,\n\nthank you.',
    ]);
  });

  it('a prompt that names a model of another tool is not sent until one is picked', async () => {
    await openAt('other.prompt.md', '---\nmodel: GPT-5 mini\n---\nName a sea.\n', 'Name');
    await call('promptTuner.run');
    assert.deepEqual(await simulator().requests(), []);
  });

  it('nothing is sent where the file beside it can’t be read', async () => {
    await write('broken.prompt.md.tuner.json', '{ "parameters": { "max_tokens": "many" } }');
    await openAt('broken.prompt.md', 'Name a lake.\n', 'Name');
    const messages = await messagesOf(() => call('promptTuner.run'));
    assert.deepEqual(
      messages.map(({ text, buttons }) => ({ text, buttons })),
      [
        {
          text: 'Nothing was sent: “max_tokens” has to be: integer from 1 in broken.prompt.md.tuner.json.',
          buttons: ['Show'],
        },
      ],
    );
    assert.deepEqual(await simulator().requests(), []);
  });

  it('nothing is sent where front matter can’t be read', async () => {
    await openAt('broken.prompty', '---\nmodel: [claude\ntemperature: 0\n---\nuser:\nName a lake.\n', 'Name');
    const [message] = await messagesOf(() => call('promptTuner.run'));
    assert.match(message?.text ?? '', /^Nothing was sent: .* in broken\.prompty\.$/);
    assert.deepEqual([message?.buttons, await simulator().requests()], [['Show'], []]);
  });

  it('an unsaved prompt is asked for its inputs, with what they propose', async () => {
    await openUntitled('prompt', 'Translate ${input:word:a word} to ${input:language}.');
    const first = await askedBy(() => call('promptTuner.run'), { boxes: { word: 'sea', language: 'Welsh' } });
    assert.deepEqual(
      first.boxes.map(({ placeholder, value }) => ({ placeholder, value })),
      [
        { placeholder: 'a word', value: '' },
        { placeholder: '', value: '' },
      ],
    );
    assert.deepEqual(sent(await simulator().waitFor('end', 1)).turns, ['user: Translate sea to Welsh.']);
  });

  it('what VS Code fills is filled from the editor beside', async () => {
    const editor = await openAt('letters.py', program, 'GREETING');
    const text = 'What is “${selection}” in ${fileBasename}, line ${lineNumber}?';
    await write('asking.prompt.md', text);
    const prompt = await workspace.openTextDocument(inWorkspace('asking.prompt.md'));
    await window.showTextDocument(prompt, { viewColumn: 2 });
    const { start } = editor.selection;
    editor.selection = new Selection(start, start.translate(0, 'GREETING'.length));
    await call('promptTuner.run');
    assert.deepEqual(sent(await simulator().waitFor('end', 1)).turns, [
      'user: What is “GREETING” in letters.py, line 7?',
    ]);
  });

  it('the role of a prompt can be switched', async () => {
    const editor = await openAt('roles.py', 'PLAIN_PROMPT = "You are kind."\n', 'You');
    const line = await untilLine(editor);
    assert.ok(line.includes('as user message'));
    await call(
      'promptTuner.switchRole' as never,
      { uri: editor.document.uri, identity: 'PLAIN_PROMPT' },
      'system',
    );
    assert.ok((await untilLine(editor)).includes('as system prompt'));
    await askedBy(() => call('promptTuner.run'), { boxes: { 'system prompt': 'Hi' } });
    assert.deepEqual(sent(await simulator().waitFor('end', 1)), {
      system: 'You are kind.',
      turns: ['user: Hi'],
    });
  });

  for (const [name, { file, text, words, boxes }] of Object.entries(previews)) {
    it(`the preview is what Run sends, to the letter: ${name}`, async () => {
      await openAt(file, text, words);
      await askedBy(() => call('promptTuner.run'), { boxes });
      const request = await simulator().waitFor('end', 1);
      await openAt(file, text, words);
      const { body } = await previewed();
      assert.equal(JSON.stringify(body), JSON.stringify(request.body));
      const { 'content-length': bytes } = request.headers;
      assert.equal(Number(bytes), Buffer.byteLength(JSON.stringify(body)));
    });
  }

  it('the preview follows its prompt and tells the tokens of each part', async () => {
    const editor = await openAt('river.prompt.md', 'Name the rivers of {{country}}.\n', 'Name');
    assert.match((await previewed()).text, /turn 1, user: ≈ \d+\n.*“country” has no value yet/);
    const followed = untilPreview('lakes');
    const at = editor.document.getText().indexOf('rivers');
    const change = new WorkspaceEdit();
    change.replace(
      editor.document.uri,
      new Range(editor.document.positionAt(at), editor.document.positionAt(at + 6)),
      'lakes',
    );
    await workspace.applyEdit(change);
    await followed;
    assert.deepEqual(await simulator().requests(), []);
  });

  it('the preview follows the file beside, the settings and what VS Code fills in', async () => {
    const name = 'follows.prompt.md';
    await write(`${name}.tuner.json`, '{ "parameters": { "max_tokens": 31 } }');
    const beside = await workspace.openTextDocument(inWorkspace(`${name}.tuner.json`));
    await write('follows.txt', 'tides and winds');
    await write(name, 'Tell of ${selection}.');
    const prompt = await workspace.openTextDocument(inWorkspace(name));
    const other = await openEditor('follows.txt');
    await window.showTextDocument(prompt, { viewColumn: 2 });
    other.selection = new Selection(0, 0, 0, 5);
    const { body } = await previewed();
    assert.deepEqual([body.max_tokens, JSON.stringify(body).includes('tides.')], [31, true]);

    const change = new WorkspaceEdit();
    change.replace(beside.uri, new Range(0, 0, 1, 0), '{ "parameters": { "max_tokens": 32 } }');
    await Promise.all([untilPreview('"max_tokens": 32'), workspace.applyEdit(change)]);
    await Promise.all([untilPreview('claude-sonnet-4-5'), setOwn('promptTuner.model', 'claude-sonnet-4-5')]);
    const selects = untilPreview('Tell of winds.');
    other.selection = new Selection(0, 10, 0, 15);
    await selects;
    await setOwn('promptTuner.model', undefined);
    assert.deepEqual(await simulator().requests(), []);
  });

  it('a secret is sent, and shown nowhere', async () => {
    const secret = ['pa', 'ss', 'phrase-7'].join('');
    await openAt('door.prompt.md', 'The door key is {{door_key}}. Say it.\n', 'The');
    const asked = await askedBy(() => call('promptTuner.run'), { boxes: { door_key: secret } });
    assert.deepEqual(asked.boxes, [
      {
        prompt: 'Value of “door_key”: shown nowhere, kept until this window is closed.',
        value: '',
        placeholder: '',
        password: true,
      },
    ]);
    assert.deepEqual(sent(await simulator().waitFor('end', 1)).turns, [
      `user: The door key is ${secret}. Say it.\n`,
    ]);
    await openEditor('door.prompt.md');
    const { text } = await previewed();
    assert.ok(text.includes('The door key is «door_key».') && !text.includes(secret));
  });
});
