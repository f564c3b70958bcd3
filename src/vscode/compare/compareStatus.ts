import * as vscode from 'vscode';
import { progressTo } from '../../core/compare/judgeComparison.ts';
import type { RunStatus } from '../statusBar.ts';
import type { CompareModel } from './compareModel.ts';

/** What the status bar tells of a comparison under way; null while none is. */
export function compareStatus({ comparison, phase, runningSince }: CompareModel): RunStatus | null {
  if (comparison === null || phase !== 'running') return null;
  const { setup, outcome } = comparison;
  const { remaining } = progressTo(setup, outcome.look, outcome.runs);
  const made = outcome.runs.length;
  return {
    uri: setup.prompt.place?.uri ?? null,
    runningSince,
    ttftMs: null,
    lines: [vscode.l10n.t('Comparison: {0} of {1} runs', made, made + remaining)],
  };
}
