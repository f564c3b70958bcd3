import '../../support/vscodeWords.ts';
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LogOutputChannel, TextDocument } from 'vscode';
import type { EffectiveParameters } from '../../../src/vscode/effectiveParameters.ts';
import type { TokenEstimates } from '../../../src/vscode/tokenEstimates.ts';

const { window } = await import('vscode');
const { PromptEstimates } = await import('../../../src/vscode/promptEstimates.ts');

const never = () => ({ dispose() {} });
/** Every character is a token. */
const estimates = {
  onDidLearn: never,
  ofPrompt: async (text: string) => text.length,
  ofText: async (text: string) => text.length,
} as unknown as TokenEstimates;
const effective = {
  onDidChange: never,
  of: () => ({ parameters: { model: { value: 'claude-haiku-5-5' } } }),
} as unknown as EffectiveParameters;

function documentOf(path: string, languageId: string): TextDocument {
  const uri = { scheme: 'untitled', path, toString: () => `untitled:${path}` };
  const getText = (selected?: { readonly text: string }) => selected?.text ?? 'Name a lake.';
  return { uri, languageId, getText } as unknown as TextDocument;
}

/** An editor of a document, with this text of it selected. */
function editorOf(document: TextDocument, text: string) {
  return { document, selections: [{ isEmpty: text === '', text }] };
}

interface Case {
  /** What is selected in each editor of the document, from the first group on. */
  readonly selected: readonly string[];
  /** Which of them has the cursor; null where none does. */
  readonly active: number | null;
  readonly selection: number | null;
}

const cases: Readonly<Record<string, Case>> = {
  'the one editor': { selected: ['lake'], active: 0, selection: 4 },
  'the first of two, which has the cursor': { selected: ['lake', ''], active: 0, selection: 4 },
  'the second of two, which has the cursor': { selected: ['lake', 'a'], active: 1, selection: 1 },
  'the last one where none has the cursor': { selected: ['', 'a'], active: null, selection: 1 },
};

for (const [path, language] of [
  ['lake.prompt.md', 'prompt'],
  ['lake.py', 'python'],
] as const) {
  suite(`of a document in several groups, ${language}, the selection counts that stands in`, () => {
    for (const [name, { selected, active, selection }] of Object.entries(cases)) {
      test(name, async () => {
        const document = documentOf(path, language);
        const editors = selected.map((text) => editorOf(document, text));
        const activeTextEditor = active === null ? undefined : editors[active];
        Object.assign(window, { visibleTextEditors: editors, activeTextEditor });
        const shown = new PromptEstimates(estimates, effective, {} as LogOutputChannel);
        await new Promise<void>((resolve) => shown.onDidChange(resolve));
        await nextTurn();
        assert.deepEqual(shown.shown(document), { document: language === 'prompt' ? 12 : 0, selection });
        shown.dispose();
      });
    }
  });
}
