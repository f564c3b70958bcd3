import type * as vscode from 'vscode';
import { type FixResult, fixAll } from '../../core/hints/fixAll.ts';
import { loadTokenizer } from '../lazy.ts';
import { longestHinted } from './hintedDocuments.ts';
import type { LintBases } from './lintBasis.ts';

/** Applies all fixes of a tier to a document's text as it stands; null where the document is too long. */
export type FixAll = (
  document: vscode.TextDocument,
  tier: 'safe' | 'suggestion',
) => Promise<FixResult | null>;

/** Makes the function that fixes documents, by what decides how each is looked at. */
export function fixAllBy(bases: LintBases, log: vscode.LogOutputChannel): FixAll {
  return async (document, tier) => {
    const { count } = await loadTokenizer();
    const { options } = await bases.ofDocument(document);
    const text = document.getText();
    if (text.length > longestHinted) return null;
    const fixed = fixAll(text, { ...options, count }, tier);
    for (const rule of new Set(fixed.dropped)) log.info(`${rule}: an edit was dropped while fixing all.`);
    return fixed;
  };
}
