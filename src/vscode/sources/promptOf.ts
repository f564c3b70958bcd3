import * as vscode from 'vscode';
import { codeLanguages } from '../documentSchemes.ts';
import { namedPrompt } from '../history/promptName.ts';
import type { Prompt } from '../prompt.ts';
import { currentPrompt, notEmpty, promptOfDocument, promptOfEditor } from '../promptSource.ts';
import { UserError } from '../userError.ts';
import { foundIn, sensitivityFor } from './foundIn.ts';
import { isPartTarget, partAt, partNamed, promptOfPart } from './promptParts.ts';

/**
 * The prompt that a gesture means: what a line over a prompt or an editor title names, else the selections of the active
 * editor, else the part of its document under the cursor, else the document; `last` where a panel has the focus.
 * @throws UserError where there is none
 */
export async function promptOf(target: unknown, last: Prompt | null = null): Promise<Prompt> {
  if (isPrompt(target)) return target;
  const editor = vscode.window.activeTextEditor;
  if (isPartTarget(target)) return await partOf(target.uri, target.identity);
  if (target instanceof vscode.Uri && editor?.document.uri.toString() !== target.toString()) {
    return promptOfDocument(await vscode.workspace.openTextDocument(target));
  }
  if (editor === undefined && last !== null) return await currentPrompt(last);
  if (editor === undefined || editor.selections.some((selection) => !selection.isEmpty)) {
    return await namedPrompt(promptOfEditor(editor));
  }
  const { document } = editor;
  const part = await partAt(document, document.offsetAt(editor.selection.active));
  if (part !== null) return notEmpty(part);
  const isReadAsCode = codeLanguages.includes(document.languageId) && sensitivityFor(document) !== 'off';
  return isReadAsCode ? noPromptHere() : await wholeDocument(document);
}

function isPrompt(target: unknown): target is Prompt {
  return typeof target === 'object' && target !== null && 'anchor' in target && 'key' in target;
}

async function partOf(uri: vscode.Uri, identity: string): Promise<Prompt> {
  const document = await vscode.workspace.openTextDocument(uri);
  return (await partNamed(document, identity)) ?? noPromptHere();
}

// Around the fenced prompts of a Markdown document stand notes, which are no prompt.
async function wholeDocument(document: vscode.TextDocument): Promise<Prompt> {
  const { prompts } = await foundIn(document);
  const [only, ...others] = prompts;
  if (only === undefined || prompts.some(({ identity }) => identity === ''))
    return promptOfDocument(document);
  return others.length === 0 ? promptOfPart(document, only) : noPromptHere();
}

function noPromptHere(): never {
  throw new UserError(
    vscode.l10n.t('No prompt is under the cursor. Put it into one, or select the prompt text, then run it.'),
  );
}
