import * as vscode from 'vscode';
import { assertNever } from '../../core/assertNever.ts';
import type { StoredRun } from '../../core/history/historyRun.ts';
import type { RunRecord } from '../../core/run/record.ts';
import { textOf } from '../../core/run/state.ts';
import type { ActionId } from '../../webview/protocol.ts';
import { copy } from '../answerActions.ts';
import { loadHistory } from '../lazy.ts';
import type { OutputController } from '../output/outputController.ts';
import { UserError } from '../userError.ts';
import { runAsMarkdown } from './copyRuns.ts';
import { diffWithReference } from './diffRuns.ts';
import type { HistoryAccess } from './historyAccess.ts';
import type { HistoryDocuments } from './historyDocuments.ts';
import type { References } from './references.ts';

/** What the output panel's buttons for a run of the history work on. */
export interface KeptRunParts {
  readonly history: HistoryAccess;
  readonly documents: HistoryDocuments;
  readonly references: References;
  readonly output: OutputController;
}

/** Does what the person asks for with the run that the output panel shows, as the history has it. */
export async function onKeptRun(
  action: Extract<ActionId, 'copy-run' | 'set-reference' | 'clear-reference' | 'diff-reference'>,
  record: RunRecord,
  parts: KeptRunParts,
): Promise<void> {
  const { references, output, documents, history } = parts;
  const { key, title, text } = record.prompt;
  switch (action) {
    case 'copy-run':
      return copyRun(record.id, false, history);
    case 'set-reference': {
      const { textHash } = await loadHistory();
      await references.set(key, { runId: record.id, promptHash: textHash(text) });
      return output.update({ referenceId: record.id, referenceDiff: null });
    }
    case 'clear-reference':
      await references.set(key, null);
      return output.update({ referenceId: null, referenceDiff: null });
    case 'diff-reference': {
      const reference = references.of(key);
      if (reference === null) return;
      const stored = await kept(reference.runId, history);
      return diffWithReference(stored, textOf(record.state), title, documents);
    }
    default:
      return assertNever(action);
  }
}

/** Copies a run as Markdown, with prompt and answer only when asked for. */
export async function copyRun(id: string, withTexts: boolean, history: HistoryAccess): Promise<void> {
  const store = await history.open();
  await copy(await runAsMarkdown(store, await kept(id, history), withTexts));
}

async function kept(id: string, history: HistoryAccess): Promise<StoredRun> {
  const store = await history.open();
  const stored = await store.run(id);
  if (stored === null) throw new UserError(vscode.l10n.t('This run is no longer in the history.'));
  return stored;
}
