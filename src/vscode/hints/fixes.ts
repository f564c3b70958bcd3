import * as vscode from 'vscode';
import type { Finding } from '../../core/hints/finding.ts';
import { bodySpan, isPromptDocument } from '../../core/prompt/promptDocument.ts';
import { kindOfDocument } from '../promptSource.ts';
import { lintedKind } from './hintedDocuments.ts';
import type { HintedDocument } from './hintState.ts';
import { fixTitle, insertionTitle } from './hintTexts.ts';
import type { TextChange } from './lineEdits.ts';

/** One way to act on a finding in its document. */
export interface Fix {
  readonly title: string;
  readonly change: TextChange;
}

/** What can be done about a finding in a text: its edit, or what it offers to put in. */
export function fixesOf(finding: Finding, text: string, estimate: (raw: number) => number): readonly Fix[] {
  const { start, end, replacement, insertions, savedTokens } = finding;
  const offers = insertions.map((insertion) => ({
    title: insertionTitle(insertion),
    change: { start: insertion.at, end: insertion.at, text: insertion.text },
  }));
  if (replacement === null) return offers;
  const title = fixTitle(replacement, text.slice(start, end), estimate(savedTokens));
  return [{ title, change: { start, end, text: replacement } }, ...offers];
}

/**
 * The comment that silences a finding's rule: on its line, or in the whole file where it has no line of its own. Null
 * in code, where such a comment would be none.
 */
export function ignoreChange(finding: Finding, { document, state }: HintedDocument): TextChange | null {
  if (!isPromptDocument(kindOfDocument(document))) return null;
  const { rule, scope, start, end } = finding;
  const body = bodySpan(state.text, lintedKind(document)).start;
  const words = start + state.text.slice(start, end).search(/\S|$/);
  if (scope === 'document' || words < body) {
    return { start: body, end: body, text: `<!-- prompt-tuner-disable-file ${rule} -->\n` };
  }
  const line = document.lineAt(document.positionAt(words));
  const at = document.offsetAt(line.range.start);
  const indent = line.text.slice(0, line.firstNonWhitespaceCharacterIndex);
  return { start: at, end: at, text: `${indent}<!-- prompt-tuner-disable-next-line ${rule} -->\n` };
}

/** Changes of a document as one edit, undone in one step. */
export function editOf(document: vscode.TextDocument, changes: readonly TextChange[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const { start, end, text } of changes) {
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    edit.replace(document.uri, range, text);
  }
  return edit;
}
