import assert from 'node:assert/strict';
import {
  CodeActionKind,
  commands,
  type Diagnostic,
  EventEmitter,
  type FileChangeEvent,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  type Hover,
  languages,
  NotebookCellData,
  NotebookCellKind,
  NotebookData,
  type Position,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';
import { askedBy } from '../support/hostAsks.ts';
import { actionsIn, take, untilLine } from '../support/hostHints.ts';
import { previewed } from '../support/hostPreview.ts';
import { call, closeEditors, inWorkspace, openUntitled } from '../support/hostRuns.ts';
import { openAt, putCursor, type Sent, sent, write } from '../support/hostSources.ts';
import { describeSources } from '../support/hostSuite.ts';

interface Kind {
  readonly text: string;
  readonly words: string;
  readonly sent: Sent;
}

const matter = '---\ndescription: Calms\nmodel: Claude Haiku 4.5\n---\n';
const asSystem = {
  text: `${matter}Stay calm.\n`,
  words: 'Stay',
  sent: { system: 'Stay calm.\n', turns: ['user: Hi'] },
};
const kinds: Readonly<Record<string, Kind>> = {
  '.github/chatmodes/calm.chatmode.md': asSystem,
  '.github/agents/calm.agent.md': asSystem,
  'skills/calm/SKILL.md': {
    text: '---\nname: calm\ndescription: Calms\n---\n\nStay calm.\n',
    words: 'Stay',
    sent: { system: 'Stay calm.\n', turns: ['user: Hi'] },
  },
  '.claude/commands/calm.md': {
    text: '---\ndescription: Calms\nmodel: claude-haiku-4-5\n---\nCalm {{who}} down.\n',
    words: 'Calm {{',
    sent: { system: null, turns: ['user: Calm Ada down.\n'] },
  },
  'prompts.md': {
    text: '# Two\n\n```prompt one\nName a moor.\n```\n\nSome notes.\n\n~~~prompt two\nName a {{who}}.\n~~~\n',
    words: 'Name a {{',
    sent: { system: null, turns: ['user: Name a Ada.'] },
  },
};

/** A file system that nobody can write to, with these files. */
class ReadOnlyFiles implements FileSystemProvider {
  readonly onDidChangeFile = new EventEmitter<FileChangeEvent[]>().event;
  readonly #files: Readonly<Record<string, string>>;

  constructor(files: Readonly<Record<string, string>>) {
    this.#files = files;
  }

  readFile({ path }: Uri): Uint8Array {
    const text = this.#files[path];
    if (text === undefined) throw FileSystemError.FileNotFound(path);
    return new TextEncoder().encode(text);
  }

  stat(uri: Uri) {
    return { type: FileType.File, ctime: 0, mtime: 0, size: this.readFile(uri).byteLength };
  }

  watch() {
    return { dispose: () => {} };
  }

  readDirectory(): [string, FileType][] {
    return [];
  }

  createDirectory = refuse;
  writeFile = refuse;
  delete = refuse;
  rename = refuse;
}

function refuse(): never {
  throw FileSystemError.NoPermissions();
}

/** The editor of a cell once the cursor is in it. */
async function cellEditor(document: TextDocument): Promise<TextEditor> {
  const isShown = (editor: TextEditor | undefined) => editor?.document === document;
  const active = new Promise<void>((resolve) => {
    if (isShown(window.activeTextEditor)) return resolve();
    const subscription = window.onDidChangeActiveTextEditor((editor) => {
      if (!isShown(editor)) return;
      subscription.dispose();
      resolve();
    });
  });
  await commands.executeCommand('notebook.cell.edit');
  await active;
  const editor = window.activeTextEditor;
  assert.ok(editor !== undefined);
  return editor;
}

async function hoverAt(document: TextDocument, at: Position): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, at);
  const parts = hovers.flatMap(({ contents }) => contents);
  return parts
    .map((part) => (typeof part === 'string' ? part : part.value))
    .join('\n')
    .replaceAll('&nbsp;', ' ');
}

