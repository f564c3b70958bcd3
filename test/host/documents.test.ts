import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { type CodeLens, commands, Selection, type TextEditor, Uri, window, workspace } from 'vscode';
import type { Simulator } from '../simulator/client.ts';
import type { RecordedRequest } from '../simulator/record.ts';
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
import { spyStatusBar } from '../support/hostWindow.ts';

const statusBar = spyStatusBar();

const counted = /≈ [\d,]+$/;
const notCounted = /^[^≈]*$/;

/** The line above a prompt once it has so many parts: what stands in a document is found after it was opened. */
async function lineOfLength(editor: TextEditor, parts: number): Promise<readonly string[]> {
  const end = performance.now() + 10_000;
  for (;;) {
    const line = await lineAbove(editor);
    if (line.length === parts || performance.now() > end) return line;
    await setTimeout(50);
  }
}

// The line above the prompt, its number replaced by n.
async function lineAbove({ document }: TextEditor): Promise<readonly string[]> {
  const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
  const own = lenses.filter(({ command }) => command?.command.startsWith('promptTuner.'));
  return own.map(({ command }) => command?.title.replace(/[\d,]+/, 'n') ?? '');
}

function sentWords({ body }: RecordedRequest): string {
  const { messages } = body as { messages: readonly { content: readonly { text: string }[] }[] };
  return messages.flatMap(({ content }) => content.map(({ text }) => text)).join('|');
}

interface Expected {
  readonly language: string;
  readonly line: readonly string[];
  /** Whether the status bar counts it. */
  readonly counts: boolean;
}

const prompt = { line: ['▷ Run', '≈ n tokens', 'Compare'], counts: true };
const instructions = { line: ['≈ n tokens'], counts: true };
/** Notes around a prompt in a fence. */
const notes = { line: ['▷ Run', 'as user message', '≈ n tokens', 'Compare'], counts: true };
/** A system prompt in a string, and a call that passes another string. */
const code = {
  line: [
    ...['▷ Run', 'as system prompt', '≈ n tokens', 'Compare'],
    ...['▷ Run This Call', 'as user message', '≈ n tokens', 'Compare'],
  ],
  counts: false,
};
const kinds: Readonly<Record<string, Expected>> = {
  'triage.prompt.md': { language: 'prompt', ...prompt },
  'speech.prompt.txt': { language: 'prompt', ...prompt },
  'summary.prompty': { language: 'prompty', ...prompt },
  '.claude/commands/explain.md': { language: 'markdown', ...prompt },
  'CLAUDE.md': { language: 'markdown', ...instructions },
  'skills/release-check/SKILL.md': { language: 'skill', ...instructions },
  'tone.instructions.md': { language: 'instructions', ...instructions },
  'reviewer.agent.md': { language: 'chatagent', ...instructions },
  'notes.md': { language: 'markdown', ...notes },
  'greet.py': { language: 'python', ...code },
  'classify.ts': { language: 'typescript', ...code },
};
const written = [
  'speech.prompt.txt',
  '.claude/commands/explain.md',
  'tone.instructions.md',
  'reviewer.agent.md',
];

describe('documents', () => {
  let simulator: Simulator;
  before(async () => {
    simulator = await simulateInHost();
    // They would come into the line at their own time.
    await setOwn('promptTuner.hints.enable', false);
    const words = new TextEncoder().encode('Explain the tides to a child.\n');
    for (const name of written) await workspace.fs.writeFile(inWorkspace(name), words);
  });
  beforeEach(async () => {
    await closeEditors();
    await statusBar.until(notCounted);
    await simulator.clear();
  });
  after(async () => {
    await closeEditors();
    for (const name of written) await workspace.fs.delete(inWorkspace(name));
    await setOwn('promptTuner.hints.enable', undefined);
    await endSimulation(simulator);
  });

  for (const [name, expected] of Object.entries(kinds)) {
    it(`${name} is ${expected.language}: ${expected.line.join(' · ') || 'no line above it'}`, async () => {
      const editor = await openEditor(name);
      await statusBar.until(expected.counts ? counted : notCounted);
      const line = await lineOfLength(editor, expected.line.length);
      const counts = counted.test(statusBar.text());
      assert.deepEqual({ language: editor.document.languageId, line, counts }, expected);
    });
  }

  it('without the setting there is no line above a prompt', async () => {
    const editor = await openEditor('triage.prompt.md');
    assert.deepEqual(await lineOfLength(editor, prompt.line.length), prompt.line);
    await setOwn('promptTuner.codeLens', false);
    try {
      assert.deepEqual(await lineAbove(editor), []);
    } finally {
      await setOwn('promptTuner.codeLens', undefined);
    }
    assert.deepEqual(await lineOfLength(editor, prompt.line.length), prompt.line);
  });

  it('a selection in code is counted for as long as it lasts', async () => {
    const editor = await openEditor('greet.py');
    editor.selection = new Selection(5, 0, 17, 0);
    await statusBar.until(counted);
    editor.selection = new Selection(0, 0, 0, 0);
    await statusBar.until(notCounted);
  });

  it('an unsaved prompt is counted and run', async () => {
    const editor = await openUntitled('prompt', 'Name a river of Asia.');
    await statusBar.until(counted);
    assert.deepEqual(await lineAbove(editor), prompt.line);
    await call('promptTuner.run');
    assert.equal(sentWords(await simulator.waitFor('end', 1)), 'Name a river of Asia.');
    await statusBar.until(/^TTFT [\d.]+ m?s · ≈ \d+$/);
  });

  it('a prompt of a virtual file system is counted and run', async () => {
    const provider = workspace.registerTextDocumentContentProvider('vscode-vfs', {
      provideTextDocumentContent: () => 'Name a lake of Africa.',
    });
    try {
      const uri = Uri.parse('vscode-vfs://remote/lakes.prompt.md');
      const editor = await window.showTextDocument(await workspace.openTextDocument(uri));
      await statusBar.until(counted);
      assert.deepEqual(await lineAbove(editor), prompt.line);
      await call('promptTuner.run');
      assert.equal(sentWords(await simulator.waitFor('end', 1)), 'Name a lake of Africa.');
    } finally {
      provider.dispose();
    }
  });

  it('the line above a prompt runs that prompt, whatever has the focus', async () => {
    await openEditor('greet.py');
    await call('promptTuner.run', inWorkspace('speech.prompt.txt'));
    assert.equal(sentWords(await simulator.waitFor('end', 1)), 'Explain the tides to a child.\n');
  });
});
