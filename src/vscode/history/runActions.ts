import * as vscode from 'vscode';
import { assertNever } from '../../core/assertNever.ts';
import type { StoredRun } from '../../core/history/historyRun.ts';
import type { RunActionId } from '../../webview/historyIds.ts';
import { copy } from '../answerActions.ts';
import type { OutputController } from '../output/outputController.ts';
import type { OutputPanel } from '../output/outputPanel.ts';
import type { Prompt } from '../prompt.ts';
import type { RunFlow } from '../runFlow.ts';
import { showStoredRun } from '../runMemory.ts';
import type { Runner } from '../runner.ts';
import { UserError } from '../userError.ts';
import { runAsMarkdown } from './copyRuns.ts';
import { diffRuns } from './diffRuns.ts';
import type { HistoryAccess } from './historyAccess.ts';
import type { HistoryDocuments } from './historyDocuments.ts';
import type { LatencyController } from './latencyController.ts';
import { deletedText } from './views/runsText.ts';

/** The way to the comparisons. */
export interface CompareDoor {
  /** Shows a comparison of the history. */
  open(id: string): Promise<void>;
  /** Plans a comparison of two texts of a prompt. */
  compareTexts(prompt: Prompt, a: LabelledText, b: LabelledText): Promise<void>;
}

/** A text of a prompt and what it is called. */
export interface LabelledText {
  readonly label: string;
  readonly text: string;
}

/** What the actions on runs work on. */
export interface RunActionParts {
  readonly history: HistoryAccess;
  readonly documents: HistoryDocuments;
  readonly latency: LatencyController;
  readonly flow: RunFlow;
  readonly runner: Runner;
  readonly output: OutputController;
  readonly panel: OutputPanel;
  readonly compare: CompareDoor;
}

/** Does what the person asks for with the selected runs. */
export async function onRunAction(
  action: RunActionId,
  ids: readonly string[],
  parts: RunActionParts,
): Promise<void> {
  const { t } = vscode.l10n;
  const { history, documents, latency, flow } = parts;
  const store = await history.open();
  switch (action) {
    case 'diff-runs': {
      const [one, other] = await storedRuns(ids, history);
      if (one !== undefined && other !== undefined) await diffRuns(one, other, documents);
      return;
    }
    case 'run-again': {
      const [run] = await storedRuns(ids, history);
      if (run === undefined) return;
      if (!run.hasTexts) throw new UserError(t('The request of this run was not kept.'));
      await openRun(run, parts);
      return flow.repeatExactly();
    }
    case 'show-comparison': {
      const [run] = await storedRuns(ids, history);
      const id = run?.run.comparisonId ?? null;
      if (id === null) throw new UserError(t('This run was not made for a comparison.'));
      return parts.compare.open(id);
    }
    case 'label': {
      const [run] = await storedRuns(ids, history);
      if (run === undefined) return;
      const label = await vscode.window.showInputBox({
        title: t('Label of the Run'),
        value: run.run.label ?? '',
        prompt: t('Empty: no label.'),
      });
      if (label !== undefined) await store.setLabel(run.run.id, label.trim() === '' ? null : label.trim());
      return latency.renew();
    }
    case 'copy-runs': {
      const runs = await storedRuns(ids, history);
      const texts = await Promise.all(runs.map((run) => runAsMarkdown(store, run, false)));
      return copy(texts.join('\n'));
    }
    case 'delete':
      await store.remove(ids);
      await latency.runsGone(ids);
      return latency.announce(deletedText(ids.length));
    default:
      return assertNever(action);
  }
}

/** Shows a run of the history in the output panel as it was. */
export async function openRunById(id: string, parts: RunActionParts): Promise<void> {
  const [run] = await storedRuns([id], parts.history);
  if (run === undefined) throw new UserError(vscode.l10n.t('This run is no longer in the history.'));
  await openRun(run, parts);
}

async function openRun(run: StoredRun, { runner, output, flow, panel }: RunActionParts): Promise<void> {
  if (runner.running && output.record?.state.endState === null) {
    throw new UserError(vscode.l10n.t('A run is under way: earlier ones can be shown when it has ended.'));
  }
  panel.reveal(vscode.l10n.t('Prompt Output'));
  await showStoredRun(run, output, flow);
}

async function storedRuns(ids: readonly string[], history: HistoryAccess): Promise<readonly StoredRun[]> {
  const store = await history.open();
  const runs = await Promise.all(ids.map((id) => store.run(id)));
  return runs.filter((run) => run !== null);
}
