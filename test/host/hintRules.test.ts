import assert from 'node:assert/strict';
import { CodeActionKind, Range, type TextDocument, WorkspaceEdit, workspace } from 'vscode';
import type { RuleInfo } from '../../src/core/hints/rule.ts';
import { rules } from '../../src/core/hints/rules.ts';
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
        await setAlone(rule);
        await setModel(rule);
        const uri = inWorkspace(names[rule.examples.kind ?? 'prompt']);
        await workspace.fs.writeFile(uri, new Uint8Array());
        ({ document } = await openEditor(names[rule.examples.kind ?? 'prompt']));
      });

      for (const { before: text, after: fixed } of rule.examples.fixes) {
        it(`fixes ${JSON.stringify(text)}`, async () => {
          await write(document, text);
          for (let fixes = 0; fixes < 20; fixes++) {
            await looked(document);
            const [fix] = (await actionsIn(document, CodeActionKind.QuickFix)).filter(isFix);
            if (fix === undefined) break;
            await take(fix);
          }
          assert.equal(document.getText(), fixed);
        });
      }

      for (const text of rule.examples.flags) {
        it(`tells of ${JSON.stringify(text)}`, async () => {
          await write(document, text);
          assert.notDeepEqual(await looked(document), []);
          assert.ok(await isSilenceable(document, rule));
        });
      }

      for (const text of rule.examples.leaves) {
        it(`leaves ${JSON.stringify(text)}`, async () => {
          await write(document, text);
          assert.deepEqual(await looked(document), []);
          assert.deepEqual(markedTexts(document), []);
          assert.equal(await isSilenceable(document, rule), false);
        });
      }
    });
  }
});

// All other rules off, and a rule that is off by default on.
async function setAlone(rule: RuleInfo): Promise<void> {
  const others = rules.filter(({ id }) => id !== rule.id).map(({ id }) => [id, 'off'] as const);
  const own = rule.defaultOn ? [] : [[rule.id, rule.tier] as const];
  await setOwn('promptTuner.hints.rules', Object.fromEntries([...others, ...own]));
}

// A model of which nothing is known, unless the examples are for one of which something is.
async function setModel({ examples: { model } }: RuleInfo): Promise<void> {
  await setOwn('promptTuner.model', model?.literal === true ? 'claude-opus-4-7' : 'some-model');
  const thinking = model?.thinks == null ? undefined : model.thinks ? 'on' : 'off';
  await setOwn('promptTuner.thinking', thinking);
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

function isFix({ title, edit }: { readonly title: string; readonly edit?: unknown }): boolean {
  return edit !== undefined && !title.startsWith('Ignore ');
}

async function isSilenceable(document: TextDocument, { id }: RuleInfo): Promise<boolean> {
  const actions = await actionsIn(document, CodeActionKind.QuickFix);
  return actions.some(({ title }) => title === `Disable Rule ${id}`);
}
