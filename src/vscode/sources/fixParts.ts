import type * as vscode from 'vscode';
import { fixAll } from '../../core/hints/fixAll.ts';
import type { TextEdit } from '../../core/prompt/mappedText.ts';
import { lineEdits } from '../hints/lineEdits.ts';
import type { LintBases } from '../hints/lintBasis.ts';
import { loadTokenizer } from '../lazy.ts';
import { partEdits } from './partEdits.ts';
import type { PartState } from './partHints.ts';

/** What applying all safe fixes to parts of a document comes to. */
export interface FixedParts {
  /** In order; they don't overlap. */
  readonly edits: readonly TextEdit[];
  /** How many fixes that were. */
  readonly fixes: number;
}

/** Applies all safe fixes to parts of a document as it stands. */
export type FixParts = (document: vscode.TextDocument, states: readonly PartState[]) => Promise<FixedParts>;

/** Makes the function that does, by what decides how a document is looked at. */
export function fixPartsBy(bases: LintBases): FixParts {
  return async (document, states) => {
    const { count } = await loadTokenizer();
    const edits: TextEdit[] = [];
    let fixes = 0;
    for (const { found, text } of states) {
      const { options } = bases.ofPart(document, found);
      const fixed = fixAll(text.text, { ...options, count }, 'safe');
      if (fixed.text === text.text) continue;
      const change = lineEdits(text.text, fixed.text);
      const written = await partEdits(document, found, text, { edits: change });
      if (written === null) continue;
      edits.push(...written);
      fixes += fixed.applied.length;
    }
    return { edits: edits.sort((a, b) => a.start - b.start), fixes };
  };
}
