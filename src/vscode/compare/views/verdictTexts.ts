import * as vscode from 'vscode';
import { assertNever } from '../../../core/assertNever.ts';
import type {
  ArmRun,
  ComparedNumber,
  Comparison,
  ComparisonSetup,
} from '../../../core/compare/comparison.ts';
import type { ArmDifference, ArmSummary, Judgement } from '../../../core/compare/judge.ts';
import { median, robustSpread } from '../../../core/quantiles.ts';
import type { VerdictView } from '../../../webview/compareProtocol.ts';
import { endName } from '../../history/views/endName.ts';
import { formatMetric, formatMetricDifference } from '../../history/views/metricFormat.ts';
import { runsText } from '../../history/views/runsText.ts';
import { metricTexts } from '../../output/metricTexts.ts';
import { formatLevel } from './formatLevel.ts';
import { judgedOn } from './judged.ts';
import { reasonOf } from './runViews.ts';

/** What the runs say on the primary metric: one sentence for each arm against the first, or for the only one. */
export function verdictViews({ setup, outcome }: Comparison): readonly VerdictView[] {
  const judgement = judgedOn(setup, outcome.runs, setup.metric);
  const [only] = judgement.arms;
  if (setup.arms.length === 1 && only !== undefined) {
    return [{ text: measuredText(setup, outcome.runs, only), tone: only.n > 0 ? 'shown' : 'open' }];
  }
  const on =
    setup.inputs.length === 1
      ? vscode.l10n.t('On one input.')
      : vscode.l10n.t('On {0} inputs.', setup.inputs.length);
  return judgement.differences.map((difference) => {
    const { text, tone } = verdictView(named(difference, setup), judgement, setup.metric);
    return { text: `${text} ${on}`, tone };
  });
}

/** With three arms and more a letter alone does not tell which one is meant. */
interface NamedDifference extends ArmDifference {
  readonly nameA: string;
  readonly nameB: string;
}

function named(difference: ArmDifference, { arms }: ComparisonSetup): NamedDifference {
  const nameOf = (name: string) => {
    const label = arms.find((arm) => arm.name === name)?.label;
    return arms.length < 3 || label === undefined ? name : `${name} (${label})`;
  };
  return { ...difference, nameA: nameOf(difference.a), nameB: nameOf(difference.b) };
}

function verdictView(difference: NamedDifference, judgement: Judgement, number: ComparedNumber): VerdictView {
  const { t } = vscode.l10n;
  const { nameA: a, nameB: b, n, estimate, interval, level, verdict, hardly } = difference;
  const between =
    interval === null || level === null
      ? ''
      : t(
          '({0}: {1} … {2})',
          formatLevel(level),
          formatMetricDifference(number, interval[0]),
          formatMetricDifference(number, interval[1]),
        );
  const change = formatMetricDifference(number, estimate);
  const label = t(metricTexts[number].label);
  switch (verdict) {
    case 'faster':
    case 'less':
    case 'slower':
    case 'more': {
      const faster = verdict === 'faster' || verdict === 'less';
      const text = hardly
        ? faster
          ? t('{0} is faster, but hardly: {1} {2} {3}, {4} runs each.', b, label, change, between, n)
          : t('{0} is slower, but hardly: {1} {2} {3}, {4} runs each.', b, label, change, between, n)
        : faster
          ? t('{0} is faster: {1} {2} {3}, {4} runs each.', b, label, change, between, n)
          : t('{0} is slower: {1} {2} {3}, {4} runs each.', b, label, change, between, n);
      return { text, tone: 'shown' };
    }
    case 'no-difference-shown':
      return { text: undecidedText(difference, number), tone: 'open' };
    case 'not-enough-runs':
      return {
        text:
          estimate === null
            ? t('Not enough runs to tell {0} from {1}.', b, a)
            : t('Not enough runs to tell: {0} {1} {2}, {3} runs each.', b, label, change, n),
        tone: 'open',
      };
    case 'not-comparable':
      return { text: endsText(difference, judgement.arms), tone: 'warning' };
    default:
      return assertNever(verdict);
  }
}

function undecidedText(
  { nameB: b, n, interval, level, detectable }: NamedDifference,
  number: ComparedNumber,
): string {
  const { t } = vscode.l10n;
  const [low, high] = interval ?? [0, 0];
  const text = t(
    'No difference shown: {0} is between {1} faster and {2} slower ({3}), {4} runs each.',
    b,
    formatMetric(number, Math.max(0, -low)),
    formatMetric(number, Math.max(0, high)),
    formatLevel(level ?? 0),
    n,
  );
  return detectable === null
    ? text
    : `${text} ${t('A difference of about {0} would often be missed.', formatMetric(number, detectable))}`;
}

function endsText({ a, b, nameA, nameB }: NamedDifference, arms: readonly ArmSummary[]): string {
  const { t } = vscode.l10n;
  const ends = (name: string) => {
    const outcomes = arms.find((arm) => arm.name === name)?.outcomes ?? [];
    const all = outcomes.reduce((sum, { runs }) => sum + runs, 0);
    const words = outcomes.map(({ outcome, runs }) =>
      t(
        '{0} in {1} of {2}',
        outcome === 'assertion-failed' ? t('Assertion failed') : endName(outcome),
        runs,
        all,
      ),
    );
    return words.join(', ') || t('no run that counts');
  };
  return t(
    'Not comparable: {0} ended as {1}; {2} as {3}. An answer that is not whole is never a faster answer.',
    nameA,
    ends(a),
    nameB,
    ends(b),
  );
}

function measuredText(
  setup: ComparisonSetup,
  runs: readonly ArmRun[],
  { n, median: middle, interval, level, p95 }: ArmSummary,
): string {
  const { t } = vscode.l10n;
  const { metric, plan } = setup;
  if (middle === null) return t('No run counts yet.');
  const counted = runs.filter((run) => reasonOf(setup, run) === null);
  const spread = robustSpread(counted.flatMap(({ numbers }) => numbers[metric] ?? []));
  const costs = counted.flatMap(({ numbers }) => numbers.cost ?? []);
  const parts = [
    t('{0} {1}', t(metricTexts[metric].label), formatMetric(metric, middle)),
    interval === null || level === null
      ? null
      : t(
          '({0}: {1} … {2})',
          formatLevel(level),
          formatMetric(metric, interval[0]),
          formatMetric(metric, interval[1]),
        ),
  ].filter((part) => part !== null);
  const more = [
    runsText(n),
    spread === null ? null : t('standard deviation about {0}', formatMetric(metric, spread)),
    p95 === null
      ? plan.runs < 20
        ? t('p95 from 20 runs on')
        : null
      : t('p95 {0}', formatMetric(metric, p95)),
    costs.length === 0 ? null : t('{0} a run', formatMetric('cost', median(costs))),
  ].filter((part) => part !== null);
  return `${parts.join(' ')}, ${more.join(', ')}.`;
}
