import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { type CodeAction, CodeActionKind, Range, type TextDocument, WorkspaceEdit, workspace } from 'vscode';
import { loadTokenizer } from '../../src/adapters/tokenizer/tokenizer.ts';
import { documentedRules as rules } from '../../src/core/hints/documentedRules.ts';
import { fixAll } from '../../src/core/hints/fixAll.ts';
import type { DocumentedRule } from '../../src/core/hints/rule.ts';
import type { PromptKind } from '../../src/core/prompt/promptDocument.ts';
import { actionsIn, looked, markedTexts, take } from '../support/hostHints.ts';
import { closeEditors, inWorkspace, openEditor, setOwn } from '../support/hostRuns.ts';

// Names under which documents of each kind are found.
const names: Readonly<Record<PromptKind, string>> = {
  prompt: 'rules.prompt.md',
  instructions: 'rules.instructions.md',
  agent: 'rules.agent.md',
  skill: 'rules/SKILL.md',
  'claude-md': 'rules/CLAUDE.md',
  prompty: 'rules.prompty',
  markdown: 'rules.md',
  text: 'rules.txt',
  code: 'rules.py',
};

/** The examples of all rules, each through the marks and the quick fixes of a real editor. */
describe('rules in the editor', () => {
  before(() => setOwn('promptTuner.hints.languages', ['markdown', 'plaintext']));
  after(async () => {
    await setOwn('promptTuner.hints.languages', undefined);
    await setOwn('promptTuner.hints.rules', undefined);
    await setOwn('promptTuner.model', undefined);
    await setOwn('promptTuner.thinking', undefined);
    await closeEditors();
    for (const name of Object.values(names))
      await workspace.fs.delete(inWorkspace(name)).then(undefined, () => {});
  });

  for (const rule of rules) {
    describe(rule.id, () => {
      let document: TextDocument;
      before(async () => {
        await setOwn('promptTuner.hints.rules', aloneOf(rule));
        await setModel(rule);
        const uri = inWorkspace(names[rule.examples.kind ?? 'prompt']);
        await workspace.fs.writeFile(uri, new Uint8Array());
        ({ document } = await openEditor(names[rule.examples.kind ?? 'prompt']));
      });

      for (const { before: text } of rule.examples.fixes) {
        it(`fixes ${JSON.stringify(text)}`, async () => {
          await untilAlone(rule);
          await write(document, text);
          for (let round = 0; round < 8; round++) {
            await looked(document);
            const fixes = (await actionsIn(document, CodeActionKind.QuickFix)).filter(isFix);
            if (fixes.length === 0) break;
            await take({ title: 'all', edit: together(fixes) });
          }
          assert.equal(document.getText(), await fixedByCore(rule, text));
        });
      }

      for (const text of rule.examples.flags) {
        it(`tells of ${JSON.stringify(text)}`, async () => {
          await untilAlone(rule);
          await write(document, text);
          await looked(document);
          assert.ok(await isSilenceable(document, rule));
        });
      }

      for (const text of rule.examples.leaves) {
        it(`leaves ${JSON.stringify(text)}`, async () => {
          await untilAlone(rule);
          await write(document, text);
          await looked(document);
          assert.deepEqual(markedTexts(document), []);
          assert.equal(await isSilenceable(document, rule), false);
        });
      }
    });
  }
});

// All other rules off, and this one as far as it goes.
function aloneOf(rule: DocumentedRule): Readonly<Record<string, string>> {
  return Object.fromEntries(rules.map(({ id }) => [id, id === rule.id ? rule.tier : 'off']));
}

// VS Code reads the settings once more when it notices that their file changed, and may find it half written then.
function untilAlone(rule: DocumentedRule): Promise<void> {
  const isAlone = () =>
    isDeepStrictEqual(workspace.getConfiguration().get('promptTuner.hints.rules'), aloneOf(rule));
  return new Promise((resolve) => {
    const look = () => {
      if (!isAlone()) return;
      subscription.dispose();
      resolve();
    };
    const subscription = workspace.onDidChangeConfiguration(look);
    look();
  });
}

// A model of which nothing is known, unless the examples are for one of which something is.
async function setModel({ examples: { model } }: DocumentedRule): Promise<void> {
  await setOwn('promptTuner.model', model?.literal === true ? 'claude-opus-4-7' : 'some-model');
  // Whether a known model thinks is always known.
  const thinking = model === undefined ? undefined : model.thinks === false ? 'off' : 'on';
  await setOwn('promptTuner.thinking', thinking);
}

// What a person sees counts every saving, so an edit that saves nothing is not offered.
async function fixedByCore({ id, tier, examples }: DocumentedRule, text: string): Promise<string> {
  const { kind = 'prompt', model = { thinks: null, literal: false } } = examples;
  const { count } = await loadTokenizer();
  const others = rules.map((rule) => [rule.id, rule.id === id ? tier : 'off'] as const);
  const options = { kind, model, rules: Object.fromEntries(others), count };
  return fixAll(text, options, 'suggestion').text;
}

async function write(document: TextDocument, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.replace(
    document.uri,
    new Range(document.positionAt(0), document.positionAt(Number.MAX_SAFE_INTEGER)),
    text,
  );
  await workspace.applyEdit(edit);
}

function together(actions: readonly CodeAction[]): WorkspaceEdit {
  const all = new WorkspaceEdit();
  for (const [uri, edits] of actions.flatMap(({ edit }) => edit?.entries() ?? [])) {
    for (const { range, newText } of edits) all.replace(uri, range, newText);
  }
  return all;
}

function isFix({ title, edit }: { readonly title: string; readonly edit?: unknown }): boolean {
  return edit !== undefined && !title.startsWith('Ignore ');
}

async function isSilenceable(document: TextDocument, { id }: DocumentedRule): Promise<boolean> {
  const actions = await actionsIn(document, CodeActionKind.QuickFix);
  return actions.some(({ title }) => title === `Disable Rule ${id}`);
}
