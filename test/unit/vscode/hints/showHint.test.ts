import '../../../support/vscodeWords.ts';
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { RunRecord } from '../../../../src/core/run/record.ts';
import type { HintSide } from '../../../../src/vscode/hints/hintSide.ts';
import type { RunHint } from '../../../../src/vscode/output/situation.ts';
import { newRun } from '../../../support/newRuns.ts';

const { showHint } = await import('../../../../src/vscode/hints/showHint.ts');

interface Case {
  /** The runs that the panel shows: when a run ended, and when its hint is found. */
  readonly shown: readonly [string, string];
  readonly looked: readonly string[];
  readonly told: readonly string[];
}

const cases: Readonly<Record<string, Case>> = {
  'a run that is shown': { shown: ['mine', 'mine'], looked: ['mine'], told: ['mine'] },
  'a run after which another is shown': { shown: ['mine', 'other'], looked: ['mine'], told: [] },
  // Its hint would take the place of the one whose button is there.
  'a run of a comparison, beside the run that is shown': { shown: ['other', 'other'], looked: [], told: [] },
};

suite('the hint of', () => {
  for (const [name, { shown, looked, told }] of Object.entries(cases)) {
    test(name, async () => {
      let record: RunRecord | null = newRun({ id: shown[0] }).record;
      const runs: string[] = [];
      const hints: string[] = [];
      const output = {
        get record() {
          return record;
        },
        update: ({ hint = null }: { readonly hint?: RunHint | null }) => {
          if (hint !== null) hints.push(hint.runId);
        },
      };
      const after = async ({ id }: RunRecord): Promise<RunHint> => {
        runs.push(id);
        record = newRun({ id: shown[1] }).record;
        return { runId: id, text: '', detail: null, fixLabel: null };
      };
      const side = async () => ({ runHints: { after } }) as unknown as HintSide;
      await showHint(newRun({ id: 'mine' }).record, output, { side });
      assert.deepEqual({ looked: runs, told: hints }, { looked, told });
    });
  }
});
