import * as vscode from 'vscode';
import type { Finding } from '../../core/hints/finding.ts';
import { applyEdits } from '../../core/hints/fixAll.ts';
import { reach } from '../milestones.ts';
import { UserError } from '../userError.ts';
import type { FixAll } from './fixAllBy.ts';
import { editOf } from './fixes.ts';
import type { HintedDocument } from './hintState.ts';
import { lineEdits, type TextChange } from './lineEdits.ts';

/** A document's text before and after fixes. */
export interface FixedText {
  readonly document: vscode.TextDocument;
  /** Version of the document that was fixed. */
  readonly version: number;
  readonly before: string;
  readonly after: string;
  /** The fixes that it took. */
  readonly fixes: readonly Finding[];
}

/** What fixes of a tier make of a document; where parts of it were checked as asked, of those alone. */
export async function fixedText(
  { document, state }: HintedDocument,
  tier: 'safe' | 'suggestion',
  fixAll: FixAll,
): Promise<FixedText> {
  const { version } = document;
  const before = document.getText();
  const base = { document, version, before };
  if (!state.asked) {
    const fixed = await fixAll(document, tier);
    return { ...base, after: fixed?.text ?? before, fixes: fixed?.applied ?? [] };
  }
  const taken = state.findings.filter(
    (finding) => finding.replacement !== null && (finding.tier === 'safe' || tier === 'suggestion'),
  );
  return { ...base, after: applyEdits(before, taken), fixes: taken };
}

/**
 * Puts fixes into their document, undone in one step.
 * @throws UserError where the text changed since
 */
export async function applyFixedText({ document, version, before, after }: FixedText): Promise<void> {
  await applyChanges(document, version, lineEdits(before, after));
}

/**
 * Changes a document of this version, undone in one step.
 * @throws UserError where it is another by now
 */
export async function applyChanges(
  document: vscode.TextDocument,
  version: number,
  changes: readonly TextChange[],
): Promise<void> {
  const { t } = vscode.l10n;
  if (document.version !== version) {
    throw new UserError(t('The text changed meanwhile, so nothing was changed. Try it again.'));
  }
  if (!(await vscode.workspace.applyEdit(editOf(document, changes)))) {
    throw new UserError(t('VS Code did not take the change; perhaps the document can’t be written to.'));
  }
  reach('promptTuner.hintApplied');
}
