import * as vscode from 'vscode';
import { formatEstimate, formatSaving } from '../numbers.ts';
import type { TokenEstimates } from '../tokenEstimates.ts';
import { sumOf, sumText } from './documentSum.ts';
import { longestHinted } from './hintedDocuments.ts';
import type { HintState } from './hintState.ts';

/** A part of the line over a prompt. */
export interface LinePart {
  readonly title: string;
  readonly tooltip: string;
}

/** What the line over a prompt tells of its hints. */
export interface HintLine {
  /** Null where there are none. */
  readonly hints: LinePart | null;
  /** In place of the prompt's tokens, where its parts are loaded at different times; null elsewhere. */
  readonly weights: LinePart | null;
}

/** What the line is made from. */
type LineState = Pick<HintState, 'findings' | 'model' | 'tooLong' | 'weights'>;

/** What the line over a prompt tells of what was found in it. */
export function hintLine(state: LineState, maximum: number, estimates: TokenEstimates): HintLine {
  return { hints: hintsPart(state, maximum, estimates), weights: weightsPart(state, estimates) };
}

function hintsPart(state: LineState, maximum: number, estimates: TokenEstimates): LinePart | null {
  const { t } = vscode.l10n;
  const { findings, model, tooLong } = state;
  if (tooLong) {
    return {
      title: t('too long for hints'),
      tooltip: t(
        'Documents over {0} characters get no hints. Select a part and run Check Prompt for Verbosity.',
        longestHinted.toLocaleString(vscode.env.language),
      ),
    };
  }
  const n = findings.length;
  if (n === 0) return null;
  const tokens = sumOf(findings, model, estimates);
  const count = n === 1 ? t('1 hint') : t('{0} hints', n);
  const sentences = [
    t('Press to see them, with their fixes.'),
    ...(tokens > 0 ? [t('All fixes together: {0}, estimated for {1}.', sumText(tokens, model), model)] : []),
    ...(n > maximum ? [t('At most {0} are marked in the text, the strongest first.', maximum)] : []),
  ];
  return {
    title: tokens > 0 ? t('{0} ({1})', count, formatSaving(tokens)) : count,
    tooltip: sentences.join(' '),
  };
}

function weightsPart({ weights, model }: LineState, estimates: TokenEstimates): LinePart | null {
  const { t } = vscode.l10n;
  if (weights === null || weights.description === null) return null;
  const estimate = (raw: number) => formatEstimate(estimates.ofRaw(raw, model));
  return {
    title: t(
      'description {0}, always loaded · body {1}, when used',
      estimate(weights.description),
      estimate(weights.body),
    ),
    tooltip: t(
      'Tokens, estimated on this machine. The description is in every request of a session, the body only when it is used. Press to have the API count.',
    ),
  };
}
