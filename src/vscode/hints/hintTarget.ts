import * as vscode from 'vscode';
import { isPromptDocument } from '../../core/prompt/promptDocument.ts';
import type { TextSpan } from '../prompt.ts';
import { kindOfDocument } from '../promptSource.ts';
import { samplesStep } from '../samplePrompts.ts';
import { UserError } from '../userError.ts';
import { isHinted, longestHinted } from './hintedDocuments.ts';
import type { HintedDocument } from './hintState.ts';
import type { HintTracker } from './hintTracker.ts';

/**
 * The document that a gesture means: the one that the line over a prompt names, else the active editor's.
 * @throws UserError where there is neither
 */
export async function documentOf(target: unknown): Promise<vscode.TextDocument> {
  if (target instanceof vscode.Uri) return await vscode.workspace.openTextDocument(target);
  return activeEditor().document;
}

/**
 * A document with its hints as it stands now.
 * @throws UserError where it gets none and was not checked either, or is too long
 */
export async function hintedOf(document: vscode.TextDocument, tracker: HintTracker): Promise<HintedDocument> {
  const asked = tracker.current(document);
  if (asked?.asked === true) return { document, state: asked };
  if (!isHinted(document)) {
    const { t } = vscode.l10n;
    throw new UserError(t('Hints come by themselves in prompt files. This text gets them when you ask.'), [
      {
        label: t('Check Prompt for Verbosity'),
        act: () => vscode.commands.executeCommand('promptTuner.checkPrompt'),
      },
    ]);
  }
  const state = await tracker.look(document);
  if (state.tooLong) throw tooLong();
  return { document, state };
}

/**
 * Checks what the active editor shows: its selections, else its document; only the findings of those are given.
 * @throws UserError where there is no text to check, or too much
 */
export async function checked(tracker: HintTracker): Promise<HintedDocument> {
  const { document, selections } = activeEditor();
  const spans = selections
    .filter((selection) => !selection.isEmpty)
    .map(({ start, end }) => ({ start: document.offsetAt(start), end: document.offsetAt(end) }))
    .toSorted((a, b) => a.start - b.start);
  if (isHinted(document)) {
    const hinted = await hintedOf(document, tracker);
    if (spans.length === 0) return hinted;
    const findings = hinted.state.findings.filter((finding) => isWithin(finding, spans));
    return { document, state: { ...hinted.state, findings } };
  }
  if (spans.length === 0 && !isPromptDocument(kindOfDocument(document))) {
    throw new UserError(vscode.l10n.t('Select the prompt text, then check it.'));
  }
  const parts = spans.length === 0 ? [{ start: 0, end: document.getText().length }] : spans;
  if (parts.reduce((sum, { start, end }) => sum + end - start, 0) > longestHinted) throw tooLong();
  return { document, state: await tracker.check(document, parts) };
}

function activeEditor(): vscode.TextEditor {
  const editor = vscode.window.activeTextEditor;
  if (editor !== undefined) return editor;
  throw new UserError(vscode.l10n.t('Open a prompt, or select its text in an editor.'), [samplesStep()]);
}

function isWithin({ scope, start, end }: { scope: string } & TextSpan, spans: readonly TextSpan[]): boolean {
  return scope === 'span' && spans.some((span) => start < span.end && end > span.start);
}

function tooLong(): UserError {
  return new UserError(
    vscode.l10n.t(
      'Texts over {0} characters get no hints. Select a part and check that.',
      longestHinted.toLocaleString(vscode.env.language),
    ),
  );
}
