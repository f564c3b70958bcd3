import * as vscode from 'vscode';
import type {
  ArmRun,
  ComparedNumber,
  Comparison,
  ComparisonSetup,
} from '../../../core/compare/comparison.ts';
import type { ArmDifference } from '../../../core/compare/judge.ts';
import { formatMetric, formatMetricDifference } from '../../history/views/metricFormat.ts';
import { metricTexts } from '../../output/metricTexts.ts';
import { judgedOn } from './judged.ts';

/** What was seen besides, without a promise: other numbers of each arm against the first. */
export function factTexts({ setup, outcome }: Comparison): readonly string[] {
  const { t } = vscode.l10n;
  const judged = (number: ComparedNumber) => judgedOn(setup, outcome.runs, number).differences;
  const others = (['ttft', 'first-text', 'ttlt', 'otps', 'output-tokens', 'input-tokens', 'cost'] as const)
    .filter((number) => number !== setup.metric && !isTwice(number, setup, outcome.runs))
    .flatMap((number) => judged(number).map((difference) => ({ number, difference })))
    .filter(({ difference }) => isShown(difference));
  const names = setup.arms.slice(1).map(({ name }) => name);
  const observed = names.flatMap((name) => {
    const words = others
      .filter(({ difference }) => difference.b === name)
      .map(({ number, difference }) => observedText(number, difference));
    return words.length === 0 ? [] : [t('Also observed of {0}: {1}.', name, words.join(', '))];
  });
  return [...names.flatMap((name) => partsText(setup, outcome.runs, name) ?? []), ...observed];
}

function isShown({ verdict }: ArmDifference): boolean {
  return verdict === 'faster' || verdict === 'slower' || verdict === 'less' || verdict === 'more';
}

// Where nobody thought, TTFT and first text are the same number.
function isTwice(number: ComparedNumber, { metric }: ComparisonSetup, runs: readonly ArmRun[]): boolean {
  if (runs.some(({ numbers }) => numbers.ttft !== numbers['first-text'])) return false;
  return number === (metric === 'first-text' ? 'ttft' : 'first-text');
}

function observedText(number: ComparedNumber, { estimate, verdict }: ArmDifference): string {
  const { t } = vscode.l10n;
  const size = formatMetric(number, Math.abs(estimate ?? 0));
  const less = verdict === 'less';
  switch (number) {
    case 'output-tokens':
      return less ? t('{0} output tokens fewer', size) : t('{0} output tokens more', size);
    case 'input-tokens':
      return less ? t('{0} input tokens fewer', size) : t('{0} input tokens more', size);
    case 'cost':
      return less ? t('{0} cheaper a run', size) : t('{0} dearer a run', size);
    default:
      return t('{0} {1}', t(metricTexts[number].label), formatMetricDifference(number, estimate));
  }
}

/** Where a shown difference of TTLT comes from: before the first token, or after it. */
function partsText(setup: ComparisonSetup, runs: readonly ArmRun[], name: string): readonly string[] | null {
  const { t } = vscode.l10n;
  const of = (number: ComparedNumber) =>
    judgedOn(setup, runs, number).differences.find(({ b }) => b === name) ?? null;
  const whole = of('ttlt');
  const first = of('ttft')?.estimate ?? null;
  const tokens = of('output-tokens')?.estimate ?? null;
  if (setup.metric !== 'ttlt' || whole === null || !isShown(whole) || whole.estimate === null) return null;
  if (first === null || tokens === null) return null;
  const rest = whole.estimate - first;
  const change = formatMetricDifference('output-tokens', tokens);
  return [
    t(
      'Of the {0}: {1} until the first token, {2} after it, with {3} output tokens (estimates).',
      formatMetricDifference('ttlt', whole.estimate),
      formatMetricDifference('ttlt', first),
      formatMetricDifference('ttlt', rest),
      change,
    ),
  ];
}
