import assert from 'node:assert/strict';
import { type LogOutputChannel, type Memento, type TextDocument, WorkspaceEdit, workspace } from 'vscode';
import type { LintOptions } from '../../src/core/hints/options.ts';
import { EffectiveParameters } from '../../src/vscode/effectiveParameters.ts';
import { hintLog } from '../../src/vscode/hints/hintLog.ts';
import { HintTracker } from '../../src/vscode/hints/hintTracker.ts';
import type { LintBases } from '../../src/vscode/hints/lintBasis.ts';
import { PromptParameters } from '../../src/vscode/promptParameters.ts';
import { PartHints } from '../../src/vscode/sources/partHints.ts';
import { SourceTracker } from '../../src/vscode/sources/sourceTracker.ts';
import { TokenEstimates } from '../../src/vscode/tokenEstimates.ts';
import { closeEditors, inWorkspace, openEditor } from '../support/hostRuns.ts';

// The edit would take a number with it, so the engine drops it.
const losesNumber = 'Think step by step about the two letters. Answer in one line.\n';

const model = 'claude-haiku-5-5';

function optionsWith(rules: LintOptions['rules']): Omit<LintOptions, 'count'> {
  return { kind: 'prompt', rules, model: { thinks: true, literal: true } };
}

/** Every prompt is looked at with these tiers of rules. */
function basesWith(rules: LintOptions['rules']): LintBases {
  const basis = { model, options: optionsWith(rules) };
  return { ofDocument: async () => basis, ofPart: () => basis };
}

const emptyState: Memento = {
  keys: () => [],
  get: <T>(_key: string, fallback?: T) => fallback as T,
  update: () => Promise.resolve(),
};

/** A log that keeps its lines, each with its level. */
function keptLog(): { readonly lines: string[]; readonly log: LogOutputChannel } {
  const lines: string[] = [];
  const level = (name: string) => (line: unknown) => lines.push(`${name}: ${line}`);
  const log = { info: level('info'), warn: level('warn'), error: level('error') };
  return { lines, log: log as unknown as LogOutputChannel };
}

/** A tracker that looks at documents with these tiers of rules, and what it logged. */
function trackerWith(rules: LintOptions['rules']): {
  readonly tracker: HintTracker;
  readonly lines: readonly string[];
} {
  const { lines, log } = keptLog();
  return { tracker: new HintTracker(basesWith(rules), log, hintLog(log)), lines };
}

async function write(document: TextDocument, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, document.positionAt(document.getText().length), text);
  assert.ok(await workspace.applyEdit(edit));
}

/** The tiers of rules as a settings file may have them. */
const rulesInSettings = (text: string): LintOptions['rules'] => JSON.parse(text);

describe('the log of the hints', () => {
  after(closeEditors);
  const cases: Readonly<Record<string, readonly string[]>> = {
    '{}': ['info: PT15: an edit was dropped, since it would have changed words that must stay.'],
    '{"PT15":"off"}': [],
    '{"PT15":"off","PT98":"off","pt01":"safe"}': [
      'warn: promptTuner.hints.rules names "PT98", which is no rule: it is ignored.',
      'warn: promptTuner.hints.rules names "pt01", which is no rule: it is ignored.',
    ],
  };
  for (const [at, [rules, expected]] of Object.entries(cases).entries()) {
    it(`with the rules ${rules} tells once ${expected.length === 0 ? 'nothing' : expected.join(' ')}`, async () => {
      const { tracker, lines } = trackerWith(rulesInSettings(rules));
      try {
        const uri = inWorkspace(`logged-${at}.prompt.md`);
        await workspace.fs.writeFile(uri, new TextEncoder().encode(losesNumber));
        const document = await workspace.openTextDocument(uri);
        await tracker.look(document);
        await write(document, 'Name the sender.\n');
        await tracker.look(document);
        await tracker.check(document, [{ start: 0, end: losesNumber.length }]);
        assert.deepEqual(lines, expected);
      } finally {
        tracker.dispose();
      }
    });
  }

  it('tells of a string in code as of a document', async () => {
    const { lines, log } = keptLog();
    const rules = rulesInSettings('{"PT98":"off"}');
    const bases = basesWith(rules);
    const told = hintLog(log);
    const promptParameters = new PromptParameters(emptyState);
    const effective = new EffectiveParameters(promptParameters, emptyState);
    const sources = new SourceTracker(new TokenEstimates(emptyState), effective, log);
    const tracker = new HintTracker(bases, log, told);
    const parts = new PartHints(sources, tracker, bases, log, told);
    try {
      const uri = inWorkspace('logged.py');
      await workspace.fs.writeFile(uri, new TextEncoder().encode(`prompt = '''${losesNumber}'''\n`));
      const looked = new Promise<void>((resolve) => {
        parts.onDidChange((document) => document.uri.path === uri.path && resolve());
      });
      await openEditor('logged.py');
      await looked;
      assert.deepEqual(lines, [
        'warn: promptTuner.hints.rules names "PT98", which is no rule: it is ignored.',
        'info: PT15: an edit was dropped, since it would have changed words that must stay.',
      ]);
    } finally {
      for (const one of [parts, tracker, sources]) one.dispose();
    }
  });
});
