import * as vscode from 'vscode';
import { bodySpan, isPromptDocument, promptTitle } from '../../core/prompt/promptDocument.ts';
import type { HintCommandId } from '../commandIds.ts';
import { formatEstimate } from '../numbers.ts';
import { kindOfDocument } from '../promptSource.ts';
import type { FixParts } from '../sources/fixParts.ts';
import { fixAllInParts, pickPartHint } from '../sources/partHintCommands.ts';
import type { PartHints } from '../sources/partHints.ts';
import { isPartTarget, type PartTarget } from '../sources/promptParts.ts';
import type { TokenEstimates } from '../tokenEstimates.ts';
import { applyFixedText, type FixedText, fixedText } from './applyFixes.ts';
import { sumOf, sumText } from './documentSum.ts';
import type { FixAll } from './fixAllBy.ts';
import type { FixedPreview } from './fixedPreview.ts';
import { lintedKind } from './hintedDocuments.ts';
import { pickHint } from './hintPick.ts';
import { checked, documentOf, hintedOf } from './hintTarget.ts';
import type { HintTracker } from './hintTracker.ts';

/** Has the API count a document's prompt as it was and as it is, and tells both. */
export type CountBoth = (document: vscode.TextDocument, before: string, after: string) => Promise<void>;

/** What the commands about hints work on. */
export interface HintCommandParts {
  readonly extensionUri: vscode.Uri;
  readonly tracker: HintTracker;
  readonly estimates: TokenEstimates;
  readonly fixAll: FixAll;
  readonly preview: FixedPreview;
  readonly countBoth: CountBoth;
  /** Hints in prompts inside of documents, and what fixes them. */
  readonly parts: PartHints;
  readonly fixParts: FixParts;
}

/** What each command about hints does. */
export function hintCommands(
  parts: HintCommandParts,
): Readonly<Record<HintCommandId, (target: unknown) => Promise<void>>> {
  const { tracker, estimates, extensionUri } = parts;
  return {
    'promptTuner.checkPrompt': () => checkPrompt(parts),
    'promptTuner.showHints': async (target) => {
      if (isPartTarget(target)) return await showPartHints(target, parts);
      const hinted = await hintedOf(await documentOf(target), tracker);
      if (hinted.state.findings.length === 0) tellNothing(hinted.document);
      else await pickHint(hinted, estimates, extensionUri, true);
    },
    'promptTuner.fixAllHints': (target) => fixAllSafe(target, parts),
    'promptTuner.applySuggestions': (target) => applySuggestions(target, parts),
    'promptTuner.clearHints': async (target) => tracker.clear(await documentOf(target)),
  };
}

async function checkPrompt({ tracker, estimates, extensionUri }: HintCommandParts): Promise<void> {
  const hinted = await checked(tracker);
  if (hinted.state.findings.length === 0) tellNothing(hinted.document);
  // Of what is selected in a prompt file only those hints are listed, while all at once would be all of the file.
  else await pickHint(hinted, estimates, extensionUri, hinted.state === tracker.current(hinted.document));
}

async function showPartHints({ uri, identity }: PartTarget, context: HintCommandParts): Promise<void> {
  const { parts, estimates, fixParts } = context;
  const document = await vscode.workspace.openTextDocument(uri);
  const state = (await parts.look(document)).find(({ found }) => found.identity === identity);
  if (state === undefined || state.findings.length === 0) tellNothing(document);
  else await pickPartHint(document, state, estimates, fixParts);
}

async function fixAllSafe(target: unknown, parts: HintCommandParts): Promise<void> {
  const { t } = vscode.l10n;
  const document = await documentOf(target);
  const inside = await parts.parts.look(document);
  if (inside.length > 0) return await fixAllInParts(document, inside, parts.fixParts);
  const hinted = await hintedOf(document, parts.tracker);
  const fixed = await fixedText(hinted, 'safe', parts.fixAll);
  if (fixed.before === fixed.after) {
    void vscode.window.showInformationMessage(t('{0}: no safe fixes are left.', titleOf(hinted.document)));
    return;
  }
  await applyFixedText(fixed);
  const [before, after] = await tokensOf(fixed, parts.estimates, hinted.state.model);
  // Of code only a part was fixed, which is no prompt that could be found again.
  const offers = isPromptDocument(kindOfDocument(hinted.document)) ? [t('Count Both Versions')] : [];
  const sentence =
    fixed.fixes.length === 1
      ? t('1 hint fixed: {0} → {1} tokens.', formatEstimate(before), formatEstimate(after))
      : t(
          '{0} hints fixed: {1} → {2} tokens.',
          fixed.fixes.length,
          formatEstimate(before),
          formatEstimate(after),
        );
  if ((await vscode.window.showInformationMessage(sentence, ...offers)) === undefined) return;
  await parts.countBoth(hinted.document, bodyOf(fixed, fixed.before), bodyOf(fixed, fixed.after));
}

async function applySuggestions(target: unknown, parts: HintCommandParts): Promise<void> {
  const { t } = vscode.l10n;
  const hinted = await hintedOf(await documentOf(target), parts.tracker);
  const fixed = await fixedText(hinted, 'suggestion', parts.fixAll);
  if (fixed.before === fixed.after) {
    void vscode.window.showInformationMessage(t('{0}: no suggestions are left.', titleOf(hinted.document)));
    return;
  }
  const { model } = hinted.state;
  const saving = sumText(sumOf(fixed.fixes, model, parts.estimates), model);
  if (await parts.preview.confirm(fixed, saving)) await applyFixedText(fixed);
}

function tellNothing(document: vscode.TextDocument): void {
  const { t } = vscode.l10n;
  void vscode.window.showInformationMessage(t('{0}: nothing to shorten was found.', titleOf(document)));
}

async function tokensOf(
  fixed: FixedText,
  estimates: TokenEstimates,
  model: string,
): Promise<readonly [before: number, after: number]> {
  return [
    await estimates.ofPrompt(bodyOf(fixed, fixed.before), model),
    await estimates.ofPrompt(bodyOf(fixed, fixed.after), model),
  ];
}

function bodyOf({ document }: FixedText, text: string): string {
  const { start, end } = bodySpan(text, lintedKind(document));
  return text.slice(start, end);
}

function titleOf(document: vscode.TextDocument): string {
  return promptTitle(document.uri.path, kindOfDocument(document));
}
