import { commands, type TextDocument, type TextEditor, window, workspace } from 'vscode';
import { call } from './hostRuns.ts';

/** What Preview Request shows. */
export interface Previewed {
  readonly editor: TextEditor;
  readonly text: string;
  /** The lines above the request, without their slashes. */
  readonly comments: readonly string[];
  /** The request. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** Previews the request of the active editor; one that was previewed before must have been another. */
export async function previewed(): Promise<Previewed> {
  const old = workspace.textDocuments.some(isPreview);
  const changed = new Promise<void>((resolve) => {
    const subscription = workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (!isPreview(document) || contentChanges.length === 0) return;
      subscription.dispose();
      resolve();
    });
  });
  await call('promptTuner.preview');
  // A document that is still open from before is renewed a little later.
  if (old) await changed;
  const editor = window.visibleTextEditors.find(({ document }) => isPreview(document));
  if (editor === undefined) throw new Error('No preview is shown.');
  const text = editor.document.getText();
  const lines = text.split('\n');
  const isComment = (line: string) => line.startsWith('// ');
  return {
    editor,
    text,
    comments: lines.filter(isComment).map((line) => line.slice(3)),
    body: JSON.parse(lines.filter((line) => !isComment(line)).join('\n')) as Record<string, unknown>,
  };
}

/** Whether a document takes an edit. */
export async function takesEdits(editor: TextEditor): Promise<boolean> {
  const before = editor.document.getText();
  await window.showTextDocument(editor.document, editor.viewColumn);
  await commands.executeCommand('type', { text: 'x' });
  return editor.document.getText() !== before;
}

function isPreview({ uri }: TextDocument): boolean {
  return uri.scheme === 'prompt-tuner-preview';
}
