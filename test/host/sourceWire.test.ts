import assert from 'node:assert/strict';
import { type CompletionList, commands } from 'vscode';
import { askedBy } from '../support/hostAsks.ts';
import { untilLine } from '../support/hostHints.ts';
import { previewed } from '../support/hostPreview.ts';
import { call, openEditor, setOwn } from '../support/hostRuns.ts';
import { openAt, putCursor, sent, write } from '../support/hostSources.ts';
import { describeSources } from '../support/hostSuite.ts';
import { messagesOf } from '../support/hostWindow.ts';

type Body = Readonly<Record<string, unknown>>;

interface OnWire {
  readonly file: string;
  readonly text: string;
  /** What belongs to it, in the file beside it. */
  readonly beside?: Body;
  readonly body: Body;
}

const text = (words: string) => ({ type: 'text', text: words });
const cached = (words: string) => ({ ...text(words), cache_control: { type: 'ephemeral' } });
const user = (...content: readonly Body[]) => ({ role: 'user', content });
const defaults = { model: 'claude-haiku-4-5', max_tokens: 4096, stream: true };
const tools = [
  { name: 'look_up', description: 'Looks a tide up.', input_schema: { type: 'object', properties: {} } },
];
const talk = 'system:\nA\n\nuser:\nB\n\nassistant:\nC\n\nuser:\nD\n';
const talkTurns = [user(text('B')), { role: 'assistant', content: [text('C')] }, user(text('D'))];
const parameters = (more: Body) => ({ parameters: { model: 'claude-haiku-4-5', ...more } });

const wires: Readonly<Record<string, OnWire>> = {
  'raw fields of the file beside': {
    file: 'tools.prompt.md',
    text: 'When is high tide?',
    beside: parameters({
      extra: { tools, tool_choice: { type: 'auto' }, metadata: { user_id: 'u1' } },
    }),
    body: {
      ...defaults,
      messages: [user(text('When is high tide?'))],
      tools,
      tool_choice: { type: 'auto' },
      metadata: { user_id: 'u1' },
    },
  },
  'an output configuration beside an effort': {
    file: 'form.prompt.md',
    text: 'Name a tide.',
    beside: {
      parameters: {
        model: 'claude-opus-5-5',
        max_tokens: 50,
        effort: 'low',
        extra: { output_config: { format: { type: 'json_schema', schema: { type: 'object' } } } },
      },
    },
    body: {
      model: 'claude-opus-5-5',
      max_tokens: 50,
      messages: [user(text('Name a tide.'))],
      output_config: { effort: 'low', format: { type: 'json_schema', schema: { type: 'object' } } },
      stream: true,
    },
  },
  'raw fields of its own front matter': {
    file: 'own.prompty',
    text: `---\nmodel: claude-haiku-4-5\nmax_tokens: 30\ntemperature: 0.5\nextra:\n  cache_control: { type: ephemeral }\n---\nuser:\nName a tide.\n`,
    body: {
      ...defaults,
      max_tokens: 30,
      messages: [user(text('Name a tide.'))],
      temperature: 0.5,
      cache_control: { type: 'ephemeral' },
    },
  },
  'cache: system': {
    file: 'system.prompty',
    text: talk,
    beside: parameters({ cache: 'system' }),
    body: { ...defaults, system: [cached('A')], messages: talkTurns },
  },
  'cache: prefix': {
    file: 'prefix.prompty',
    text: talk,
    beside: parameters({ cache: 'prefix' }),
    body: {
      ...defaults,
      system: 'A',
      messages: [user(text('B')), { role: 'assistant', content: [cached('C')] }, user(text('D'))],
    },
  },
  'cache: off': {
    file: 'off.prompty',
    text: talk,
    beside: parameters({ cache: 'off' }),
    body: { ...defaults, system: 'A', messages: talkTurns },
  },
  'turns that comments mark': {
    file: 'marked.prompt.md',
    text: '<!-- role: system -->\nE\n<!-- role: user -->\nB\n\n<!-- role: assistant -->\nC\n<!-- role: user -->\nD\n',
    beside: parameters({}),
    body: { ...defaults, system: 'E', messages: talkTurns },
  },
  'a begun answer, where the model goes on with it': {
    file: 'begun.prompt.md',
    text: 'Name a tide.\n\n<!-- role: assistant -->\nThe spring\n',
    beside: parameters({}),
    body: {
      ...defaults,
      messages: [user(text('Name a tide.')), { role: 'assistant', content: [text('The spring')] }],
    },
  },
};

