import * as vscode from 'vscode';

/** Shows a document in the group that has it open, else in the first one: never over the panel that asked for it. */
export async function showDocument(document: vscode.TextDocument): Promise<void> {
  const uri = document.uri.toString();
  const group = vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri),
  );
  const viewColumn = group?.viewColumn ?? vscode.ViewColumn.One;
  await vscode.window.showTextDocument(document, { preview: false, viewColumn });
}
