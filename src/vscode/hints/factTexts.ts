import * as vscode from 'vscode';
import type { Finding } from '../../core/hints/finding.ts';
import { formatEstimate } from '../numbers.ts';

/**
 * What a finding's own facts say, in a sentence; null for a rule without facts. `estimate` makes an estimate of raw
 * tokens.
 */
export function factText({ rule, data }: Finding, estimate: (raw: number) => number): string | null {
  const { t } = vscode.l10n;
  switch (rule) {
    case 'PT11':
    case 'PT12':
      return 'line' in data ? t('Line {0} says it already.', data.line ?? '') : null;
    case 'PT13':
      return 'times' in data ? t('{0} words in capitals take each other’s weight.', data.times ?? '') : null;
    case 'PT21':
      return data.sentences === 1
        ? t('Ask for 1 sentence rather than {0} words.', data.words ?? '')
        : t('Ask for {0} sentences rather than {1} words.', data.sentences ?? '', data.words ?? '');
    case 'PT23':
      return t(
        'Line {0} asks for reasoning, line {1} for the answer alone.',
        data.line ?? '',
        data.answerLine ?? '',
      );
    case 'PT25':
      return t(
        '“{0}” stands before {1} tokens that never change.',
        data.variable ?? '',
        formatEstimate(estimate(Number(data.staticTokens))),
      );
    case 'PT26':
      return data.state === 'unused'
        ? t('“{0}” is declared and never used.', data.variable ?? '')
        : t('“{0}” is used and not declared.', data.variable ?? '');
    case 'PT27':
      return t(
        'Examples are {0} % of the prompt, at most {1} of one kind.',
        data.percent ?? '',
        data.examples ?? '',
      );
    case 'PT29':
      return t(
        'The description has {0} tokens, loaded into every conversation.',
        formatEstimate(estimate(Number(data.tokens))),
      );
    default:
      return null;
  }
}
