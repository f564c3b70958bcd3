import * as vscode from 'vscode';
import { assertNever } from '../../../core/assertNever.ts';
import type { FittedBaseline } from '../../../core/history/baseline.ts';
import type { SentenceView } from '../../../webview/historyView.ts';
import { formatSeconds, formatTokens } from '../../numbers.ts';
import type { KeptBaseline } from '../keptBaselines.ts';
import { whenText } from './when.ts';

/** Baseline latency of a model at a place: measured where that was done, and fitted over the person's own runs. */
export function baselineView(fitted: FittedBaseline, measured: KeptBaseline | null): SentenceView {
  const { t } = vscode.l10n;
  const label = measured === null ? t('Measure Baseline…') : t('Measure Again…');
  const parts = [measured === null ? null : measuredText(measured), fittedText(fitted, measured !== null)];
  return {
    text: parts.filter((part) => part !== null).join(' '),
    hover: t(
      'What remains of the latency without input and output tokens. It includes your network. How it is found: docs/metrics.md.',
    ),
    buttons: [{ action: 'measure-baseline', label, primary: false }],
  };
}

function measuredText({ ms, n, low, high, at }: KeptBaseline): string {
  return vscode.l10n.t(
    'Baseline (measured {0}, n = {1}): {2} ({3} to {4}), your network included.',
    whenText(at),
    n,
    formatSeconds(ms),
    formatSeconds(low),
    formatSeconds(high),
  );
}

function fittedText(fitted: FittedBaseline, brief: boolean): string | null {
  const { t } = vscode.l10n;
  switch (fitted.kind) {
    case 'fitted':
      return t(
        'Baseline (fitted, n = {0}): {1} ({2} to {3}), your network included; each 1,000 input tokens ≈ +{4}.',
        fitted.n,
        formatSeconds(fitted.ms),
        formatSeconds(fitted.interval.low),
        formatSeconds(fitted.interval.high),
        formatSeconds(fitted.msPerThousandTokens),
      );
    case 'needs-runs':
      if (brief) return null;
      return fitted.thought > 0 && fitted.n === 0
        ? t('Baseline: no run of this model without thinking yet; {0} are needed to fit it.', fitted.needed)
        : t('Baseline: {0} of the {1} runs that a fit needs.', fitted.n, fitted.needed);
    case 'needs-spread':
      if (brief) return null;
      return t(
        'Baseline: inputs of {0} to {1} tokens are too much alike to fit it; the longest should be {2} times the shortest.',
        formatTokens(Math.round(fitted.low)),
        formatTokens(Math.round(fitted.high)),
        fitted.factor,
      );
    default:
      return assertNever(fitted);
  }
}
