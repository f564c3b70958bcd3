import * as vscode from 'vscode';
import type { Forecast } from '../../../core/compare/forecast.ts';
import { replacementLimit } from '../../../core/compare/plan.ts';
import type { ChoiceView } from '../../../webview/compareProtocol.ts';
import { formatMetric } from '../../history/views/metricFormat.ts';
import { formatCost, formatSeconds, formatTokens } from '../../numbers.ts';
import { metricTexts } from '../../output/metricTexts.ts';
import type { CompareModel } from '../compareModel.ts';
import { forecast } from '../outlook.ts';
import { checkedTexts } from './assertionTexts.ts';
import { trims } from './trims.ts';

/** Time that an input token fewer spares, in ms: one public measurement of 2024, of another vendor's model. */
const msPerInputToken = 0.2;

/** What the comparison will take and can show, one sentence each; empty once it began. */
export function planTexts({
  comparison,
  phase,
  outlook,
  remarks,
  rateLimit,
}: CompareModel): readonly string[] {
  if (comparison === null || outlook === null || phase !== 'planned') return [];
  const { t } = vscode.l10n;
  const { setup } = comparison;
  const expected = forecast(setup, 0, outlook);
  const { runs, tokensAtMost, costAtMost, detectable } = expected;
  const { arms, inputs, plan, metric } = setup;
  const again = replacementLimit(plan, 0) * arms.length;
  return [
    arms.length === 1
      ? inputs.length === 1
        ? t('{0} runs on one input, one after another.', runs)
        : t('{0} runs on {1} inputs, one after another.', runs, inputs.length)
      : inputs.length === 1
        ? t(
            '{0} arms, {1} runs each on one input: {2} runs, one after another in random order.',
            arms.length,
            runs / arms.length,
            runs,
          )
        : t(
            '{0} arms, {1} runs each on {2} inputs: {3} runs, one after another in random order.',
            arms.length,
            runs / arms.length,
            inputs.length,
            runs,
          ),
    ...(inputs.length === 1 ? [] : [t('Inputs: {0}.', inputs.map(({ label }) => label).join(', '))]),
    [
      costAtMost === null ? t('Cost unknown') : t('At most {0}', formatCost(costAtMost)),
      t('≈ {0} tokens at most', formatTokens(Math.round(tokensAtMost))),
      timeText(expected),
    ].join(', ') + t('; up to {0} runs made again included, all of max tokens written.', again),
    ...(arms.length === 1
      ? []
      : [
          detectable === null
            ? t('How small a difference it can show is not known: this prompt has too few runs yet.')
            : t('Shows differences from about {0} on.', formatMetric(metric, detectable)),
        ]),
    ...checkedTexts(setup),
    ...trimText(setup, outlook.runs, detectable),
    ...(setup.varied === 'caching'
      ? [t('The first run with caching only writes the cache: it does not count and is made again.')]
      : []),
    ...rateLimitText(rateLimit),
    ...remarks,
  ];
}

function timeText({ timeMs, timeUnknownOf }: Forecast): string {
  const { t } = vscode.l10n;
  if (timeMs === null) return t('time unknown until it runs');
  const time = formatSeconds(timeMs);
  return timeUnknownOf.length === 0
    ? t('about {0}', time)
    : t('about {0} and the time of {1}, unknown until it runs', time, timeUnknownOf.join(', '));
}

/** What can be chosen before the start. */
export function choiceViews({ comparison, phase }: CompareModel): readonly ChoiceView[] {
  if (comparison === null || phase !== 'planned') return [];
  const { t } = vscode.l10n;
  const { arms, plan, metric } = comparison.setup;
  return [
    {
      id: 'runs',
      label: t('Runs each'),
      options: ([5, 10, 20] as const).map((runs) => ({
        value: String(runs),
        label: String(runs),
        chosen: runs === plan.runs,
      })),
    },
    {
      id: 'metric',
      label: arms.length === 1 ? t('Metric') : t('Verdict on'),
      options: (['ttlt', 'first-text'] as const).map((id) => ({
        value: id,
        label: t(metricTexts[id].label),
        chosen: id === metric,
      })),
    },
  ];
}

/** A prompt that only lost words gains so little time that few runs can’t show it. */
function trimText(
  setup: NonNullable<CompareModel['comparison']>['setup'],
  runs: NonNullable<CompareModel['outlook']>['runs'],
  detectable: number | null,
): readonly string[] {
  const { t } = vscode.l10n;
  const [a, b] = setup.arms;
  if (a === undefined || b === undefined || !trims(setup)) return [];
  const fewer = Math.round(usualTokens(runs, a.name) - usualTokens(runs, b.name));
  const ms = fewer * msPerInputToken;
  if (fewer <= 0 || (detectable !== null && ms >= detectable)) return [];
  const gain = `−${formatSeconds(ms)}`;
  return [
    detectable === null
      ? t('≈ {0} input tokens fewer ≈ {1}: run it for the answers, not the speed.', fewer, gain)
      : t(
          '≈ {0} input tokens fewer ≈ {1}; these runs show about {2}: run it for the answers, not the speed.',
          fewer,
          gain,
          formatSeconds(detectable),
        ),
  ];
}

/** Estimated input tokens of an arm's run, the mean over its inputs. */
function usualTokens(runs: NonNullable<CompareModel['outlook']>['runs'], arm: string): number {
  const tokens = [...(runs.get(arm)?.values() ?? [])].map(({ inputTokens }) => inputTokens);
  return tokens.reduce((sum, each) => sum + each, 0) / Math.max(1, tokens.length);
}

function rateLimitText(limit: CompareModel['rateLimit']): readonly string[] {
  const { t } = vscode.l10n;
  const parts = [
    limit?.requestsRemaining == null ? null : t('{0} requests', formatTokens(limit.requestsRemaining)),
    limit?.tokensRemaining == null ? null : t('{0} tokens', formatTokens(limit.tokensRemaining)),
  ].filter((part) => part !== null);
  return parts.length === 0 ? [] : [t('Rate limit: {0} were left after the last run.', parts.join(', '))];
}
