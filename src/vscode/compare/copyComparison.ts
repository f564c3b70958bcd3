import * as vscode from 'vscode';
import type { Comparison } from '../../core/compare/comparison.ts';
import { comparisonCsv, comparisonJson } from '../../core/compare/exportComparison.ts';
import { markdownCell, markdownTable } from '../../core/history/markdown.ts';
import { exportFile } from '../exportFile.ts';
import { whenText } from '../history/views/when.ts';
import type { CompareModel } from './compareModel.ts';
import { compareView } from './views/compareView.ts';

/** What the panel says of a comparison as Markdown: sentences, table of arms, how the runs were made; no prompt and no answer. */
export function comparisonMarkdown(model: CompareModel, comparison: Comparison): string {
  const { title, verdicts, facts, arms, inputs, badges } = compareView(model, 0);
  const sentences = [...verdicts.map(({ text }) => text), ...facts];
  const marks = badges.length === 0 ? '' : ` (${badges.join(', ')})`;
  const table =
    arms === null
      ? ''
      : markdownTable(
          ['', ...arms.heads],
          arms.rows.map(({ name, label, cells }) => [`${name} · ${label}`, ...cells]),
        );
  const byInput =
    inputs === null
      ? ''
      : `${inputs.caption}\n\n${markdownTable(
          ['', ...inputs.heads],
          inputs.rows.map(({ label, cells }) => [label, ...cells]),
        )}\n\n`;
  const how = howText(comparison);
  return `### ${markdownCell(title)}${marks}\n\n${sentences.map((text) => `- ${markdownCell(text)}`).join('\n')}\n\n${table}\n\n${byInput}${how}\n`;
}

function howText({ setup, startedAt }: Comparison): string {
  const { t } = vscode.l10n;
  const when = whenText(startedAt);
  return setup.arms.length === 1
    ? t('Runs one after another, {0}.', when)
    : t(
        'Runs one after another in randomised blocks (seed {0}), {1}; an interval holds its level over both looks and all arms.',
        setup.plan.seed,
        when,
      );
}

/** Writes the runs of a comparison into a file that the person names. */
export async function exportComparison(comparison: Comparison): Promise<void> {
  const { t } = vscode.l10n;
  const formats = [
    { label: 'CSV', extension: 'csv', detail: t('One line a run, for spreadsheets'), make: comparisonCsv },
    { label: 'JSON', extension: 'json', detail: t('Verdict and runs, for scripts'), make: comparisonJson },
  ];
  const picked = await vscode.window.showQuickPick(formats, {
    title: t('Export Comparison'),
    placeHolder: t('Numbers only: prompts and answers stay in the history.'),
  });
  if (picked === undefined) return;
  await exportFile({
    name: `comparison.${picked.extension}`,
    format: picked.label,
    extension: picked.extension,
    text: () => picked.make(comparison),
    done: t('Comparison exported.'),
  });
}
