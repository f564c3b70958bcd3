import assert from 'node:assert/strict';
import {
  EventEmitter,
  type FileChangeEvent,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  NotebookCellData,
  NotebookCellKind,
  NotebookData,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { Simulator } from '../simulator/client.ts';
import { askedBy } from '../support/hostAsks.ts';
import { untilLine } from '../support/hostHints.ts';
import {
  call,
  closeEditors,
  endSimulation,
  inWorkspace,
  openUntitled,
  setOwn,
  simulateInHost,
} from '../support/hostRuns.ts';
import { openAt, type Sent, sent } from '../support/hostSources.ts';

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

describe('where prompts live', () => {
  let simulator: Simulator;
  before(async () => {
    simulator = await simulateInHost();
    await setOwn('promptTuner.hints.enable', false);
  });
  beforeEach(() => simulator.clear());
  afterEach(() => closeEditors());
  after(async () => {
    for (const name of Object.keys(kinds)) await workspace.fs.delete(inWorkspace(name));
    await setOwn('promptTuner.hints.enable', undefined);
    await endSimulation(simulator);
  });

  for (const [name, { text, words, sent: wanted }] of Object.entries(kinds)) {
    it(name, async () => {
      await openAt(name, text, words);
      await askedBy(() => call('promptTuner.run'), { boxes: { 'system prompt': 'Hi', who: 'Ada' } });
      assert.deepEqual(sent(await simulator.waitFor('end', 1)), wanted);
    });
  }

  it('an unsaved document, whose turns and variables are its own', async () => {
    await openUntitled(
      'prompty',
      '---\nmodel: claude-haiku-4-5\n---\nsystem:\nBe brief.\n\nuser:\nName a {{what}}.\n',
    );
    await askedBy(() => call('promptTuner.run'), { boxes: { what: 'cape' } });
    const request = await simulator.waitFor('end', 1);
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
      const request = await simulator.waitFor('end', 1);
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
    assert.deepEqual(sent(await simulator.waitFor('end', 1)).turns, ['user: Name a cape of Chile.']);
  });
});
