import * as vscode from 'vscode';
import { assertNever } from '../../../core/assertNever.ts';
import { type LeftOut, leftOutReason } from '../../../core/compare/comparedRun.ts';
import type { ArmRun, Comparison, ComparisonSetup } from '../../../core/compare/comparison.ts';
import { cacheStates, inputsOfBlocks } from '../../../core/compare/judgeComparison.ts';
import type { CompareRunsView, StripView } from '../../../webview/compareProtocol.ts';
import { endName } from '../../history/views/endName.ts';
import { formatMetric } from '../../history/views/metricFormat.ts';
import { metricTexts } from '../../output/metricTexts.ts';
import { failedText } from './assertionTexts.ts';
import { summarizedOn } from './judged.ts';

/** About so many ticks stand on the scale. */
const ticks = 4;

/** All runs on one scale with medians and intervals; null without a run that has the number. */
export function stripView({ setup, outcome }: Comparison): StripView | null {
  const { t } = vscode.l10n;
  const { metric } = setup;
  const values = outcome.runs.flatMap(({ numbers }) => numbers[metric] ?? []);
  if (values.length === 0) return null;
  const label = (value: number) => formatMetric(metric, value);
  const scale = scaleOf(Math.min(...values), Math.max(...values), label);
  const place = (value: number) => (100 * (value - scale.from)) / (scale.to - scale.from);
  const blocks = inputsOfBlocks(setup, outcome.runs);
  const summaries = summarizedOn(setup, outcome.runs, metric);
  return {
    title: t(metricTexts[metric].label),
    ticks: scale.ticks.map((value) => ({ at: place(value), label: label(value) })),
    rows: setup.arms.map(({ name }, at) => {
      const { median = null, interval = null, n = 0 } = summaries[at] ?? {};
      return {
        arm: name,
        dots: outcome.runs.flatMap((run) => {
          const value = run.numbers[metric];
          if (run.arm !== name || value === null) return [];
          const leftOut = reasonOf(setup, run);
          const hover = hoverOf(setup, run, blocks.get(run.block) ?? '', leftOut);
          return [{ run: run.id, at: place(value), leftOut: leftOut !== null, hover }];
        }),
        median: median === null ? null : place(median),
        interval: interval === null ? null : [place(interval[0]), place(interval[1])],
        hover: t('{0}: median {1} of {2} runs', name, formatMetric(metric, median), n),
      };
    }),
  };
}

/** All runs as a table, in the order in which they were made. */
export function runsView({ setup, outcome }: Comparison): CompareRunsView | null {
  const { t } = vscode.l10n;
  if (outcome.runs.length === 0) return null;
  const numbers = ['ttft', 'ttlt', 'output-tokens', 'cost'] as const;
  const blocks = inputsOfBlocks(setup, outcome.runs);
  const several = setup.inputs.length > 1;
  const checks = (setup.assertions ?? []).length > 0;
  const left = outcome.runs.filter((run) => reasonOf(setup, run) !== null).length;
  return {
    title:
      left === 0
        ? t('Runs ({0})', outcome.runs.length)
        : t('Runs ({0}, {1} not counted)', outcome.runs.length, left),
    heads: [
      t('Arm'),
      t('State'),
      ...numbers.map((number) => t(metricTexts[number].label)),
      t('Counted'),
      ...(several ? [t('Values')] : []),
      ...(checks ? [t('Assertions')] : []),
    ],
    rows: outcome.runs.map((run) => {
      const reason = reasonOf(setup, run);
      return {
        run: run.id,
        arm: run.arm,
        cells: [
          endName(run.endState),
          ...numbers.map((number) => formatMetric(number, run.numbers[number])),
          reason === null ? t('yes') : t('no: {0}', reasonText(reason)),
          ...(several ? [inputLabel(setup, blocks.get(run.block) ?? '')] : []),
          ...(checks ? [failedText(setup, run)] : []),
        ],
        leftOut: reason !== null,
      };
    }),
  };
}

/** Why a run of a comparison does not count, in a word or two. */
function reasonText(reason: LeftOut): string {
  const { t } = vscode.l10n;
  switch (reason) {
    case 'cancelled':
      return t('stopped');
    case 'failed':
      return t('failed');
    case 'retried':
      return t('retried');
    case 'cache-state':
      return t('other cache state');
    default:
      return assertNever(reason);
  }
}

/** Why a run does not count; null where it does. */
export function reasonOf(setup: ComparisonSetup, run: ArmRun): LeftOut | null {
  return leftOutReason({ ...run, value: null }, cacheStates(setup)[run.arm] ?? 'any');
}

/** What an input is called, by its name. */
export function inputLabel({ inputs }: ComparisonSetup, name: string): string {
  return inputs.find((input) => input.name === name)?.label ?? name;
}

function hoverOf(setup: ComparisonSetup, run: ArmRun, input: string, reason: LeftOut | null): string {
  const { t } = vscode.l10n;
  const value = formatMetric(setup.metric, run.numbers[setup.metric]);
  const block =
    setup.inputs.length === 1
      ? t('{0}, block {1}', run.arm, run.block + 1)
      : t('{0}, block {1} on {2}', run.arm, run.block + 1, inputLabel(setup, input));
  return reason === null
    ? t('{0}: {1}', block, value)
    : t('{0}: {1}, not counted: {2}', block, value, reasonText(reason));
}

interface Scale {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

/** A scale with round ticks around the values, no two of them with the same label. */
function scaleOf(low: number, high: number, label: (value: number) => string): Scale {
  const span = high - low || Math.abs(high) || 1;
  const power = 10 ** Math.floor(Math.log10(span / ticks));
  const scales = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000]
    .map((factor) => factor * power)
    .filter((step) => span / step <= ticks)
    .map((step): Scale => {
      // No number of a run is below 0.
      const from = Math.max(0, Math.floor((low - 0.05 * span) / step) * step);
      const to = Math.ceil((high + 0.05 * span) / step) * step;
      const count = Math.round((to - from) / step);
      return { from, to, ticks: Array.from({ length: count + 1 }, (_, at) => from + at * step) };
    });
  const distinct = scales.find((scale) => new Set(scale.ticks.map(label)).size === scale.ticks.length);
  return distinct ?? { from: low, to: low + span, ticks: [low, low + span] };
}
