import assert from 'node:assert/strict';
import {
  CodeActionKind,
  commands,
  type Diagnostic,
  DiagnosticSeverity,
  languages,
  Position,
  type TextDocument,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import type { Simulator } from '../simulator/client.ts';
import { askedBy } from '../support/hostAsks.ts';
import { lineOver, markedTexts, take, untilActions, untilMarks } from '../support/hostHints.ts';
import {
  call,
  closeEditors,
  endSimulation,
  inWorkspace,
  openEditor,
  simulateInHost,
} from '../support/hostRuns.ts';

async function open(name: string, text: string): Promise<TextDocument> {
  await workspace.fs.writeFile(inWorkspace(name), new TextEncoder().encode(text));
  return (await openEditor(name)).document;
}

/** Resolves with what is told of the prompts of a file besides hints, once there is something. */
function untilTold(name: string): Promise<readonly Diagnostic[]> {
  const own = () =>
    languages.getDiagnostics(inWorkspace(name)).filter(({ source }) => source === 'Prompt Tuner: prompt');
  return new Promise((resolve) => {
    const look = () => {
      if (own().length === 0) return;
      subscription.dispose();
      resolve(own());
    };
    const subscription = languages.onDidChangeDiagnostics(look);
    look();
  });
}

const python = `def ask(name):
    prompt = (
        f'Don\\'t greet {name}, '
        'in order to be brief.\\n'
    )
    return prompt
`;
const fixedPython = `def ask(name):
    prompt = (
        f'Don\\'t greet {name}, '
        'to be brief.\\n'
    )
    return prompt
`;

const script =
  'const title = "in order to";\nconst systemPrompt = `\n  Read ${letter} in order to answer it.\\n\n`;\n';

const stepByStep = 'Solve it in order to end.\\n\\nThink step by step.\\n\\nName the sum.\\n';
const asFile = stepByStep.replaceAll('\\n', '\n');
const callWith = (model: string) => `    client.messages.create(
        model="${model}",
        max_tokens=70,
        messages=[{"role": "user", "content": "${stepByStep}"}],
    )
`;

interface OwnModel {
  readonly file: string;
  readonly text: string;
  readonly beside: string;
  readonly marked: readonly string[];
}

// A ritual is one only where the model thinks by itself.
const marked = ['PT15: Think step by step.'];
const ownModels: Readonly<Record<string, OwnModel>> = {
  'front matter, one that thinks': {
    file: 'thinks.prompt.md',
    text: `---\nmodel: claude-opus-5-5\n---\n${asFile}`,
    beside: '{}',
    marked,
  },
  'front matter, one that does not': {
    file: 'plain.prompt.md',
    text: `---\nmodel: Claude Haiku 4.5\n---\n${asFile}`,
    beside: '{}',
    marked: [],
  },
  'the file beside it': {
    file: 'beside.prompt.md',
    text: asFile,
    beside: '{ "parameters": { "model": "claude-haiku-4-5", "thinking": "on" } }',
    marked,
  },
  'the call around a string': {
    file: 'models.py',
    text: `def ask(client):\n${callWith('claude-haiku-4-5')}${callWith('claude-opus-5-5')}`,
    beside: '{}',
    marked,
  },
};

function idOf(code: Diagnostic['code']): unknown {
  return typeof code === 'object' ? code.value : code;
}

describe('source hints', () => {
  let simulator: Simulator;
  before(async () => {
    simulator = await simulateInHost();
  });
  afterEach(() => closeEditors());
  after(() => endSimulation(simulator));

  it('a fix inside a string of Python leaves its quotes and its fields', async () => {
    const document = await open('brief.py', python);
    await untilMarks(document, (marks) => marks.length > 0);
    assert.deepEqual(markedTexts(document), ['PT01: in order']);
    const [mark] = languages.getDiagnostics(document.uri);
    const [fix] = await untilActions(document, CodeActionKind.QuickFix, mark?.range);
    assert.match(fix?.title ?? '', /^Remove “in order”/);
    assert.ok(fix);
    await take(fix);
    assert.equal(document.getText(), fixedPython);
  });

  it('only what is a prompt is marked, and what it fills in is left alone', async () => {
    const document = await open('letter.ts', script);
    await untilMarks(document, (marks) => marks.length > 0);
    assert.deepEqual(markedTexts(document), ['PT01: in order']);
    assert.match(
      (await lineOver(document)).join(' | '),
      /^▷ Run \| as system prompt \| ≈ \d+ tokens \| \d hints? \(≈ −\d\) \| Compare$/,
    );
    const { picks } = await askedBy(() =>
      call('promptTuner.showHints', { uri: document.uri, identity: 'systemPrompt' }),
    );
    assert.match(picks[0]?.labels[0] ?? '', /./);
  });

  it('all safe fixes of a file are one edit', async () => {
    const document = await open(
      'both.py',
      `A_PROMPT = "Read it in order to answer."\nB_PROMPT = 'Read in order to learn.'\n`,
    );
    await untilMarks(document, (marks) => marks.length === 2);
    await call('promptTuner.fixAllHints', document.uri);
    assert.equal(document.getText(), `A_PROMPT = "Read it to answer."\nB_PROMPT = 'Read to learn.'\n`);
    await commands.executeCommand('undo');
    assert.match(document.getText(), /Read it in order to answer.*Read in order to learn/s);
  });

  it('a gesture right after a keystroke finds the hints of the text as it stands', async () => {
    const document = await open('typed.py', 'A_PROMPT = "Read it in order to answer."\n');
    await untilMarks(document, (marks) => marks.length === 1);
    const type = async () => {
      const edit = new WorkspaceEdit();
      edit.insert(document.uri, new Position(0, 0), '#\n');
      await workspace.applyEdit(edit);
    };
    await type();
    const { picks } = await askedBy(() =>
      call('promptTuner.showHints', { uri: document.uri, identity: 'A_PROMPT' }),
    );
    assert.match(picks[0]?.labels[0] ?? '', /^Remove “in order”/);
    await type();
    await call('promptTuner.fixAllHints', document.uri);
    assert.equal(document.getText(), '#\n#\nA_PROMPT = "Read it to answer."\n');
  });

  for (const [name, { file, text, beside, marked }] of Object.entries(ownModels)) {
    it(`hints go by the model that the prompt itself names: ${name}`, async () => {
      await workspace.fs.writeFile(inWorkspace(`${file}.tuner.json`), new TextEncoder().encode(beside));
      const document = await open(file, text);
      // The other rule marks whatever the model.
      await untilMarks(document, (marks) => marks.some(({ code }) => idOf(code) === 'PT01'));
      assert.deepEqual(
        markedTexts(document).filter((mark) => mark.startsWith('PT15')),
        marked,
      );
    });
  }

  it('the estimate goes by the model that the prompt itself names', async () => {
    const tokensWith = async (name: string, model: string) => {
      const document = await open(
        name,
        `---\nmodel: ${model}\n---\n${'Name the tallest trees. '.repeat(400)}\n`,
      );
      for (;;) {
        const [, tokens] = /≈ ([\d,]+) tokens/.exec((await lineOver(document)).join(' ')) ?? [];
        if (tokens !== undefined) return Number(tokens.replaceAll(',', ''));
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    const older = await tokensWith('older.prompt.md', 'claude-haiku-4-5');
    const newer = await tokensWith('newer.prompt.md', 'claude-opus-5-5');
    // 1.14 and 1.55 billed tokens for each counted one, before any run taught more.
    assert.equal((newer / older).toFixed(2), (1.55 / 1.14).toFixed(2));
  });

  it('a variable without a value is told, and gets a place in the file beside', async () => {
    const document = await open('gift.prompt.md', 'Suggest a gift for {{person}}.\n');
    const [told] = await untilTold('gift.prompt.md');
    assert.equal(document.getText(told?.range), '{{person}}');
    assert.equal(told?.message, '“person” has no value: it is asked for when the prompt runs.');
    const actions = await untilActions(document, CodeActionKind.QuickFix, told?.range);
    const add = actions.find(({ title }) => title === 'Add “person” to gift.prompt.md.tuner.json');
    assert.ok(add);
    await take(add);
    const beside = await workspace.openTextDocument(inWorkspace('gift.prompt.md.tuner.json'));
    assert.deepEqual(JSON.parse(beside.getText()), {
      valueSets: [{ name: 'default', values: { person: '' } }],
    });
  });

  it('front matter and the file beside are marked where they can’t be read', async () => {
    await workspace.fs.writeFile(
      inWorkspace('odd.prompty.tuner.json'),
      new TextEncoder().encode('{ "parameters": { "effort": "some" } }'),
    );
    await open('odd.prompty', '---\ntemperature: hot\n---\nuser:\nHello\n');
    const [inFile] = await untilTold('odd.prompty');
    assert.equal(inFile?.message, '“temperature” has to be: number from 0 to 1. Nothing is sent like this.');
    assert.deepEqual([inFile?.range.start.line, inFile?.severity], [1, 0]);
    const [beside] = await untilTold('odd.prompty.tuner.json');
    assert.match(beside?.message ?? '', /^“effort” has to be: low \| medium/);
  });

  it('a comment in a string that names a rule which does not exist is marked', async () => {
    const document = await open('quiet.py', 'prompt = """<!-- prompt-tuner-disable PT98 -->\nName it."""\n');
    await untilMarks(document, (marks) => marks.some(({ message }) => message === 'There is no rule PT98.'));
    assert.deepEqual(markedTexts(document), ['undefined: PT98']);
  });

  it('a string of code that is not read says why', async () => {
    await open('shout.py', 'prompt = t"Shout {word}"\n');
    const told = await untilTold('shout.py');
    assert.deepEqual(
      told.map(({ message, severity, code }) => [message, severity, code]),
      [
        [
          'Not read as a prompt: a t-string is no string before the program renders it.',
          DiagnosticSeverity.Hint,
          'unread-string',
        ],
      ],
    );
  });

  it('while a long file is searched, what is typed into it is found as well', async () => {
    const lines = Array.from({ length: 9_000 }, (_, n) => `a${n} = [system(${n}), ${n}]`).join('\n');
    const document = await open('long.py', `${lines}\n`);
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, new Position(0, 0), 'prompt = t"Shout {word}"\n');
    await workspace.applyEdit(edit);
    const [told] = await untilTold('long.py');
    assert.equal(told?.range.start.line, 0);
  });
});
