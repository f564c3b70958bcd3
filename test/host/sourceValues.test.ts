import assert from 'node:assert/strict';
import { homedir } from 'node:os';
import { basename } from 'node:path';
import {
  ConfigurationTarget,
  commands,
  type Hover,
  Position,
  Selection,
  type TextDocument,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { askedBy, pressed } from '../support/hostAsks.ts';
import { untilLine } from '../support/hostHints.ts';
import { previewed } from '../support/hostPreview.ts';
import { call, inWorkspace, openEditor } from '../support/hostRuns.ts';
import { openAt, putCursor, sent, write } from '../support/hostSources.ts';
import { describeSources } from '../support/hostSuite.ts';

const folder = 'filled/deep';
const file = `${folder}/tide table.test.ts`;

/** What each variable stands for with the word `tide` of line 2 selected in that file, the prompt in view beside it. */
function filled(): Readonly<Record<string, string>> {
  const root = inWorkspace().fsPath;
  return {
    userHome: homedir(),
    workspaceFolder: root,
    'workspaceFolder:NAME': root,
    workspaceFolderBasename: basename(root),
    file: inWorkspace(file).fsPath,
    fileWorkspaceFolder: root,
    fileWorkspaceFolderBasename: basename(root),
    relativeFile: file,
    relativeFileDirname: folder,
    fileBasename: 'tide table.test.ts',
    fileBasenameNoExtension: 'tide table.test',
    fileExtname: '.ts',
    fileDirname: inWorkspace(folder).fsPath,
    fileDirnameBasename: 'deep',
    cwd: root,
    lineNumber: '2',
    columnNumber: '10',
    selectedText: 'tide',
    selection: 'tide',
    execPath: process.execPath,
    pathSeparator: '/',
    '/': '/',
    'env:PATH': process.env.PATH ?? '',
    'env:PROMPT_TUNER_NOT_THERE': 'asked',
    'config:editor.tabSize': String(workspace.getConfiguration('editor').get('tabSize')),
    'config:editor.none': 'asked',
    defaultBuildTask: 'asked',
    'command:workbench.action.closeAllEditors': 'asked',
  };
}

interface Hovered {
  readonly file: string;
  readonly text: string;
  /** The file beside it. */
  readonly beside?: string;
  /** What is pointed at. */
  readonly at: string;
  /** What was given when it ran before; absent where it never ran. */
  readonly given?: Readonly<Record<string, string>>;
  readonly picks?: readonly string[];
  readonly told: readonly string[];
}

const unset = '“place” has no value: it is asked for when the prompt runs.';
const hovers: Readonly<Record<string, Hovered>> = {
  'without a value': {
    file: 'unset.prompt.md',
    text: 'Praise {{place}}.\n',
    at: 'place',
    told: [unset],
  },
  'of an input': {
    file: 'input.prompt.md',
    text: 'Praise ${input:place:a place}.\n',
    at: 'input',
    given: { place: 'Wales' },
    told: ['As you gave it last:', 'Wales'],
  },
  'of an f-string': {
    file: 'string.py',
    text: "TRIP_PROMPT = f'Praise {place}.'\n",
    at: 'place',
    given: { place: 'Peru' },
    told: ['As you gave it last:', 'Peru'],
  },
  'of a format string': {
    file: 'format.py',
    text: "TRIP_PROMPT = 'Praise {place}.'.format(place=where)\n",
    at: 'place}',
    given: { place: 'Chile' },
    told: ['As you gave it last:', 'Chile'],
  },
  'of a template literal': {
    file: 'template.ts',
    text: 'const tripPrompt = `Praise ${place}.`;\n',
    at: 'place}',
    given: { place: 'Oslo\\n' },
    told: ['As you gave it last:', 'Oslo\\n'],
  },
  'from a value set': {
    file: 'set.prompt.md',
    text: 'Praise {{place}}.\n',
    beside: '{ "valueSets": [{ "name": "south", "values": { "place": "Crete" } }] }',
    at: 'place',
    given: {},
    picks: ['south'],
    told: ['From the value set “south”:', 'Crete'],
  },
  'from a sample of the prompt': {
    file: 'sample.prompty',
    text: '---\nsample:\n  place: Malta\n---\nuser:\nPraise {{place}}.\n',
    at: 'place}}',
    given: {},
    picks: ['sample'],
    told: ['From the value set “sample”:', 'Malta'],
  },
  'by default': {
    file: 'preset.prompty',
    text: '---\ninputs:\n  place: { default: Samos }\n---\nuser:\nPraise {{place}}.\n',
    at: 'place}}',
    told: ['The default of the prompt:', 'Samos'],
  },
  'that VS Code fills': {
    file: 'filled.prompt.md',
    text: 'Praise ${fileBasename}.\n',
    at: 'fileBasename',
    told: ['As VS Code fills it now:', 'filled.prompt.md'],
  },
  'that is secret by its name': {
    file: 'secret.prompt.md',
    text: 'Open with {{door_key}}.\n',
    at: 'door',
    given: { door_key: 'open-9' },
    told: ['As you gave it last:', '«door_key»'],
  },
  'that is secret by the file beside': {
    file: 'marked.prompt.md',
    text: 'Praise {{place}}.\n',
    beside: '{ "secrets": ["place"] }',
    at: 'place',
    given: { place: 'Capri' },
    told: ['As you gave it last:', '«place»'],
  },
};

/** What is told over a place of a document besides its language's own words, its lines without the marks of Markdown. */
async function told(document: TextDocument, at: Position): Promise<readonly string[]> {
  await untilLine({ document });
  const shown = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, at);
  return shown
    .flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value)))
    .filter((text) => !text.includes('```typescript'))
    .flatMap((text) => text.replaceAll('&nbsp;', ' ').split('\n'))
    .map((line) => line.replaceAll(/\\(?=[{}()_`])/g, ''))
    .filter((line) => line !== '' && !line.startsWith('```'));
}

/** Resolves with the tab that a value is written in, once it is open. */
function valueTab(): Promise<TextDocument> {
  return new Promise((resolve) => {
    const subscription = window.onDidChangeActiveTextEditor((editor) => {
      if (editor?.document.uri.scheme !== 'prompt-tuner-value') return;
      subscription.dispose();
      resolve(editor.document);
    });
  });
}

function savedOnce(tab: TextDocument): Promise<void> {
  return new Promise((resolve) => {
    const subscription = workspace.onDidSaveTextDocument((document) => {
      if (document !== tab) return;
      subscription.dispose();
      resolve();
    });
  });
}

async function type(document: TextDocument, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, new Position(0, 0), text);
  assert.ok(await workspace.applyEdit(edit));
}

describeSources('source values', { folder: 'filled' }, (simulator) => {
  it('every variable that VS Code documents is filled, or asked for where it has no value', async () => {
    const values = filled();
    const scope = workspace.workspaceFolders?.[0]?.name ?? '';
    const names = Object.keys(values).map((name) => name.replace('NAME', scope));
    await write('every.prompt.md', names.map((name) => `\${${name}}`).join('\n'));
    const editor = await openAt(file, 'let sea;\nlet the, tide;\n', 'tide');
    const prompt = await workspace.openTextDocument(inWorkspace('every.prompt.md'));
    await window.showTextDocument(prompt, { viewColumn: 2 });
    editor.selection = new Selection(1, 9, 1, 13);
    await window.showTextDocument(editor.document, { viewColumn: 1 });
    editor.selection = new Selection(1, 13, 1, 9);
    const boxes = Object.fromEntries(names.map((name) => [`“${name}”`, 'asked']));
    await askedBy(() => call('promptTuner.run', prompt.uri), { boxes });
    const [turn = ''] = sent(await simulator().waitFor('end', 1)).turns;
    const lines = turn.replace('user: ', '').split('\n');
    assert.deepEqual(
      Object.fromEntries(names.map((name, index) => [name, lines[index]])),
      Object.fromEntries(Object.values(values).map((value, index) => [names[index], value])),
    );
  });

  for (const [name, { file, text, beside, at, given, picks = [], told: expected }] of Object.entries(
    hovers,
  )) {
    it(`the hover tells a value ${name}`, async () => {
      if (beside !== undefined) await write(`${file}.tuner.json`, beside);
      const { document } = await openAt(file, text, 'Praise');
      if (given !== undefined) {
        putCursor(await openEditor(file), text.includes('Praise') ? 'Praise' : 'Open');
        await askedBy(() => call('promptTuner.run'), { boxes: given, picks });
        await simulator().waitFor('end', 1);
      }
      const offset = document.getText().lastIndexOf(at);
      assert.deepEqual(await told(document, document.positionAt(offset)), expected);
    });
  }

  it('what was given before is proposed, and stays where a later one is given up', async () => {
    const name = 'both.prompt.md';
    await write(name, 'From {{here}} to {{there}}.');
    const { document } = await openEditor(name);
    await askedBy(() => call('promptTuner.run'), { boxes: { '“here”': 'Rome', '“there”': 'Bari' } });
    await simulator().waitFor('end', 1);
    putCursor(await openEditor(name), 'From');
    await type(document, '{{greeting}} ');
    const { boxes } = await askedBy(() => call('promptTuner.run'), {
      boxes: { greeting: 'Ciao!', '“here”': 'Turin', '“there”': undefined },
    });
    assert.deepEqual(
      boxes.map(({ value }) => value),
      ['', 'Rome', 'Bari'],
    );
    await commands.executeCommand('undo');
    await call('promptTuner.run');
    assert.deepEqual(sent(await simulator().waitFor('end', 2)).turns, ['user: From Rome to Bari.']);
  });

  it('a tab for a value that is closed unsaved gives the run up', async () => {
    await write('closed.prompt.md', 'Sum up: {{letter}}');
    await openEditor('closed.prompt.md');
    const opened = valueTab();
    const asked = askedBy(() => call('promptTuner.run'), { boxes: { letter: pressed } });
    await type(await opened, 'Dear');
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await asked;
    assert.deepEqual(await simulator().requests(), []);
    assert.deepEqual((await previewed()).comments.slice(-1), ['“letter” has no value yet: Run asks for it.']);
  });

  it('a value of several lines is taken as it is by Enter, and comes back to its tab', async () => {
    const name = 'lines.prompt.md';
    await write(name, 'Sum up: {{letter}}');
    const { document } = await openEditor(name);
    const first = valueTab();
    const asked = askedBy(() => call('promptTuner.run'), { boxes: { letter: pressed } });
    const tab = await first;
    await type(tab, 'One\n{{two}}\n');
    await tab.save();
    await asked;
    await simulator().waitFor('end', 1);

    await openEditor(name);
    await type(document, '{{greeting}} ');
    const { boxes } = await askedBy(() => call('promptTuner.run'), { boxes: { greeting: 'Hi!' } });
    assert.deepEqual(
      boxes.map(({ value, placeholder }) => ({ value, placeholder })),
      [
        { value: '', placeholder: '' },
        { value: '', placeholder: 'Several lines: Enter takes them as they are, the pen opens them.' },
      ],
    );
    assert.deepEqual(sent(await simulator().waitFor('end', 2)).turns, ['user: Hi! Sum up: One\n{{two}}\n']);

    await openEditor(name);
    await type(document, '{{name}}: ');
    const second = valueTab();
    const again = askedBy(() => call('promptTuner.run'), { boxes: { name: 'Ada', letter: pressed } });
    const reopened = await second;
    assert.equal(reopened.getText(), 'One\n{{two}}\n');
    await type(reopened, 'Zero\n');
    await reopened.save();
    await again;
    assert.deepEqual(sent(await simulator().waitFor('end', 3)).turns, [
      'user: Ada: Hi! Sum up: Zero\nOne\n{{two}}\n',
    ]);
  });

  it('a value that VS Code saves by itself can be written on', async () => {
    await write('slow.prompt.md', 'Sum up: {{letter}}');
    await openEditor('slow.prompt.md');
    const files = workspace.getConfiguration('files');
    const opened = valueTab();
    const asked = askedBy(() => call('promptTuner.run'), { boxes: { letter: pressed } });
    const tab = await opened;
    try {
      await files.update('autoSave', 'afterDelay', ConfigurationTarget.Global);
      await files.update('autoSaveDelay', 1, ConfigurationTarget.Global);
      const saved = savedOnce(tab);
      await type(tab, 'Ada');
      await saved;
    } finally {
      await files.update('autoSave', undefined, ConfigurationTarget.Global);
      await files.update('autoSaveDelay', undefined, ConfigurationTarget.Global);
    }
    await type(tab, 'Dear ');
    await tab.save();
    await asked;
    assert.deepEqual(sent(await simulator().waitFor('end', 1)).turns, ['user: Sum up: Dear Ada']);
  });

  it('samples of a .prompty file are a value set', async () => {
    const samples = 'inputs:\n  guest: { sample: Bo }\n  room: { example: 12 }\nsample:\n  nights: [1, 2]\n';
    await write('stay.prompty', `---\n${samples}---\nuser:\n{{guest}} has {{room}} for {{nights}}.\n`);
    await openEditor('stay.prompty');
    const { picks, boxes } = await askedBy(() => call('promptTuner.run'), { picks: ['sample'] });
    assert.deepEqual({ picks, boxes }, { picks: [{ labels: ['sample', 'Enter Values…'] }], boxes: [] });
    assert.deepEqual(sent(await simulator().waitFor('end', 1)).turns, ['user: Bo has 12 for [1,2].']);
  });

  it('a value set that is given up before its last value fills nothing', async () => {
    const sets = [{ name: 'early', values: { guest: 'Bo' } }];
    await write('room.prompt.md.tuner.json', JSON.stringify({ valueSets: sets }));
    await write('room.prompt.md', 'Wake {{guest}} in {{room}}.');
    await openEditor('room.prompt.md');
    await askedBy(() => call('promptTuner.run'), { picks: ['early'], boxes: { room: undefined } });
    assert.deepEqual(
      (await previewed()).comments.filter((comment) => comment.endsWith('Run asks for it.')),
      ['guest', 'room'].map((name) => `“${name}” has no value yet: Run asks for it.`),
    );
  });

  it('a value set brings the test message of a system prompt, and asks for what it lacks', async () => {
    const sets = [{ name: 'late', values: { guest: 'Bo' }, testMessage: 'Is breakfast over?' }];
    await write('desk.instructions.md.tuner.json', JSON.stringify({ valueSets: sets }));
    await write('desk.instructions.md', 'Serve {{guest}} in {{room}}.');
    await openEditor('desk.instructions.md');
    const { boxes } = await askedBy(() => call('promptTuner.run'), {
      picks: ['late'],
      boxes: { room: '12' },
    });
    assert.deepEqual(
      boxes.map(({ prompt }) => prompt),
      ['Value of “room”. It is remembered for this prompt.'],
    );
    assert.deepEqual(sent(await simulator().waitFor('end', 1)), {
      system: 'Serve Bo in 12.',
      turns: ['user: Is breakfast over?'],
    });
  });
});
