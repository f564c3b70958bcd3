import * as vscode from 'vscode';
import { promptOfDocument } from '../promptSource.ts';
import { type AskParts, askMissing } from './askValues.ts';
import { foundFor } from './foundFor.ts';
import { type PartTarget, partNamed } from './promptParts.ts';

/** Asks for the value of one variable of a prompt, which is filled with it from then on; a prompt that is gone is left alone. */
export async function enterValue(
  { uri, identity }: PartTarget,
  variable: string,
  parts: AskParts,
): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const prompt = identity === '' ? promptOfDocument(document) : await partNamed(document, identity);
  if (prompt === null) return;
  const { found } = await foundFor(prompt);
  const asked = found?.variables.filter(({ name }) => name === variable) ?? [];
  if (found !== null && asked.length > 0) await askMissing(prompt, found, asked, parts);
}