interface Named {
  readonly name: string;
  /** What is sent; null where nothing is. */
  readonly model: string | null;
  /** How the preview begins where nothing is sent. */
  readonly refused?: string;
}

const names: readonly Named[] = [
  { name: 'claude-haiku-4-5', model: 'claude-haiku-4-5' },
  { name: 'Claude Haiku 4.5', model: 'claude-haiku-4-5' },
  { name: 'claude sonnet 4.5 (copilot)', model: 'claude-sonnet-4-5' },
  { name: "['GPT-5', 'Claude Sonnet 5.5']", model: 'claude-sonnet-5-5' },
  { name: 'GPT-5', model: null, refused: 'Unknown model GPT-5' },
  { name: 'claude-sonnet-9', model: null, refused: 'Unknown model claude-sonnet-9' },
  { name: 'claude-3-opus', model: null, refused: 'claude-3-opus is retired' },
  { name: 'Claude 3 Opus (copilot)', model: null, refused: 'claude-3-opus is retired' },
];

const byCommand: Readonly<Record<string, string>> = {
  'rules/CLAUDE.md': 'Stay calm.',
  'rules/AGENTS.md': 'Stay calm.',
  '.github/copilot-instructions.md': 'Stay calm.',
  '.claude/agents/calm.md': '---\nname: calm\n---\nStay calm.',
};

const completions: Readonly<Record<string, readonly string[]>> = {
  '{ «» }': ['$schema', 'assertions', 'parameters', 'prompts', 'secrets', 'testMessage', 'valueSets'],
  '{ "parameters": { "model": "a", «» } }': [
    ...[
      'cache',
      'effort',
      'extra',
      'max_tokens',
      'output_config',
      'stop_sequences',
      'temperature',
      'thinking',
    ],
  ],
  '{ "parameters": { "effort": «» } }': ['"high"', '"low"', '"max"', '"medium"', '"xhigh"'],
  '{ "parameters": { "cache": "«" } }': ['"all"', '"off"', '"prefix"', '"system"'],
  '{ "valueSets": [{ «» }] }': ['name', 'testMessage', 'values'],
  '{ "prompts": { "A_PROMPT": { «» } } }': [
    'assertions',
    'parameters',
    'secrets',
    'testMessage',
    'valueSets',
  ],
  '{ "assertions": [{ "type": «» }] }': [
    ...['"contains"', '"json-schema"', '"max-sentences"', '"not-contains"', '"regex"'],
  ],
};

