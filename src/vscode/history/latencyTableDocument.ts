import * as vscode from 'vscode';
import type { HistoryStore } from '../../adapters/history/historyStore.ts';
import { comparableRuns } from '../../core/history/comparable.ts';
import { latencyTable } from '../../core/history/latencyTable.ts';
import { markdownCell, markdownTable } from '../../core/history/markdown.ts';
import { runFilter } from '../../core/history/query.ts';
import { summaryOf } from '../../core/history/summary.ts';
import { UserError } from '../userError.ts';
import type { HistoryDocuments } from './historyDocuments.ts';
import { mostGroupRuns } from './latencyData.ts';
import type { LatencyQuery } from './latencyQuery.ts';
import { groupText } from './views/groupText.ts';
import { metricWords } from './views/metricWords.ts';
import type { ModelName } from './views/modelName.ts';

/** Prompts that the table of all prompts holds at most. */
const mostPrompts = 100;

/** Shows the medians that the side panel shows as a read-only Markdown document: of one prompt, or of each of them. */
export async function showLatencyTable(
  store: HistoryStore,
  { scope, simulated }: LatencyQuery,
  documents: HistoryDocuments,
  nameOf: ModelName,
): Promise<void> {
  const { t } = vscode.l10n;
  const prompts =
    scope.kind === 'prompt'
      ? [{ promptId: await store.promptId(scope.key), title: scope.title }]
      : await store.prompts({ simulated, limit: mostPrompts, offset: 0 });
  const sections: string[] = [];
  for (const { promptId, title } of prompts) {
    const section = promptId === null ? null : await tableOf(store, promptId, simulated, nameOf);
    if (section !== null) sections.push(`## ${markdownCell(title)}\n\n${section}`);
  }
  if (sections.length === 0) throw new UserError(t('There are no runs yet.'));
  const heading = simulated ? t('Latency of prompts (simulated Claude)') : t('Latency of prompts');
  const note = t(
    'Medians ± half the interquartile range of the counted runs; p95 from 20 runs on. Runs that were retried, cached, cut, stopped, failed or overlapped are not counted.',
  );
  const uri = documents.make(`${t('Latency')}.md`, `# ${heading}\n\n${note}\n\n${sections.join('\n\n')}\n`);
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: true });
}

async function tableOf(
  store: HistoryStore,
  promptId: number,
  simulated: boolean,
  nameOf: ModelName,
): Promise<string | null> {
  const { t } = vscode.l10n;
  const rows = await store.groups(promptId, simulated);
  if (rows.length === 0) return null;
  const others = rows.map(({ group }) => group);
  const groups = await Promise.all(
    rows.map(async ({ groupId, group }) => {
      const filter = runFilter({ promptId, groupId, simulated });
      const runs = await store.runs(filter, { limit: mostGroupRuns, after: null });
      const { counted, of, runs: comparable } = comparableRuns(runs);
      return { name: groupText(group, others, nameOf), counted, of, summary: summaryOf(comparable) };
    }),
  );
  const { head, rows: body } = latencyTable(groups, {
    group: t('Model and parameters'),
    runs: t('Runs'),
    p95: t('p95'),
    language: vscode.env.language,
    metrics: metricWords(),
  });
  return markdownTable(head, body);
}
