import assert from 'node:assert/strict';
import { EndOfLine, type TextDocument, WorkspaceEdit, workspace } from 'vscode';
import { textSources } from '../../src/vscode/compare/earlierTexts.ts';
import { gitTexts } from '../../src/vscode/compare/gitTexts.ts';
import { textInVersion } from '../../src/vscode/compare/textInVersion.ts';
import { holdsPrompt } from '../../src/vscode/history/gitFacts.ts';
import type { HistoryAccess } from '../../src/vscode/history/historyAccess.ts';
import type { Prompt } from '../../src/vscode/prompt.ts';
import { joinSpans, keyOfSelection, promptOfDocument } from '../../src/vscode/promptSource.ts';
import { runPrompt } from '../../src/vscode/runPlan.ts';
import { partNamed } from '../../src/vscode/sources/promptParts.ts';
import { type Answers, askedBy } from '../support/hostAsks.ts';
import { closeEditors, inWorkspace } from '../support/hostRuns.ts';

async function write(name: string, text: string): Promise<TextDocument> {
  const uri = inWorkspace(name);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return await workspace.openTextDocument(uri);
}

function selections(document: TextDocument, ...words: readonly string[]): Prompt {
  const text = document.getText();
  const spans = words.map((each) => ({ start: text.indexOf(each), end: text.indexOf(each) + each.length }));
  const { uri } = document;
  const anchor = { kind: 'spans', spans } as const;
  return {
    key: keyOfSelection(uri),
    uri,
    title: 'selection',
    role: 'user',
    text: joinSpans(text, spans),
    anchor,
  };
}

async function part(document: TextDocument, identity: string): Promise<Prompt> {
  const found = await partNamed(document, identity);
  assert.ok(found);
  return found;
}

interface Found {
  readonly text: string | undefined;
  /** The labels of what the person had to pick from. */
  readonly asked: readonly (readonly string[])[];
}

async function found(prompt: Prompt, version: string, answers: Answers = {}): Promise<Found> {
  let text: string | undefined;
  const { picks } = await askedBy(async () => {
    text = (await textInVersion(prompt, version, 'HEAD'))?.text;
  }, answers);
  return { text, asked: picks.map(({ labels }) => labels) };
}

const python = (name: string, text: string) =>
  `import os\n\n${name} = "${text}"\nOTHER_PROMPT = "Be kind."\n`;
const notes = (middle: string) => `# Rivers\n\nNotes for us.\n\n${middle}\n\nMore notes.\n`;

