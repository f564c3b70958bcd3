import * as vscode from 'vscode';
import { renderRequest } from '../core/request/render.ts';
import type { RunRecord } from '../core/run/record.ts';
import { textOf } from '../core/run/state.ts';
import type { RequestLanguage } from '../webview/protocol.ts';
import type { Prompt } from './prompt.ts';
import { currentPrompt } from './promptSource.ts';
import { readSetting } from './settings.ts';
import { UserError } from './userError.ts';

/** The request of a run as code of a language; empty without a run. */
export function requestCode(language: RequestLanguage, record: RunRecord | null): string {
  if (record === null) return '';
  const configuration = vscode.workspace.getConfiguration();
  const rendered = renderRequest(record.request, {
    baseUrl: record.baseUrl,
    auth: readSetting(configuration, 'promptTuner.auth'),
    headerNames: Object.keys(readSetting(configuration, 'promptTuner.headers')),
  });
  return rendered[language];
}

/** Opens the answer as a new Markdown document. */
export async function openAsDocument(record: RunRecord | null): Promise<void> {
  if (record === null) return;
  const document = await vscode.workspace.openTextDocument({
    language: 'markdown',
    content: textOf(record.state),
  });
  await vscode.window.showTextDocument(document, { preview: false });
}

/**
 * Inserts the answer below its prompt, as one edit that can be undone.
 * @throws UserError where the prompt is gone, or its document takes no edit
 */
export async function insertBelow(record: RunRecord | null, lastPrompt: Prompt | null): Promise<void> {
  if (record === null || lastPrompt === null) return;
  const prompt = await currentPrompt(lastPrompt);
  const document = await vscode.workspace.openTextDocument(prompt.uri);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(prompt.uri, endOf(prompt, document), `\n\n${textOf(record.state)}\n`);
  if (await vscode.workspace.applyEdit(edit)) return;
  throw new UserError(
    vscode.l10n.t('VS Code did not take the change; perhaps the document can’t be written to.'),
  );
}

function endOf({ anchor }: Prompt, document: vscode.TextDocument): vscode.Position {
  if (anchor.kind === 'document') return document.positionAt(document.getText().length);
  const end = document.positionAt(anchor.spans.at(-1)?.end ?? 0);
  // A part is a fenced block, whose last line comes behind it.
  return anchor.kind === 'part'
    ? document.lineAt(Math.min(end.line + 1, document.lineCount - 1)).range.end
    : end;
}

/** Shows where a link of the answer leads and opens it if the person says so; https only. */
export async function openLink(url: string): Promise<void> {
  const { t } = vscode.l10n;
  const address = httpsAddress(url);
  if (address === null) {
    throw new UserError(t('This link of the answer is not opened: only https links are.'));
  }
  const open = t('Open');
  const copyLink = t('Copy');
  const chosen = await vscode.window.showInformationMessage(
    t('Open this link of the answer?'),
    { modal: true, detail: address },
    open,
    copyLink,
  );
  // As a string: a `Uri` loses what is escaped in it, so that another address than the one shown would be opened.
  if (chosen === open) await vscode.commands.executeCommand('vscode.open', address);
  if (chosen === copyLink) await copy(address);
}

/** The address as a browser writes it, names of hosts in ASCII; null where it is none, or not https. */
function httpsAddress(url: string): string | null {
  try {
    const { protocol, href } = new URL(url);
    return protocol === 'https:' ? href : null;
  } catch {
    return null;
  }
}

/** Opens the documentation at a number. */
export async function explain(figure: string, extensionUri: vscode.Uri): Promise<void> {
  const page = vscode.Uri.joinPath(extensionUri, 'docs', 'metrics.md').with({ fragment: figure });
  await vscode.commands.executeCommand('markdown.showPreview', page);
}

/** Puts text on the clipboard. */
export async function copy(text: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
}
