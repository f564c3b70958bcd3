import assert from 'node:assert/strict';
import {
  CodeActionKind,
  commands,
  DiagnosticSeverity,
  DiagnosticTag,
  type Hover,
  NotebookCellData,
  NotebookCellKind,
  NotebookData,
  Position,
  Range,
  Selection,
  TabInputTextDiff,
  type TextDocument,
  type TextEditor,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { Simulator } from '../simulator/client.ts';
import { askedBy } from '../support/hostAsks.ts';
import {
  actionsIn,
  lineOver,
  listedBy,
  looked,
  markedTexts,
  marksOf,
  take,
  untilActions,
  untilLine,
  untilMarks,
} from '../support/hostHints.ts';
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
import { messagesOf } from '../support/hostWindow.ts';

const wordy = 'Read the letter in order to answer it in two sentences.\n';
const short = 'Read the letter to answer it in two sentences.\n';
const fixAllKind = CodeActionKind.SourceFixAll.append('promptTuner');
const some = (marks: readonly unknown[]) => marks.length > 0;
const none = (marks: readonly unknown[]) => marks.length === 0;

const onSave: Readonly<Record<string, string>> = {
  'source.fixAll.promptTuner': short,
  'source.fixAll': wordy,
};

async function openWritten(name: string, text: string): Promise<TextEditor> {
  await workspace.fs.writeFile(inWorkspace(name), new TextEncoder().encode(text));
  return await openEditor(name);
}

async function insert(document: TextDocument, offset: number, text: string): Promise<void> {
  const editor = window.visibleTextEditors.find((shown) => shown.document === document);
  assert.ok(await editor?.edit((edit) => edit.insert(document.positionAt(offset), text)));
}

function untilText(document: TextDocument, expected: string): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (document.getText() !== expected) return;
      subscription.dispose();
      resolve();
    };
    const subscription = workspace.onDidChangeTextDocument(look);
    look();
  });
}

/** What a hover over the first mark of a document says, once there is one. */
async function hoverOverFirst(document: TextDocument): Promise<string> {
  await untilMarks(document, some);
  const [mark] = marksOf(document);
  const hovers = await commands.executeCommand<Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    mark?.range.start,
  );
  return hovers
    .flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value)))
    .join('\n');
}

/** The texts of the active prompt with fixes that Compare offers. */
async function fixedTextsInCompare(): Promise<readonly string[]> {
  const { picks } = await askedBy(() => call('promptTuner.compare'));
  return picks.flatMap(({ labels }) => labels).filter((label) => label.startsWith('With '));
}

