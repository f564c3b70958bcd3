import * as vscode from 'vscode';
import { sidecarPath } from '../../core/prompt/sidecar.ts';

/** A larger file is none of ours: bytes. */
const largest = 1_000_000;

/** The file that may stand beside a prompt's document; null where the document has no folder. */
export function sidecarUri(uri: vscode.Uri): vscode.Uri | null {
  if (uri.scheme === 'untitled' || uri.scheme === 'vscode-notebook-cell') return null;
  return uri.with({ path: sidecarPath(uri.path), query: '', fragment: '' });
}

/** Whether a document is such a file. */
export function isSidecar({ path }: vscode.Uri): boolean {
  return path.endsWith(sidecarPath(''));
}

/** The text of the file beside a document as it stands, saved or not; null where there is none. */
export async function sidecarText(uri: vscode.Uri): Promise<string | null> {
  const beside = sidecarUri(uri);
  if (beside === null) return null;
  const open = vscode.workspace.textDocuments.find(
    (document) => document.uri.toString() === beside.toString(),
  );
  if (open !== undefined && !open.isClosed) return open.getText();
  try {
    const bytes = await vscode.workspace.fs.readFile(beside);
    return bytes.byteLength > largest ? null : new TextDecoder().decode(bytes);
  } catch {
    return null;
  }
}