describe('a prompt in another version of its file', () => {
  afterEach(() => closeEditors());

  it('is the body of the document, whatever its line ends are', async () => {
    const document = await write('w1.prompt.md', 'Name a river.\r\nSay why.\r\n');
    assert.equal(document.eol, EndOfLine.CRLF);
    assert.deepEqual(
      await found(promptOfDocument(document), '---\nmodel: x\n---\nName a lake.\nSay why.\n'),
      {
        text: 'Name a lake.\r\nSay why.\r\n',
        asked: [],
      },
    );
  });

  it('is the string in code that goes by the same name', async () => {
    const document = await write('w2.py', python('RIVER_PROMPT', 'Name a river.'));
    const version = `x = 1\n\n\n${python('RIVER_PROMPT', 'Name \\"three\\" rivers.')}`;
    assert.deepEqual(await found(await part(document, 'RIVER_PROMPT'), version), {
      text: 'Name "three" rivers.',
      asked: [],
    });
  });

  it('is picked where no string goes by its name', async () => {
    const prompt = await part(await write('w3.py', python('RIVER_PROMPT', 'Name a river.')), 'RIVER_PROMPT');
    const version = python('LAKE_PROMPT', 'Name a lake.');
    assert.deepEqual(await found(prompt, version, { picks: ['LAKE_PROMPT'] }), {
      text: 'Name a lake.',
      asked: [['LAKE_PROMPT', 'OTHER_PROMPT']],
    });
    assert.equal((await found(prompt, version)).text, undefined);
    await assert.rejects(found(prompt, 'import os\n'), /^UserError: No prompt was found in HEAD/);
  });

  it('is the fenced block of the same name', async () => {
    const fence = (text: string) => `# Notes\n\n\`\`\`prompt rivers\n${text}\n\`\`\`\n`;
    const document = await write('w4.md', fence('Name a river.'));
    const { prompts } = await (await import('../../src/vscode/sources/foundIn.ts')).foundIn(document);
    const prompt = await part(document, prompts[0]?.identity ?? '');
    assert.equal((await found(prompt, `Before.\n\n${fence('Name three.')}`)).text?.trim(), 'Name three.');
  });

  it('is what stands where the selection stands now', async () => {
    const document = await write('w5.md', notes('Name a river.'));
    const prompt = selections(document, 'Name a river.');
    assert.deepEqual(await found(prompt, `Before.\n\n${notes('Name three rivers.\nSay why.')}`), {
      text: 'Name three rivers.\nSay why.',
      asked: [],
    });
  });

  it('is each of several selections', async () => {
    const document = await write('w6.md', notes('Name a river.\n\nNot this.\n\nSay why.'));
    const prompt = selections(document, 'Name a river.', 'Say why.');
    const version = notes('Name a lake.\n\nNot this.\n\nSay why it is one.');
    assert.equal((await found(prompt, version)).text, 'Name a lake.\n\nSay why it is one.');
  });

  it('is picked from the paragraphs where the selection and what surrounds it changed', async () => {
    const document = await write('w7.md', notes('Name a river.'));
    const prompt = selections(document, 'Name a river.');
    const version = 'Lakes\n\nTell of one lake.\n';
    assert.deepEqual(await found(prompt, version, { picks: ['Tell of one lake.'] }), {
      text: 'Tell of one lake.',
      asked: [['Lakes', 'Tell of one lake.']],
    });
    assert.equal((await found(prompt, version)).text, undefined);
  });

  it('is found from the text as it is edited, saved or not', async () => {
    const document = await write('w8.md', notes('Name a river.'));
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(0), 'Unsaved.\n\n');
    await workspace.applyEdit(edit);
    const prompt = selections(document, 'Name a river.');
    assert.equal((await found(prompt, notes('Name a lake.'))).text, 'Name a lake.');
  });

  it('is not looked for in the file of a notebook, which is no text of its cells', async () => {
    const document = await write('w10.prompt.md', 'Hi\n');
    const uri = document.uri.with({ scheme: 'vscode-notebook-cell', fragment: 'c1' });
    const sources = await textSources({ ...promptOfDocument(document), uri }, {
      exists: false,
    } as HistoryAccess);
    assert.deepEqual(
      sources.map(({ label }) => label),
      ['Another File…'],
    );
  });

  it('can’t be had without git, which is said before and after it is chosen', async () => {
    const [head, ...others] = await gitTexts(promptOfDocument(await write('w9.prompt.md', 'Hi\n')));
    const reason = 'This file is in no git repository that VS Code knows.';
    assert.deepEqual([head?.label, head?.description, others], ['HEAD', reason, []]);
    await assert.rejects(async () => await head?.read(), {
      name: 'UserError',
      message: `${reason} Commit it, or take Another File… or an Earlier Version….`,
    });
  });
});

describe('a version of a file holds a prompt as it was run', () => {
  afterEach(() => closeEditors());

  const written = python('RIVER_PROMPT', 'Name \\"three\\" rivers.\\nSay why.');
  const versions: Readonly<Record<string, readonly [version: string, holds: boolean]>> = {
    'a string in code: written alike': [written, true],
    'a string in code: written otherwise': [
      `\n${python('RIVER_PROMPT', 'Name \\x22three\\x22 rivers.\\nSay why.')}`,
      true,
    ],
    'a string in code: with more behind it': [written.replace('why.', 'why. Be brief.'), false],
    'a string in code: under another name': [written.replace('RIVER_', 'LAKE_'), false],
  };
  for (const [what, [version, holds]] of Object.entries(versions)) {
    it(what, async () => {
      const document = await write('h1.py', written);
      const { text, place } = runPrompt(await part(document, 'RIVER_PROMPT'));
      assert.equal(text, 'Name "three" rivers.\nSay why.');
      assert.equal(await holdsPrompt(version, { text, place }, document.uri), holds);
    });
  }

  it('a document: its body, whatever its line ends are', async () => {
    const document = await write('h2.prompt.md', '---\nmodel: x\n---\nName a river.\r\nSay why.\r\n');
    const prompt = runPrompt(promptOfDocument(document));
    const { uri } = document;
    assert.equal(await holdsPrompt('---\nmodel: y\n---\nName a river.\nSay why.\n', prompt, uri), true);
    assert.equal(await holdsPrompt('Name a river.\nSay why. Be brief.\n', prompt, uri), false);
  });

  it('a selection: wherever it stands', async () => {
    const document = await write('h3.md', notes('Name a river.'));
    const prompt = runPrompt(selections(document, 'Name a river.'));
    assert.equal(await holdsPrompt('Lakes.\nName a river. Say why.', prompt, document.uri), true);
    assert.equal(await holdsPrompt('Lakes.\nName a lake.', prompt, document.uri), false);
  });
});
