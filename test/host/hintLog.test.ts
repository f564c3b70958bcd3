import assert from 'node:assert/strict';
import { type LogOutputChannel, type TextDocument, WorkspaceEdit, workspace } from 'vscode';
import type { LintOptions } from '../../src/core/hints/options.ts';
import { HintTracker } from '../../src/vscode/hints/hintTracker.ts';
import { closeEditors, inWorkspace } from '../support/hostRuns.ts';

// The edit would take a number with it, so the engine drops it.
const losesNumber = 'Think step by step about the two letters.\n';

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
  const options = { kind: 'prompt', rules, model: { thinks: true, literal: true } } as const;
  const basis = { model: 'claude-haiku-5-5', options };
  const bases = { ofDocument: async () => basis, ofPart: () => basis };
  return { tracker: new HintTracker(bases, log), lines };
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
        await write(document, 'Answer in one line.\n');
        await tracker.look(document);
        await tracker.check(document, [{ start: 0, end: losesNumber.length }]);
        assert.deepEqual(lines, expected);
      } finally {
        tracker.dispose();
      }
    });
  }
});
