import * as vscode from 'vscode';
import type { Finding } from '../../core/hints/finding.ts';
import { bodySpan } from '../../core/prompt/promptDocument.ts';
import type { TokenEstimates } from '../tokenEstimates.ts';
import { lintedKind } from './hintedDocuments.ts';
import type { HintedDocument } from './hintState.ts';
import { fixTitle, insertionTitle } from './hintTexts.ts';
import type { TextChange } from './lineEdits.ts';

/** One way to act on a finding in its document. */
export interface Fix {
  readonly title: string;
  readonly change: TextChange;
  /** Id of an advice's offer; null for the finding's own edit. */
  readonly insertion: string | null;
}

/** What can be done about a finding: its edit, or what it offers to put in. */
export function fixesOf(
  finding: Finding,
  { state }: HintedDocument,
  estimates: TokenEstimates,
): readonly Fix[] {
  const { start, end, replacement, insertions, savedTokens } = finding;
  const offers = insertions.map((insertion) => ({
    title: insertionTitle(insertion),
    change: { start: insertion.at, end: insertion.at, text: insertion.text },
    insertion: insertion.id,
  }));
  if (replacement === null) return offers;
  const tokens = estimates.ofRaw(savedTokens, state.model);
  const title = fixTitle(replacement, state.text.slice(start, end), tokens);
  return [{ title, change: { start, end, text: replacement }, insertion: null }, ...offers];
}

/** The comment that silences a finding's rule: on its line, or in the whole file where it has no line of its own. */
export function ignoreChange(finding: Finding, { document, state }: HintedDocument): TextChange {
  const body = bodySpan(state.text, lintedKind(document)).start;
  if (finding.scope === 'document' || finding.start < body) {
    return { start: body, end: body, text: `<!-- prompt-tuner-disable-file ${finding.rule} -->\n` };
  }
  const line = document.lineAt(document.positionAt(finding.start));
  const at = document.offsetAt(line.range.start);
  const indent = line.text.slice(0, line.firstNonWhitespaceCharacterIndex);
  return { start: at, end: at, text: `${indent}<!-- prompt-tuner-disable-next-line ${finding.rule} -->\n` };
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
