import * as vscode from 'vscode';
import type { StringChange } from '../../adapters/sources/writtenEdits.ts';
import type { FoundPrompt, PromptText } from '../../core/prompt/foundPrompt.ts';
import { sourceSpan, type TextEdit } from '../../core/prompt/mappedText.ts';
import type { Span } from '../../core/prompt/promptDocument.ts';
import { loadSources } from '../lazy.ts';
import { parsedCode, sensitivityFor } from './foundIn.ts';

/** Where a span of a part's text stands in its document. */
export function partRange(document: vscode.TextDocument, text: PromptText, span: Span): vscode.Range {
  const { start, end } = sourceSpan(text, span);
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** The edits of a document after which a part of it has exactly the wanted text; null where its quotes can't hold that. */
export async function partEdits(
  document: vscode.TextDocument,
  { kind, identity, span }: FoundPrompt,
  text: PromptText,
  change: StringChange,
): Promise<readonly TextEdit[] | null> {
  if (kind !== 'code') {
    if ('text' in change) return [{ ...span, text: change.text }];
    return change.edits.map((edit) => ({ ...sourceSpan(text, edit), text: edit.text }));
  }
  const { writtenEdits } = await loadSources();
  const code = await parsedCode(document);
  const sensitivity = sensitivityFor(document) === 'relaxed' ? 'relaxed' : 'strict';
  const written = code === null ? null : writtenEdits(code, sensitivity, identity, change);
  return written === null || 'refused' in written ? null : written.edits;
}
