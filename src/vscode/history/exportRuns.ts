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
  const versions = new Map<number, readonly VersionRow[]>();
  let text = exportHead(format);
  let after: RunCursor | null = null;
  for (;;) {
    const runs: readonly HistoryRun[] = await store.runs(filter, { limit: page, after });
    const prompts = [...new Set(runs.map(({ promptId }) => promptId))];
    const titles = await store.titles(prompts, filter.simulated);
    for (const id of prompts) {
      if (!versions.has(id)) versions.set(id, await store.versions(id, filter.simulated));
    }
    for (const run of runs) {
      const rows = versions.get(run.promptId) ?? [];
      const described = {
        run,
        promptTitle: titles.get(run.promptId) ?? '',
        version: rows.find(({ promptHash }) => promptHash === run.promptHash)?.number ?? null,
        startedAt: new Date(run.startedAt).toISOString(),
      };
      text += exportLine(described, format);
    }
    after = runs.at(-1) ?? null;
    if (runs.length < page) return text;
  }
}