describe('hints', () => {
  let simulator: Simulator;
  before(async () => {
    simulator = await simulateInHost();
  });
  beforeEach(() => simulator.clear());
  afterEach(async () => {
    for (const id of ['enable', 'severity', 'maximum', 'rules', 'languages'] as const) {
      await setOwn(`promptTuner.hints.${id}`, undefined);
    }
    await closeEditors();
  });
  after(() => endSimulation(simulator));

  describe('marks', () => {
    it('are quiet, faded where words go, and lead to the rule’s page', async () => {
      const { document } = await openUntitled('prompt', wordy);
      await untilMarks(document, some);
      const [mark, ...others] = marksOf(document);
      assert.deepEqual(others, []);
      assert.equal(document.getText(mark?.range), 'in order');
      assert.equal(mark?.severity, DiagnosticSeverity.Hint);
      assert.deepEqual(mark?.tags, [DiagnosticTag.Unnecessary]);
      assert.match(mark?.message ?? '', /: “in order” can go \(≈ −\d tokens?\)\.$/);
      const code = mark?.code;
      assert.ok(typeof code === 'object' && code.value === 'PT01');
      const page = await workspace.fs.readFile(code.target);
      assert.match(new TextDecoder().decode(page), /PT01/);
    });

    it('stand in the Problems view where the person wants them there', async () => {
      await setOwn('promptTuner.hints.severity', 'information');
      const { document } = await openUntitled('prompt', wordy);
      await untilMarks(document, some);
      assert.deepEqual(
        marksOf(document).map(({ severity }) => severity),
        [DiagnosticSeverity.Information],
      );
    });

    it('are at most as many as the person wants; all are counted over the prompt', async () => {
      await setOwn('promptTuner.hints.maximum', 2);
      const { document } = await openUntitled('prompt', wordy.repeat(5));
      await untilMarks(document, some);
      assert.equal(marksOf(document).length, 2);
      const [, , hints = '', ...rest] = await lineOver(document);
      assert.match(hints, /^\d+ hints \(≈ −\d+\)$/);
      assert.ok(Number.parseInt(hints, 10) >= 5, hints);
      assert.deepEqual(rest, ['Compare']);
    });

    it('go from documents behind others too where hints are turned off', async () => {
      const { document } = await openWritten('behind.prompt.md', wordy);
      await untilMarks(document, some);
      await openUntitled('plaintext', '');
      await setOwn('promptTuner.hints.enable', false);
      await untilMarks(document, none);
    });

    it('go where hints are turned off, and come back', async () => {
      const { document } = await openUntitled('prompt', wordy);
      await untilMarks(document, some);
      await setOwn('promptTuner.hints.enable', false);
      await untilMarks(document, none);
      assert.deepEqual(await untilLine({ document }), ['▷ Run', '≈ n tokens', 'Compare']);
      await setOwn('promptTuner.hints.enable', true);
      await untilMarks(document, some);
    });

    it('follow the text, and are gone with what they marked', async () => {
      const { document } = await openUntitled('prompt', wordy);
      await untilMarks(document, some);
      await insert(document, 0, 'Use this in order to learn. ');
      await untilMarks(document, (marks) => marks.length === 2);
      assert.deepEqual(markedTexts(document), ['PT01: in order', 'PT01: in order']);
    });

    it('tell of a comment that names a rule which does not exist', async () => {
      const text = '<!-- prompt-tuner-disable PT99, PT22 -->\nRead the letter.\n';
      const { document } = await openUntitled('prompt', text);
      await untilMarks(document, some);
      assert.deepEqual(
        marksOf(document).map(({ message, range }) => [message, document.getText(range)]),
        [['There is no rule PT99.', 'PT99']],
      );
    });

    for (const language of ['instructions', 'chatagent', 'skill', 'prompty']) {
      it(`stand in unsaved documents of ${language}`, async () => {
        const { document } = await openUntitled(language, wordy);
        await untilMarks(document, some);
        assert.deepEqual(markedTexts(document), ['PT01: in order']);
      });
    }

    it('stand in plain text only of languages that the person names', async () => {
      const { document } = await openUntitled('markdown', wordy);
      const { document: beside } = await openWritten('barrier.prompt.md', wordy);
      await untilMarks(beside, some);
      assert.deepEqual(marksOf(document), []);
      await setOwn('promptTuner.hints.languages', ['markdown']);
      await window.showTextDocument(document);
      await untilMarks(document, some);
      assert.deepEqual(markedTexts(document), ['PT01: in order']);
    });

    it('are told why on hover', async () => {
      const { document } = await openUntitled('prompt', wordy);
      const text = await hoverOverFirst(document);
      assert.match(text, /“in order to” → “to”: ≈ −\d tokens?, estimated for claude/);
      assert.match(text, /Evidence: /);
      assert.doesNotMatch(text, /command:/);
    });

    it('lead from a suggestion to Compare, which has the prompt with all of them', async () => {
      const { document } = await openWritten('nouns.prompt.md', 'Provide a summary of how rivers end.\n');
      assert.match(
        await hoverOverFirst(document),
        /\[Compare with and without suggestions…\]\(command:promptTuner\.compare\)/,
      );
      assert.deepEqual(await fixedTextsInCompare(), ['With All Suggestions Applied']);
    });
  });

  describe('in Compare', () => {
    const brief = 'Name three rivers in one line.\n';
    const texts: Readonly<Record<string, readonly [string, readonly string[]]>> = {
      'a prompt with a safe fix': [wordy, ['With Safe Fixes Applied']],
      'one with a suggestion beside it': [
        `${wordy}\nProvide a summary of how rivers end.\n`,
        ['With Safe Fixes Applied', 'With All Suggestions Applied'],
      ],
      'one with nothing to fix': [brief, []],
    };
    for (const [name, [text, offered]] of Object.entries(texts)) {
      it(`${name} is offered ${offered.join(' and ') || 'no fixed text'}`, async () => {
        const file = name.replaceAll(' ', '-');
        await openWritten(`${file}.prompt.md`, text);
        assert.deepEqual(await fixedTextsInCompare(), offered);
        await openWritten(`${file}.py`, `prompt = '''${text}'''\n`);
        assert.deepEqual(await fixedTextsInCompare(), offered);
      });
    }

    it('nothing is offered where hints are off', async () => {
      await setOwn('promptTuner.hints.enable', false);
      await openWritten('without-hints.prompt.md', wordy);
      assert.deepEqual(await fixedTextsInCompare(), []);
    });
  });

  describe('quick fixes', () => {
    it('are titled by their effect, and preferred where they are safe', async () => {
      const { document } = await openUntitled('prompt', wordy);
      await untilMarks(document, some);
      const actions = await actionsIn(document, CodeActionKind.QuickFix, marksOf(document)[0]?.range);
      assert.deepEqual(
        actions.map(({ title, isPreferred }) => [title.replace(/−\d/, '−n'), isPreferred === true]),
        [
          ['Remove “in order” (≈ −n tokens)', true],
          ['Ignore PT01 Here', false],
          ['Disable Rule PT01', false],
        ],
      );
    });

    it('tick off their step of the walkthrough', async () => {
      const { document } = await openUntitled('prompt', wordy);
      await untilMarks(document, some);
      const [fix] = await actionsIn(document, CodeActionKind.QuickFix, marksOf(document)[0]?.range);
      assert.deepEqual(fix?.command?.arguments, ['promptTuner.hintApplied', true]);
      await take(fix);
      assert.equal(document.getText(), short);
    });

    it('are not offered for a text that was not looked at', async () => {
      const { document } = await openUntitled('prompt', wordy);
      await untilMarks(document, some);
      const before = await actionsIn(document, CodeActionKind.QuickFix);
      assert.ok(before.length > 0);
      // What is out of sight is not looked at, so that its hints stay those of the old text.
      const { document: other } = await openUntitled('prompt', wordy);
      await untilMarks(other, some);
      const [fix] = await actionsIn(other, CodeActionKind.QuickFix);
      assert.ok(fix !== undefined);
      const edit = new WorkspaceEdit();
      edit.insert(document.uri, new Position(0, 0), 'Please. ');
      await workspace.applyEdit(edit);
      assert.deepEqual(await actionsIn(document, CodeActionKind.QuickFix), []);
      await window.showTextDocument(document);
      await looked(document);
      assert.ok((await actionsIn(document, CodeActionKind.QuickFix)).length > 0);
    });

    it('Ignore Here puts a comment over the line, and the hint is gone', async () => {
      const { document } = await openUntitled('prompt', `Answer in two sentences.\n\n  ${wordy}`);
      await untilMarks(document, some);
      const actions = await actionsIn(document, CodeActionKind.QuickFix, marksOf(document)[0]?.range);
      const ignore = actions.find(({ title }) => title === 'Ignore PT01 Here');
      assert.ok(ignore !== undefined);
      await take(ignore);
      const comment = '  <!-- prompt-tuner-disable-next-line PT01 -->\n';
      assert.equal(document.getText(), `Answer in two sentences.\n\n${comment}  ${wordy}`);
      assert.deepEqual(await looked(document), []);
      await untilMarks(document, none);
    });

    it('a press in the list says where the text changed meanwhile', async () => {
      const { document } = await openWritten('pressed.prompt.md', wordy);
      const { said } = await listedBy(() => call('promptTuner.showHints'), {
        button: 'Ignore Here',
        after: () => insert(document, 0, 'Now: '),
      });
      assert.deepEqual(said, ['The text changed meanwhile, so nothing was changed. Try it again.']);
    });

    it('Disable Rule writes the setting, beside what stands there', async () => {
      await setOwn('promptTuner.hints.rules', { PT05: 'suggestion' });
      const { document } = await openUntitled('prompt', wordy);
      await untilMarks(document, some);
      const actions = await actionsIn(document, CodeActionKind.QuickFix);
      const disable = actions.find(({ title }) => title === 'Disable Rule PT01');
      assert.ok(disable !== undefined);
      await take(disable);
      assert.deepEqual(workspace.getConfiguration().get('promptTuner.hints.rules'), {
        PT05: 'suggestion',
        PT01: 'off',
      });
      await untilMarks(document, none);
    });

    it('what no length was asked of can ask for one, on the first line of the prompt', async () => {
      const { document } = await openUntitled(
        'prompt',
        '---\ndescription: Tides\n---\nExplain to my class how the tides come about.\n',
      );
      const listed = await looked(document);
      assert.ok(
        listed.some(({ label }) => label === 'Ask for 3 Sentences'),
        JSON.stringify(listed),
      );
      assert.deepEqual(marksOf(document), []);
      const actions = await actionsIn(document, CodeActionKind.QuickFix, new Range(3, 2, 3, 2));
      const ask = actions.find(({ title }) => title === 'Ask for 3 Sentences');
      assert.ok(ask !== undefined);
      await take(ask);
      assert.match(
        document.getText(),
        /^---\ndescription: Tides\n---\nExplain to my class how the tides come about\.[\s\S]+3 sentences/,
      );
      assert.ok(!(await looked(document)).some(({ label }) => label.startsWith('Ask for ')));
    });
  });

  describe('Fix All', () => {
    it('by command is undone in one step, and says what it saved', async () => {
      const text = wordy.repeat(3);
      const { document } = await openUntitled('prompt', text);
      const messages = await messagesOf(() => call('promptTuner.fixAllHints'));
      assert.notEqual(document.getText(), text);
      assert.ok(!document.getText().includes('in order to'));
      assert.match(messages[0]?.text ?? '', /^\d+ hints fixed: ≈ \d+ → ≈ \d+ tokens\.$/);
      assert.deepEqual(messages[0]?.buttons, ['Count Both Versions']);
      assert.deepEqual(await simulator.requests(), []);
      await commands.executeCommand('undo');
      assert.equal(document.getText(), text);
    });

    it('counts both versions at a press, and tells when nothing is left', async () => {
      const { document } = await openUntitled('prompt', wordy);
      const counted = await messagesOf(
        () => call('promptTuner.fixAllHints', document.uri),
        ({ buttons }) => buttons[0],
      );
      assert.match(
        counted.at(-1)?.text ?? '',
        /^Untitled-\d+: \d+ → \d+ tokens, counted by the API for claude-haiku-[\w-]+\.$/,
      );
      const sent = await simulator.requests();
      assert.deepEqual(
        sent.map(({ path, body }) => [path, JSON.stringify(body).includes('in order to')]),
        [
          ['/v1/messages/count_tokens', true],
          ['/v1/messages/count_tokens', false],
        ],
      );
      const [left] = await messagesOf(() => call('promptTuner.fixAllHints', document.uri));
      assert.match(left?.text ?? '', /: no safe fixes are left\.$/);
    });

    for (const [kind, expected] of Object.entries(onSave)) {
      it(`on save by ${kind} ${expected === short ? 'fixes' : 'changes nothing'}`, async () => {
        const { document } = await openWritten('saved.prompt.md', '');
        const configuration = workspace.getConfiguration('editor');
        await configuration.update('codeActionsOnSave', { [kind]: 'explicit' }, true);
        try {
          await insert(document, 0, wordy);
          await commands.executeCommand('workbench.action.files.save');
          assert.equal(document.isDirty, false);
          assert.equal(document.getText(), expected);
        } finally {
          await configuration.update('codeActionsOnSave', undefined, true);
        }
      });
    }

    it('on save leaves plain Markdown alone', async () => {
      const { document } = await openWritten('plain.md', '');
      const configuration = workspace.getConfiguration('editor');
      await configuration.update('codeActionsOnSave', { 'source.fixAll.promptTuner': 'explicit' }, true);
      try {
        await insert(document, 0, wordy);
        await commands.executeCommand('workbench.action.files.save');
        assert.equal(document.getText(), wordy);
      } finally {
        await configuration.update('codeActionsOnSave', undefined, true);
      }
    });

    it('by hand through VS Code’s own command fixes, in one step', async () => {
      const { document } = await openUntitled('prompt', wordy);
      await commands.executeCommand('editor.action.fixAll');
      await untilText(document, short);
      await commands.executeCommand('undo');
      assert.equal(document.getText(), wordy);
    });

    it('is no part of the other kinds of action', async () => {
      const { document } = await openUntitled('prompt', wordy);
      await untilMarks(document, some);
      const actionsOf = {
        'quick fixes': await untilActions(document, CodeActionKind.QuickFix),
        'source actions': await actionsIn(document, CodeActionKind.Source),
        refactorings: await actionsIn(document, CodeActionKind.Refactor),
      };
      for (const [kind, actions] of Object.entries(actionsOf)) {
        assert.ok(
          !actions.some((action) => action.kind !== undefined && fixAllKind.contains(action.kind)),
          kind,
        );
      }
      assert.equal((await actionsIn(document, fixAllKind)).length, 1);
    });
  });

  describe('in a notebook', () => {
    const cells = [
      new NotebookCellData(NotebookCellKind.Code, 'print("in order to")', 'python'),
      new NotebookCellData(NotebookCellKind.Code, wordy.trim(), 'prompt'),
    ];

    it('cells that are prompts have marks, quick fixes and Fix All', async () => {
      const notebook = await workspace.openNotebookDocument('jupyter-notebook', new NotebookData(cells));
      await window.showNotebookDocument(notebook);
      const [code, prompt] = notebook.getCells().map(({ document }) => document);
      assert.ok(code !== undefined && prompt !== undefined);
      await untilMarks(prompt, some);
      assert.deepEqual(markedTexts(prompt), ['PT01: in order']);
      assert.deepEqual(marksOf(code), []);
      const [fix] = await actionsIn(prompt, CodeActionKind.QuickFix, marksOf(prompt)[0]?.range);
      assert.match(fix?.title ?? '', /^Remove “in order”/);
      const [all] = await actionsIn(prompt, fixAllKind);
      assert.ok(all !== undefined);
      assert.deepEqual(await actionsIn(code, fixAllKind), []);
      await take(all);
      assert.equal(prompt.getText(), short.trim());
    });

    for (const [kind, expected] of Object.entries(onSave)) {
      it(`saving by ${kind} ${expected === short ? 'fixes' : 'changes nothing'}`, async () => {
        const metadata = { vscode: { languageId: 'prompt' } };
        const cell = {
          cell_type: 'code',
          execution_count: null,
          metadata,
          outputs: [],
          source: ['Be brief.'],
        };
        const file = { cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 2 };
        const uri = inWorkspace('saved.ipynb');
        await workspace.fs.writeFile(uri, new TextEncoder().encode(JSON.stringify(file)));
        const notebook = await workspace.openNotebookDocument(uri);
        await window.showNotebookDocument(notebook);
        const configuration = workspace.getConfiguration('notebook');
        await configuration.update('codeActionsOnSave', { [kind]: 'explicit' }, true);
        try {
          const prompt = notebook.cellAt(0).document;
          assert.equal(prompt.languageId, 'prompt');
          const edit = new WorkspaceEdit();
          edit.insert(prompt.uri, new Position(0, 0), wordy);
          await workspace.applyEdit(edit);
          await commands.executeCommand('workbench.action.files.save');
          assert.equal(notebook.isDirty, false);
          assert.equal(prompt.getText(), `${expected}Be brief.`);
        } finally {
          await configuration.update('codeActionsOnSave', undefined, true);
        }
      });
    }
  });

  describe('Check Prompt for Verbosity', () => {
    it('checks a selection in code; its hints stay until the text changes', async () => {
      const editor = await openUntitled('python', `# in order to\nPROMPT = """\n${wordy}"""\n`);
      const { document } = editor;
      editor.selection = new Selection(2, 0, 3, 0);
      const { list } = await listedBy(() => call('promptTuner.checkPrompt'));
      assert.ok(list?.some(({ label }) => label.startsWith('Remove “in order”')));
      assert.deepEqual(markedTexts(document), ['PT01: in order']);
      assert.equal(marksOf(document)[0]?.range.start.line, 2);
      const other = await openUntitled('prompt', wordy);
      await untilMarks(other.document, some);
      assert.deepEqual(markedTexts(document), ['PT01: in order']);
      await window.showTextDocument(document);
      await insert(document, 0, '#');
      await untilMarks(document, none);
    });

    it('of a selection in a prompt offers nothing that would change the rest', async () => {
      const editor = await openUntitled(
        'prompt',
        `${wordy}Go out in order to learn.\nStay in order to rest.\n`,
      );
      const labels = async () => {
        const { list } = await listedBy(() => call('promptTuner.checkPrompt'));
        return list?.map(({ label }) => label).filter((label) => label.startsWith('Fix All'));
      };
      assert.deepEqual(await labels(), ['Fix All Safe Hints (3)']);
      editor.selection = new Selection(0, 0, 2, 0);
      assert.deepEqual(await labels(), []);
    });

    it('fixes only what was checked', async () => {
      const text = `# in order to\nPROMPT = """\n${wordy}"""\n`;
      const editor = await openUntitled('python', text);
      editor.selection = new Selection(2, 0, 3, 0);
      await listedBy(() => call('promptTuner.checkPrompt'));
      const [message] = await messagesOf(() => call('promptTuner.fixAllHints'));
      assert.deepEqual(message?.buttons, []);
      assert.equal(editor.document.getText(), text.replace(wordy, short));
    });

    it('checks plain text as a whole; Clear Hints takes its hints away', async () => {
      const { document } = await openUntitled('markdown', wordy);
      await listedBy(() => call('promptTuner.checkPrompt'));
      assert.deepEqual(markedTexts(document), ['PT01: in order']);
      assert.match((await lineOver(document)).join(), /^\d hints? \(≈ −\d\)$/);
      await call('promptTuner.clearHints');
      assert.deepEqual(marksOf(document), []);
      assert.deepEqual(await lineOver(document), []);
    });

    it('says what to do without an editor, in code, without hints, and for a very long text', async () => {
      const said = async (id: 'promptTuner.checkPrompt' | 'promptTuner.showHints') =>
        (await listedBy(() => call(id))).said;
      assert.deepEqual(await said('promptTuner.checkPrompt'), [
        'Open a prompt, or select its text in an editor.',
      ]);
      await openUntitled('python', wordy);
      assert.deepEqual(await said('promptTuner.checkPrompt'), ['Select the prompt text, then check it.']);
      assert.deepEqual(await said('promptTuner.showHints'), [
        'Hints come by themselves in prompt files. This text gets them when you ask.',
      ]);
      const plain = await openUntitled('prompt', 'Answer in one sentence.');
      assert.match((await said('promptTuner.checkPrompt'))[0] ?? '', /: nothing to shorten was found\.$/);
      await plain.edit((edit) => edit.insert(plain.document.positionAt(0), 'Read this. '.repeat(20_000)));
      assert.deepEqual(await said('promptTuner.checkPrompt'), [
        'Texts over 200,000 characters get no hints. Select a part and check that.',
      ]);
      assert.ok((await lineOver(plain.document)).includes('too long for hints'));
    });
  });

  it('Apply All Suggestions shows the comparison, and applies or leaves it', async () => {
    const text = `${wordy}\nYour answer should be very clear, and you must not be rude in order to please.\n`;
    const { document } = await openUntitled('prompt', text);
    const asked: string[] = [];
    const answer = async (index: number) => {
      const target: { createQuickPick: () => unknown } = window;
      const real = target.createQuickPick;
      target.createQuickPick = () => {
        const pick = real.call(window) as ReturnType<typeof window.createQuickPick>;
        const accepts: (() => unknown)[] = [];
        return new Proxy(pick, {
          get: (_, name) => {
            if (name === 'onDidAccept') return (act: () => unknown) => accepts.push(act);
            if (name === 'activeItems') return [pick.items[index]];
            if (name !== 'show') {
              const value: unknown = Reflect.get(pick, name);
              return typeof value === 'function' ? value.bind(pick) : value;
            }
            return () => {
              const { input } = window.tabGroups.activeTabGroup.activeTab ?? {};
              asked.push(`${pick.title}${input instanceof TabInputTextDiff ? ' beside the comparison' : ''}`);
              for (const act of accepts) act();
            };
          },
          set: (_, name, value) => Reflect.set(pick, name, value),
        });
      };
      try {
        await call('promptTuner.applySuggestions', document.uri);
      } finally {
        target.createQuickPick = real;
      }
    };
    await answer(1);
    assert.equal(document.getText(), text);
    await answer(0);
    assert.match(
      asked.join('\n'),
      /^(?:Apply \d+ changes? to Untitled-\d+\? ≈ −\d+ tokens beside the comparison\n?){2}$/,
    );
    assert.ok(!document.getText().includes('in order to'));
    assert.deepEqual(
      window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ label }) => label.includes('shortened')),
      [],
    );
    await window.showTextDocument(document);
    await commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  it('a skill tells where its tokens weigh', async () => {
    const { document } = await openEditor('skills/release-check/SKILL.md');
    await looked(document);
    assert.match(
      (await lineOver(document))[0] ?? '',
      /^description ≈ [\d,]+, always loaded · body ≈ [\d,]+, when used$/,
    );
  });

  it('hints send nothing', async () => {
    const { document } = await openUntitled('prompt', wordy.repeat(4));
    await untilMarks(document, some);
    await looked(document);
    assert.deepEqual(await simulator.requests(), []);
  });
});
