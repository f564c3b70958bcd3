import * as vscode from 'vscode';
import type { Finding } from '../../core/hints/finding.ts';
import { applyChanges } from '../hints/applyFixes.ts';
import { factText } from '../hints/factTexts.ts';
import { fixesOf } from '../hints/fixes.ts';
import { ruleTitle } from '../hints/hintTexts.ts';
import { strongestFirst } from '../hints/marks.ts';
import type { TokenEstimates } from '../tokenEstimates.ts';
import { UserError } from '../userError.ts';
import type { FixParts } from './fixParts.ts';
import { partEdits, partRange } from './partEdits.ts';
import type { PartState } from './partHints.ts';

interface HintItem extends vscode.QuickPickItem {
  readonly act: () => Thenable<unknown>;
}

/** Lists what was found in a prompt inside a document, the strongest first; a pick applies its fix. */
export async function pickPartHint(
  document: vscode.TextDocument,
  state: PartState,
  estimates: TokenEstimates,
  fixAll: FixParts,
): Promise<void> {
  const { t } = vscode.l10n;
  const items = strongestFirst(state.findings).flatMap((finding) =>
    itemsOf(finding, document, state, estimates),
  );
  const safe = state.findings.filter(({ tier }) => tier === 'safe').length;
  const forAll: HintItem = {
    label: t('Fix All Safe Hints ({0})', safe),
    act: () => fixAllInParts(document, [state], fixAll),
  };
  const picked = await vscode.window.showQuickPick(safe > 1 ? [...items, forAll] : items, {
    title: t('Hints'),
    placeHolder: t('Enter applies the fix; one undo takes it back'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  await picked?.act();
}

/**
 * Applies all safe fixes in prompts inside a document, undone in one step.
 * @throws UserError where the text changed since
 */
export async function fixAllInParts(
  document: vscode.TextDocument,
  states: readonly PartState[],
  fixAll: FixParts,
): Promise<void> {
  const { t } = vscode.l10n;
  const { version } = document;
  const { edits, fixes } = await fixAll(document, states);
  if (fixes > 0) await applyChanges(document, version, edits);
  const sentence =
    fixes === 0
      ? t('No safe fixes are left.')
      : fixes === 1
        ? t('1 hint fixed.')
        : t('{0} hints fixed.', fixes);
  void vscode.window.showInformationMessage(sentence);
}

function itemsOf(
  finding: Finding,
  document: vscode.TextDocument,
  { found, text, model, version }: PartState,
  estimates: TokenEstimates,
): readonly HintItem[] {
  const { t } = vscode.l10n;
  const estimate = (raw: number) => estimates.ofRaw(raw, model);
  const range = partRange(document, text, finding);
  const place = finding.scope === 'span' ? t('line {0}', range.start.line + 1) : t('whole prompt');
  const title = ruleTitle(finding);
  const fact = factText(finding, estimate);
  const common = {
    description: `${place} · ${finding.rule}`,
    detail: fact === null ? title : t('{0}: {1}', title, fact),
  };
  const fixes = fixesOf(finding, text.text, estimate);
  if (fixes.length === 0) {
    return [
      { ...common, label: title, act: () => vscode.window.showTextDocument(document, { selection: range }) },
    ];
  }
  return fixes.map(({ title: label, change }) => ({
    ...common,
    label,
    act: async () => {
      const edits = await partEdits(document, found, text, { edits: [change] });
      if (edits === null) throw new UserError(t('The quotes of this string can’t hold the shorter text.'));
      await applyChanges(document, version, edits);
    },
  }));
}
