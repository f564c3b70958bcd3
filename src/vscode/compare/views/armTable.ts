import * as vscode from 'vscode';
import type { Comparison } from '../../../core/compare/comparison.ts';
import { absent } from '../../../core/format.ts';
import type { ArmTableView } from '../../../webview/compareProtocol.ts';
import { formatMetric } from '../../history/views/metricFormat.ts';
import { formatEstimate, formatTokens } from '../../numbers.ts';
import { metricTexts } from '../../output/metricTexts.ts';
import type { CompareModel } from '../compareModel.ts';
import { heldCells } from './assertionTexts.ts';
import { formatLevel } from './formatLevel.ts';
import { summarizedOn } from './judged.ts';

/** Beside the primary metric with its interval: medians of these. */
const further = ['ttft', 'ttlt', 'otps', 'input-tokens', 'output-tokens', 'cost'] as const;

/** The arms: before the start their input, then their medians. */
export function armTable(model: CompareModel, comparison: Comparison): ArmTableView {
  const { t } = vscode.l10n;
  const { setup, outcome } = comparison;
  if (outcome.runs.length === 0) {
    const isModelNamed = setup.varied === 'model' || setup.varied === 'prompt-and-model';
    return {
      caption: t('Arms'),
      heads: [...(isModelNamed ? [] : [t('Model')]), t('Input')],
      rows: setup.arms.map(({ name, label, model: id }) => ({
        name,
        label,
        cells: [...(isModelNamed ? [] : [id]), tokensText(model, name)],
        keep: null,
      })),
    };
  }
  const primary = summarizedOn(setup, outcome.runs, setup.metric);
  const others = further
    .filter((number) => number !== setup.metric)
    .map((number) => ({ number, arms: summarizedOn(setup, outcome.runs, number) }));
  const held = heldCells(comparison);
  const ended = model.phase !== 'running';
  return {
    caption: t('Medians of the runs that count'),
    heads: [
      t('Runs'),
      t(metricTexts[setup.metric].label),
      t('Interval'),
      ...(held.length === 0 ? [] : [t('Assertions')]),
      ...others.map(({ number }) => t(metricTexts[number].label)),
    ],
    rows: setup.arms.map(({ name, label }, at) => {
      const arm = primary[at];
      const made = outcome.runs.filter((run) => run.arm === name).length;
      const counted = arm?.outcomes.reduce((sum, { runs }) => sum + runs, 0) ?? 0;
      return {
        name,
        label,
        cells: [
          counted === made ? formatTokens(made) : t('{0} of {1}', counted, made),
          formatMetric(setup.metric, arm?.median ?? null),
          arm?.interval == null
            ? absent
            : t(
                '{0} … {1} ({2})',
                formatMetric(setup.metric, arm.interval[0]),
                formatMetric(setup.metric, arm.interval[1]),
                formatLevel(arm.level ?? 0),
              ),
          ...held.slice(at, at + 1),
          ...others.map(({ number, arms }) => formatMetric(number, arms[at]?.median ?? null)),
        ],
        keep: ended && canKeep(comparison, at) ? t('Keep {0}', name) : null,
      };
    }),
  };
}

/** Estimated input tokens of an arm's runs; from the shortest input to the longest where they differ. */
function tokensText({ outlook }: CompareModel, arm: string): string {
  const tokens = [...(outlook?.runs.get(arm)?.values() ?? [])].map(({ inputTokens }) =>
    Math.round(inputTokens),
  );
  if (tokens.length === 0) return absent;
  const [least, most] = [Math.min(...tokens), Math.max(...tokens)];
  return least === most
    ? formatEstimate(most)
    : vscode.l10n.t('{0} to {1}', formatEstimate(least), formatTokens(most));
}

/** Whether an arm has something that can go to where the prompt has it from. */
function canKeep({ setup }: Comparison, at: number): boolean {
  const arm = setup.arms[at];
  if (arm === undefined || setup.arms.length === 1) return false;
  switch (setup.varied) {
    case 'prompt':
    case 'prompt-and-model':
      return arm.text !== null;
    default:
      return Object.keys(arm.change).length > 0;
  }
}