describeSources('source wire', {}, (simulator) => {
  for (const [name, { file, text: prompt, beside, body }] of Object.entries(wires)) {
    it(`the whole request, previewed and sent: ${name}`, async () => {
      if (beside !== undefined) await write(`${file}.tuner.json`, JSON.stringify(beside));
      await write(file, prompt);
      await openEditor(file);
      await call('promptTuner.run');
      const request = await simulator().waitFor('end', 1);
      assert.deepEqual(request.body, body);
      await openEditor(file);
      assert.equal(JSON.stringify((await previewed()).body), JSON.stringify(request.body));
    });
  }

  for (const [index, { name, model, refused }] of names.entries()) {
    it(`a prompt’s model ${name} ${model === null ? 'is not sent' : `is sent as ${model}`}`, async () => {
      const file = `model${index}.prompt.md`;
      await write(file, `---\nmodel: ${name}\n---\nName ${index + 2} tides.\n`);
      await openEditor(file);
      const { comments } = await previewed();
      const [first, second] = comments;
      if (refused !== undefined) assert.deepEqual([first, second], ['Run would send nothing.', refused]);
      else assert.equal(first, 'What Run would send now. Nothing was sent.');
      await openEditor(file);
      await call('promptTuner.run');
      if (model === null) assert.deepEqual(await simulator().requests(), []);
      else assert.equal(((await simulator().waitFor('end', 1)).body as Body).model, model);
    });
  }

  for (const [file, content] of Object.entries(byCommand)) {
    it(`${file} has no Run in its line, and is run by command as a system prompt`, async () => {
      await write(file, content);
      const editor = await openEditor(file);
      assert.deepEqual(await untilLine(editor), ['≈ n tokens']);
      await askedBy(() => call('promptTuner.run'), { boxes: { 'system prompt': 'Hi' } });
      assert.deepEqual(sent(await simulator().waitFor('end', 1)), {
        system: 'Stay calm.',
        turns: ['user: Hi'],
      });
    });
  }

  it('plain text is a user’s message, whatever it looks like', async () => {
    await write('plain.txt', '---\nmodel: x\n---\nsystem:\nName a tide of {{where}}.');
    await openEditor('plain.txt');
    await askedBy(() => call('promptTuner.run'), { boxes: { where: 'Brest' } });
    assert.deepEqual(sent(await simulator().waitFor('end', 1)), {
      system: null,
      turns: ['user: ---\nmodel: x\n---\nsystem:\nName a tide of Brest.'],
    });
  });

  it('a string that a comment marks is a prompt, a docstring, a log or a query is none', async () => {
    const program = `"""Tell me all about tides, and be very brief about it, please."""
log.info("Tell me all about tides, and be very brief about it, please.")
QUERY = "SELECT height FROM tides WHERE place = 'Brest' ORDER BY height"
# prompt
words = "Tell me about %s." % tide
`;
    const editor = await openAt('tides.py', program, 'about %s');
    assert.deepEqual(await untilLine(editor), ['▷ Run', 'as user message', '≈ n tokens', 'Compare']);
    await askedBy(() => call('promptTuner.run'), { boxes: { tide: 'neap tides' } });
    assert.deepEqual(sent(await simulator().waitFor('end', 1)).turns, ['user: Tell me about neap tides.']);
  });

  const poet = { system: null, turns: ['user: Be a poet.'] };
  const pilot = { system: 'Be a pilot.', turns: ['user: Hi'] };
  const none = 'No prompt is under the cursor. Put it into one, or select the prompt text, then run it.';
  const sensitivities = {
    off: { sent: [], said: ['Select the prompt text, then run it.'] },
    strict: { sent: [poet], said: [none] },
    relaxed: { sent: [poet, pilot], said: [] },
  };
  for (const [sensitivity, expected] of Object.entries(sensitivities)) {
    it(`with strings in code ${sensitivity}, the key sends ${expected.sent.length} of two`, async () => {
      const file = `${sensitivity}.py`;
      await setOwn('promptTuner.sources.code', sensitivity);
      try {
        await write(file, 'POET_PROMPT = "Be a poet."\nPILOT_PERSONA = "Be a pilot."\n');
        const said = new Set<string>();
        for (const at of ['Be a poet', 'Be a pilot']) {
          putCursor(await openEditor(file), at);
          const run = () => askedBy(() => call('promptTuner.run'), { boxes: { 'system prompt': 'Hi' } });
          for (const { text } of await messagesOf(run)) said.add(text);
        }
        if (expected.sent.length > 0) await simulator().waitFor('end', expected.sent.length);
        assert.deepEqual({ sent: (await simulator().requests()).map(sent), said: [...said] }, expected);
      } finally {
        await setOwn('promptTuner.sources.code', undefined);
      }
    });
  }

  for (const [index, [marked, labels]] of Object.entries(completions).entries()) {
    it(`the file beside is completed: ${marked}`, async () => {
      const at = marked.indexOf('«');
      const file = `completed${index}.prompt.md.tuner.json`;
      await write(file, marked.replace(/«»?/, ''));
      const { document } = await openEditor(file);
      const list = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        document.positionAt(at),
      );
      const found = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      assert.deepEqual(found.sort(), labels);
    });
  }
});
