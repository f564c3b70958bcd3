import * as vscode from 'vscode';
import type { Finding, Insertion } from '../../core/hints/finding.ts';
import { formatRate, formatSaving, formatSeconds } from '../numbers.ts';
import { oneLine } from '../oneLine.ts';
import { factText } from './factTexts.ts';
import { deletedPart } from './fixShape.ts';
import { infoOf } from './ruleInfo.ts';

const longestQuote = 48;

/** What an edit saves, in estimated tokens: `≈ −2 tokens`. */
export function savingText(tokens: number): string {
  const { t } = vscode.l10n;
  return tokens === 1 ? t('{0} token', formatSaving(tokens)) : t('{0} tokens', formatSaving(tokens));
}

/** The name of a finding's rule. */
export function ruleTitle({ rule }: Finding): string {
  return vscode.l10n.t(infoOf(rule).title);
}

/** What the editor says of a finding; `replaced` is the text that it is about, `estimate` makes raw tokens an estimate. */
export function hintMessage(finding: Finding, replaced: string, estimate: (raw: number) => number): string {
  const { t } = vscode.l10n;
  const { replacement } = finding;
  const title = ruleTitle(finding);
  const fact = factText(finding, estimate);
  if (replacement === null) return t('{0}. {1}', title, fact ?? t(infoOf(finding.rule).why));
  const tokens = estimate(finding.savedTokens);
  if (replaced.trim() === '') return t('{0} ({1}).', title, savingText(tokens));
  const gone = deletedPart(replaced, replacement);
  if (gone !== null) {
    return t(
      '{0}: “{1}” can go ({2}).',
      title,
      quoted(replaced.slice(gone.start, gone.end)),
      savingText(tokens),
    );
  }
  return isShort(replacement)
    ? t('{0}: “{1}” is shorter ({2}).', title, quoted(replacement), savingText(tokens))
    : t('{0} ({1}).', title, savingText(tokens));
}

/** The title of a finding's edit by its effect, such as `Shorten to “to” (≈ −2 tokens)`. */
export function fixTitle(replacement: string, replaced: string, tokens: number): string {
  const { t } = vscode.l10n;
  if (replaced.trim() === '') return t('Remove white space ({0})', savingText(tokens));
  const gone = deletedPart(replaced, replacement);
  if (gone !== null) {
    return t('Remove “{0}” ({1})', quoted(replaced.slice(gone.start, gone.end)), savingText(tokens));
  }
  return isShort(replacement)
    ? t('Shorten to “{0}” ({1})', quoted(replacement), savingText(tokens))
    : t('Shorten this part ({0})', savingText(tokens));
}

/** The title of what an advice offers to put in. */
export function insertionTitle({ id, text }: Insertion): string {
  const { t } = vscode.l10n;
  switch (id) {
    case 'sentences':
      return t('Ask for 3 Sentences');
    case 'bullets':
      return t('Ask for 5 Bullets');
    case 'json':
      return t('Ask for JSON Only');
    case 'answer-only':
      return t('Ask for the Answer Only');
    default:
      return t('Insert “{0}”', quoted(text));
  }
}

/**
 * What fewer output tokens are worth at the speed of a run, as a rate: never a promised total. Null where the speed is
 * unknown.
 */
export function rateText(tokensPerSecond: number | null, run: string): string | null {
  if (tokensPerSecond === null || tokensPerSecond <= 0) return null;
  return vscode.l10n.t(
    'Each 100 output tokens fewer ≈ −{0} at the {1} tok/s of {2}.',
    formatSeconds(100_000 / tokensPerSecond),
    formatRate(tokensPerSecond),
    run,
  );
}

/** A text on one line and not too long, to stand between quotation marks. */
export function quoted(text: string, longest = longestQuote): string {
  return oneLine(text, longest);
}

function isShort(text: string): boolean {
  return text.length <= longestQuote && !text.includes('\n');
}
