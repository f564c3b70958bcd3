import * as vscode from 'vscode';
import type { Finding } from '../../core/hints/finding.ts';
import { metricsOf, textTokensOf } from '../../core/run/metrics.ts';
import type { RunRecord } from '../../core/run/record.ts';
import { largestShare } from '../../core/run/timeline.ts';
import { totalInputTokens } from '../../core/run/usage.ts';
import { formatSeconds, formatTokens } from '../numbers.ts';
import { factText } from './factTexts.ts';
import { hintMessage, rateText, ruleTitle } from './hintTexts.ts';

/** A hint with the facts of the run that it is told after. */
export interface RunHintText {
  readonly text: string;
  readonly detail: string | null;
}

/** What is told of a finding that concerns what the model wrote: how much that was, and how long it took. */
export function outputHintText(
  finding: Finding,
  estimate: (raw: number) => number,
  { state }: RunRecord,
): RunHintText {
  const { t } = vscode.l10n;
  const title = ruleTitle(finding);
  const tokens = formatTokens(textTokensOf(state));
  const share = state.endedAt === null ? null : largestShare(state, state.endedAt);
  const details = [factText(finding, estimate), rateText(metricsOf(state).otps, t('this run'))].filter(
    (detail) => detail !== null,
  );
  return {
    text:
      share?.kind === 'text'
        ? t(
            '{0}: this answer had {1} tokens, {2} of {3}.',
            title,
            tokens,
            formatSeconds(share.ms),
            formatSeconds(share.totalMs),
          )
        : t('{0}: this answer had {1} tokens.', title, tokens),
    detail: details.length === 0 ? null : details.join(' '),
  };
}

/** What is told of a finding that concerns the prompt alone: what it saves, and what this run read. */
export function inputHintText(
  finding: Finding,
  text: string,
  estimate: (raw: number) => number,
  { state }: RunRecord,
): RunHintText {
  const { t } = vscode.l10n;
  const read = totalInputTokens(state.usage);
  return {
    text: hintMessage(finding, text.slice(finding.start, finding.end), estimate),
    detail: read === null ? null : t('This run read {0} tokens, as billed.', formatTokens(read)),
  };
}
