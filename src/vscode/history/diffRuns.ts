import * as vscode from 'vscode';
import type { StoredRun } from '../../core/history/historyRun.ts';
import { textOf } from '../../core/run/state.ts';
import { UserError } from '../userError.ts';
import type { HistoryDocuments } from './historyDocuments.ts';
import { runDifferencesTable } from './views/runDifferencesTable.ts';
import { whenText } from './views/when.ts';

/** Shows how two runs differ, the earlier one left: prompts and answers in the diff editor, numbers in a table. */
export async function diffRuns(one: StoredRun, other: StoredRun, documents: HistoryDocuments): Promise<void> {
  const { t } = vscode.l10n;
  const [a, b] = one.run.startedAt <= other.run.startedAt ? [one, other] : [other, one];
  const title = t('{0} ↔ {1}', nameOf(a), nameOf(b));
  const table = documents.make(`${t('Numbers')}: ${title}.md`, runDifferencesTable(a.run, b.run));
  await vscode.commands.executeCommand('markdown.showPreview', table);
  if (!a.hasTexts || !b.hasTexts) {
    throw new UserError(t('The texts of these runs were not kept: only their numbers can be compared.'));
  }
  const pair = (label: string, left: string, right: string) => {
    const name = documents.make(`${label}.md`, right);
    return [name, documents.make(`${label}.md`, left), name] as const;
  };
  await vscode.commands.executeCommand('vscode.changes', title, [
    pair(t('Prompt'), a.record.prompt.text, b.record.prompt.text),
    pair(t('Answer'), textOf(a.record.state), textOf(b.record.state)),
  ]);
}

/** Shows an answer beside the reference answer of its prompt. */
export async function diffWithReference(
  reference: StoredRun,
  answer: string,
  title: string,
  documents: HistoryDocuments,
): Promise<void> {
  const { t } = vscode.l10n;
  if (!reference.hasTexts) throw new UserError(t('The answer of the reference run was not kept.'));
  await vscode.commands.executeCommand(
    'vscode.diff',
    documents.make(`${t('Reference')}.md`, textOf(reference.record.state)),
    documents.make(`${t('This answer')}.md`, answer),
    t('{0}: reference ↔ this answer', title),
  );
}

function nameOf({ run, record }: StoredRun): string {
  return run.label ?? `${record.prompt.title} ${whenText(run.startedAt)}`;
}
