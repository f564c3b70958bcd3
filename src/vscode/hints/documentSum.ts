import * as vscode from 'vscode';
import type { Finding } from '../../core/hints/finding.ts';
import { formatCost } from '../numbers.ts';
import { currentPrice } from '../requestPreparation.ts';
import type { TokenEstimates } from '../tokenEstimates.ts';
import { savingText } from './hintTexts.ts';

/** Less than this is not worth a word: US dollars per 1,000 runs. */
const leastDollars = 0.01;

/** Estimated tokens that all edits of a document save together. */
export function sumOf(findings: readonly Finding[], model: string, estimates: TokenEstimates): number {
  return estimates.ofRaw(
    findings.reduce((sum, { savedTokens }) => sum + savedTokens, 0),
    model,
  );
}

/** What a saving of input tokens comes to: `≈ −380 tokens, ≈ −$0.04 per 1,000 runs`; the money only where it is any. */
export function sumText(tokens: number, model: string): string {
  const { t } = vscode.l10n;
  const price = currentPrice(model);
  // A price is in dollars per million tokens, so that a thousandth of it is for a thousand runs of one token.
  const dollars = price === null ? 0 : (tokens * price.input) / 1_000;
  if (dollars < leastDollars) return savingText(tokens);
  return t('{0}, ≈ −{1} per 1,000 runs', savingText(tokens), formatCost(dollars));
}
