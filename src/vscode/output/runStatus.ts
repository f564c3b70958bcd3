import * as vscode from 'vscode';
import { metricsOf } from '../../core/run/metrics.ts';
import type { RunStatus } from '../statusBar.ts';
import { outputView } from './outputView.ts';
import type { OutputModel } from './situation.ts';

/** What the status bar tells of what the panel shows; null without a run. */
export function runStatus(model: OutputModel, now: number): RunStatus | null {
  if (model.situation.kind !== 'run') return null;
  const { state, prompt } = model.situation.record;
  const { state: stateView, badges, figures } = outputView(model, now);
  const marks = badges.length === 0 ? '' : ` (${badges.join(', ')})`;
  return {
    uri: prompt.place?.uri ?? null,
    runningSince: state.endState === null ? (state.attempts[0]?.startedAt ?? now) : null,
    ttftMs: metricsOf(state).ttftMs,
    lines: [
      vscode.l10n.t('Last run: {0}{1}', stateView.text, marks),
      figures.map(({ label, value }) => `${label} ${value}`).join(' · '),
    ],
  };
}
