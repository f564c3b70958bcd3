import * as vscode from 'vscode';
import { type PromptKind, showsCodeLens } from '../../core/prompt/promptDocument.ts';
import { isWatchedScheme } from '../documentSchemes.ts';
import { kindOfDocument } from '../promptSource.ts';
import { readSetting } from '../settings.ts';

/** The longest document that gets hints: UTF-16 units. */
export const longestHinted = 200_000;

/** Whether the person wants hints in a document at all. */
export function hintsAreOn({ uri }: vscode.TextDocument): boolean {
  return readSetting(vscode.workspace.getConfiguration(undefined, uri), 'promptTuner.hints.enable');
}

/** Whether a document gets hints as it is written; any other text gets them when asked for. */
export function isHinted(document: vscode.TextDocument): boolean {
  if (!isWatchedScheme(document.uri.scheme)) return false;
  if (!hintsAreOn(document)) return false;
  if (showsCodeLens(kindOfDocument(document))) return true;
  const configuration = vscode.workspace.getConfiguration(undefined, document.uri);
  return readSetting(configuration, 'promptTuner.hints.languages').includes(document.languageId);
}

/** What the text of a document is to the rules: what was asked for in code is a text like any other. */
export function lintedKind(document: vscode.TextDocument): PromptKind {
  const kind = kindOfDocument(document);
  return kind === 'code' ? 'text' : kind;
}

/** The documents in view, those of notebook cells too, each once. */
export function documentsInView(): readonly vscode.TextDocument[] {
  const cells = vscode.window.visibleNotebookEditors.flatMap(({ notebook }) => notebook.getCells());
  const editors = vscode.window.visibleTextEditors;
  return [...new Set([...editors, ...cells].map(({ document }) => document))];
}

/** Calls when other documents come into view, or what they are to the hints may be another. */
export function onDidChangeView(act: () => void): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.window.onDidChangeVisibleTextEditors(act),
    vscode.window.onDidChangeVisibleNotebookEditors(act),
    // A cell that is added, and a document whose language changes, are opened anew.
    vscode.workspace.onDidOpenTextDocument(act),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('promptTuner')) act();
    }),
  );
}
