import * as vscode from 'vscode';
import type { HistoryStore } from '../../adapters/history/historyStore.ts';
import { type ExportFormat, exportHead, exportLine } from '../../core/history/exportRuns.ts';
import type { HistoryRun } from '../../core/history/historyRun.ts';
import type { RunCursor, RunFilter, VersionRow } from '../../core/history/query.ts';
import { exportFile } from '../exportFile.ts';
import { UserError } from '../userError.ts';

const page = 1_000;

const extensions: Readonly<Record<ExportFormat, string>> = { csv: 'csv', jsonl: 'jsonl', markdown: 'md' };

/** Writes the runs that the side panel lists into a file that the person names: CSV, JSON lines or a Markdown table. */
export async function exportRuns(store: HistoryStore, filter: RunFilter): Promise<void> {
  const { t } = vscode.l10n;
  const total = await store.count(filter);
  if (total === 0) throw new UserError(t('There are no runs to export.'));
  const formats: readonly (vscode.QuickPickItem & { readonly format: ExportFormat })[] = [
    { format: 'csv', label: 'CSV', detail: t('All columns, for spreadsheets') },
    { format: 'jsonl', label: 'JSON Lines', detail: t('All columns, one object a line, for scripts') },
    { format: 'markdown', label: 'Markdown', detail: t('A table with the main columns') },
  ];
  const picked = await vscode.window.showQuickPick(formats, {
    title: t('Export {0} Runs', total),
    placeHolder: t('Numbers only: prompts and answers stay in the history.'),
  });
  if (picked === undefined) return;
  const extension = extensions[picked.format];
  await exportFile({
    name: `prompt-runs.${extension}`,
    format: picked.label,
    extension,
    text: () => exportedText(store, filter, picked.format),
    done: t('{0} runs exported.', total),
  });
}

async function exportedText(store: HistoryStore, filter: RunFilter, format: ExportFormat): Promise<string> {
  const describe = describer(store);
  let text = exportHead(format);
  let after: RunCursor | null = null;
  for (;;) {
    const runs: readonly HistoryRun[] = await store.runs(filter, { limit: page, after });
    for (const run of runs) text += exportLine({ run, ...(await describe(run)) }, format);
    after = runs.at(-1) ?? null;
    if (runs.length < page) return text;
  }
}

/** Names and versions of prompts, each asked for once. */
function describer(store: HistoryStore) {
  const versions = new Map<number, Promise<readonly VersionRow[]>>();
  const titles = new Map<number, Promise<string>>();
  const once = <T>(kept: Map<number, Promise<T>>, id: number, ask: () => Promise<T>): Promise<T> => {
    const known = kept.get(id) ?? ask();
    kept.set(id, known);
    return known;
  };
  return async ({ id, promptId, promptHash, startedAt, group }: HistoryRun) => {
    const rows = await once(versions, promptId, () => store.versions(promptId, group.simulated));
    const title = await once(titles, promptId, async () => (await store.run(id))?.record.prompt.title ?? '');
    return {
      promptTitle: title,
      version: rows.find((row) => row.promptHash === promptHash)?.number ?? null,
      startedAt: new Date(startedAt).toISOString(),
    };
  };
}
