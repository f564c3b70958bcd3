import * as vscode from 'vscode';
import { absent } from '../../core/format.ts';
import { costOf, costPerThousand } from '../../core/request/cost.ts';
import { modelFamily } from '../../core/request/modelFamily.ts';
import { type Price, pricesDate } from '../../core/request/prices.ts';
import { liveRate } from '../../core/run/liveRate.ts';
import { hasThinking, metricsOf } from '../../core/run/metrics.ts';
import { lastAttempt, type RunState } from '../../core/run/state.ts';
import { totalInputTokens } from '../../core/run/usage.ts';
import type { FigureId, FigureView } from '../../webview/protocol.ts';
import { formatCost, formatEstimate, formatRate, formatSeconds, formatTokens } from '../numbers.ts';
import { metricTexts } from './metricTexts.ts';

/** TTFT, first text where the model thinks, TTLT and tok/s; while the run goes on, as they stand now. */
export function figureViews(state: RunState, now: number): readonly FigureView[] {
  const metrics = metricsOf(state);
  const thinks = hasThinking(state);
  const live = state.endState === null;
  const attempt = lastAttempt(state);
  // The clock of an attempt that failed says nothing of the next one.
  const sentAt = attempt === null || attempt.failedAt !== null ? null : attempt.sentAt;
  const ttlt = live && sentAt !== null ? now - sentAt : metrics.ttltMs;
  const rate =
    live && metrics.otps === null
      ? rateEstimate(liveRate(state, modelFamily(state.model ?? '')))
      : formatRate(metrics.otps);
  const figures = [figure('ttft', formatSeconds(metrics.ttftMs))];
  if (thinks) figures.unshift({ ...figure('first-text', formatSeconds(metrics.firstTextMs)), leads: true });
  return [...figures, figure('ttlt', formatSeconds(ttlt)), figure('otps', rate)];
}

/** Billed tokens and what they cost. */
export function tokenViews(state: RunState, price: Price | null): readonly FigureView[] {
  const { t } = vscode.l10n;
  const { usage, usageFinal } = state;
  const cost = usageFinal ? costOf(usage, price) : null;
  const notes = [
    usage.cacheReadTokens ? t('{0} from cache', formatTokens(usage.cacheReadTokens)) : null,
    usage.cacheCreationTokens ? t('{0} to cache', formatTokens(usage.cacheCreationTokens)) : null,
  ].filter((note) => note !== null);
  return [
    figure('input-tokens', formatTokens(totalInputTokens(usage)), notes.join(', ') || null),
    figure(
      'output-tokens',
      usageFinal ? formatTokens(usage.outputTokens) : absent,
      usage.thinkingTokens ? t('{0} thinking', formatTokens(usage.thinkingTokens)) : null,
    ),
    dated(figure('cost', formatCost(cost))),
    dated(figure('cost-per-1000', formatCost(costPerThousand(cost)))),
  ];
}

/** Says of when the built-in prices are. */
function dated(view: FigureView): FigureView {
  const { t } = vscode.l10n;
  return {
    ...view,
    hover: t(
      '{0} Built-in prices are of {1}; your setting “promptTuner.prices” comes first.',
      view.hover,
      pricesDate,
    ),
  };
}

function rateEstimate(tokensPerSecond: number | null): string {
  return tokensPerSecond === null ? absent : formatEstimate(Math.round(tokensPerSecond));
}

function figure(id: FigureId, value: string, note: string | null = null): FigureView {
  const { t } = vscode.l10n;
  const text = metricTexts[id];
  const hover =
    value === absent ? t('{0} Absent when {1}', t(text.hover), t(text.absentWhen)) : t(text.hover);
  return { id, label: t(text.label), value, hover, note, leads: false };
}