/** Resolves with what is told of the variables of a document, once it is. */
function untilMarked(uri: Uri): Promise<readonly Diagnostic[]> {
  const own = () => languages.getDiagnostics(uri).filter(({ source }) => source === 'Prompt Tuner: prompt');
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

describeSources('where prompts live', {}, (simulator) => {
  for (const [name, { text, words, sent: wanted }] of Object.entries(kinds)) {
    it(name, async () => {
      await openAt(name, text, words);
      await askedBy(() => call('promptTuner.run'), { boxes: { 'system prompt': 'Hi', who: 'Ada' } });
      assert.deepEqual(sent(await simulator().waitFor('end', 1)), wanted);
    });
  }

  it('an unsaved document, whose turns and variables are its own', async () => {
    await openUntitled(
      'prompty',
      '---\nmodel: claude-haiku-4-5\n---\nsystem:\nBe brief.\n\nuser:\nName a {{what}}.\n',
    );
    await askedBy(() => call('promptTuner.run'), { boxes: { what: 'cape' } });
    const request = await simulator().waitFor('end', 1);
    assert.deepEqual(sent(request), { system: 'Be brief.', turns: ['user: Name a cape.'] });
    assert.equal((request.body as { readonly model: string }).model, 'claude-haiku-4-5');
  });

  it('a read-only file of a virtual file system, with the file beside it', async () => {
    const files = {
      '/bays.prompt.md': 'Name a bay of {{where}}.\n',
      '/bays.prompt.md.tuner.json': JSON.stringify({
        parameters: { max_tokens: 44 },
        valueSets: [{ name: 'north', values: { where: 'Norway' } }],
      }),
    };
    const provider = workspace.registerFileSystemProvider('vscode-vfs', new ReadOnlyFiles(files), {
      isReadonly: true,
    });
    try {
      const uri = Uri.parse('vscode-vfs://remote/bays.prompt.md');
      const editor = await window.showTextDocument(await workspace.openTextDocument(uri));
      assert.deepEqual(await untilLine(editor), ['▷ Run', '≈ n tokens', 'Compare']);
      await askedBy(() => call('promptTuner.run'), { picks: ['north'] });
      const request = await simulator().waitFor('end', 1);
      assert.deepEqual(sent(request).turns, ['user: Name a bay of Norway.\n']);
      assert.equal((request.body as { readonly max_tokens: number }).max_tokens, 44);
    } finally {
      await closeEditors();
      provider.dispose();
    }
  });

  it('a cell of a notebook, by the line above its string', async () => {
    const cells = [
      new NotebookCellData(NotebookCellKind.Code, 'print("no prompt")', 'python'),
      new NotebookCellData(NotebookCellKind.Code, "CAPE_PROMPT = f'Name a cape of {where}.'", 'python'),
    ];
    const notebook = await workspace.openNotebookDocument('jupyter-notebook', new NotebookData(cells));
    await window.showNotebookDocument(notebook);
    const { document } = notebook.cellAt(1);
    assert.deepEqual(await untilLine({ document }), ['▷ Run', 'as user message', '≈ n tokens', 'Compare']);
    const target = { uri: document.uri, identity: 'CAPE_PROMPT' };
    await askedBy(() => call('promptTuner.run', target), { boxes: { where: 'Chile' } });
    assert.deepEqual(sent(await simulator().waitFor('end', 1)).turns, ['user: Name a cape of Chile.']);
  });

  it('a cell of a notebook file, by the key with the cursor in it, with hover, preview and the last value', async () => {
    const source = ['print("no prompt")\n', "BAY_PROMPT = f'Name a bay of {where}.'"];
    const cell = { cell_type: 'code', execution_count: null, metadata: {}, outputs: [], source };
    const file = { cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 2 };
    await write('bays.ipynb', JSON.stringify(file));
    const notebook = await workspace.openNotebookDocument(inWorkspace('bays.ipynb'));
    await window.showNotebookDocument(notebook);
    const { document } = notebook.cellAt(0);
    const editor = await cellEditor(document);
    putCursor(editor, 'Name a bay');
    await askedBy(() => call('promptTuner.run'), { boxes: { where: 'Kent' } });
    const request = await simulator().waitFor('end', 1);
    assert.deepEqual(sent(request).turns, ['user: Name a bay of Kent.']);

    const at = document.positionAt(document.getText().indexOf('where'));
    assert.match(await hoverAt(document, at), /As you gave it last:[\s\S]*Kent/);
    await window.showNotebookDocument(notebook);
    putCursor(await cellEditor(document), 'Name a bay');
    const { body } = await previewed();
    assert.equal(JSON.stringify(body), JSON.stringify(request.body));
  });

  it('a document that only a content provider has, with variables, hover, preview and the string of a program', async () => {
    const texts: Readonly<Record<string, string>> = {
      '/lakes.prompt.md': 'Name a lake of {{where}}.',
      '/lakes.py': "LAKE_PROMPT = f'Name a deep lake of {where}.'\n",
    };
    const provider = workspace.registerTextDocumentContentProvider('vscode-vfs', {
      provideTextDocumentContent: ({ path }) => texts[path],
    });
    try {
      for (const [index, path] of Object.keys(texts).entries()) {
        const document = await workspace.openTextDocument(Uri.parse(`vscode-vfs://content${path}`));
        const show = async () => putCursor(await window.showTextDocument(document, 1), 'Name');
        assert.ok((await untilLine(await show())).includes('▷ Run'));
        await askedBy(() => call('promptTuner.run'), { boxes: { where: 'Mali' } });
        const request = await simulator().waitFor('end', index + 1);
        assert.match(sent(request).turns.join(), /^user: Name a (?:deep )?lake of Mali\.$/);
        const at = document.positionAt(document.getText().indexOf('where'));
        assert.match(await hoverAt(document, at), /As you gave it last:[\s\S]*Mali/);
        await show();
        const { body } = await previewed();
        assert.equal(JSON.stringify(body), JSON.stringify(request.body));
      }
    } finally {
      await closeEditors();
      provider.dispose();
    }
  });

  it('a document of any other scheme, by command', async () => {
    const provider = workspace.registerTextDocumentContentProvider('atlas', {
      provideTextDocumentContent: () => 'Name a gulf of {{where}}.',
    });
    try {
      const document = await workspace.openTextDocument(Uri.parse('atlas:/gulfs.prompt.md'));
      await window.showTextDocument(document, 1);
      await askedBy(() => call('promptTuner.run'), { boxes: { where: 'Mexico' } });
      const request = await simulator().waitFor('end', 1);
      assert.deepEqual(sent(request).turns, ['user: Name a gulf of Mexico.']);
      await window.showTextDocument(document, 1);
      assert.equal(JSON.stringify((await previewed()).body), JSON.stringify(request.body));
    } finally {
      await closeEditors();
      provider.dispose();
    }
  });

  it('an unsaved document: a variable is marked, gets a value by the quick fix, and hover, run and preview have it', async () => {
    const { document } = await openUntitled('prompt', 'Name a cliff of {{where}}.');
    const [mark] = await untilMarked(document.uri);
    assert.equal(document.getText(mark?.range), '{{where}}');
    const [fix, ...others] = await actionsIn(document, CodeActionKind.QuickFix, mark?.range);
    assert.deepEqual([fix?.title, others], ['Enter a Value for “where”…', []]);
    assert.ok(fix);
    await askedBy(() => take(fix), { boxes: { where: 'Moher' } });
    assert.deepEqual(languages.getDiagnostics(document.uri), []);
    assert.deepEqual(await simulator().requests(), []);
    const { boxes } = await askedBy(() => call('promptTuner.run'));
    assert.deepEqual(boxes, []);
    const request = await simulator().waitFor('end', 1);
    const at = document.positionAt(document.getText().indexOf('where'));
    assert.match(await hoverAt(document, at), /As you gave it last:[\s\S]*Moher/);
    await window.showTextDocument(document, 1);
    assert.equal(JSON.stringify((await previewed()).body), JSON.stringify(request.body));
  });
});
