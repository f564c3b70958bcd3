import { randomUUID } from 'node:crypto';
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

/** Previews the request of the active editor. */
export async function previewed(): Promise<Previewed> {
  await call('promptTuner.preview');
  const editor = window.visibleTextEditors.find(({ document }) => isPreview(document));
  if (editor === undefined) throw new Error('No preview is shown.');
  const text = await providedNow(editor.document);
  await untilText(editor.document, text);
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

// A document that is open from before gets its new text a little later, and may first get an older one that was under
// way. One that was never open is provided with the text that stands now, whatever its query.
async function providedNow({ uri }: TextDocument): Promise<string> {
  return (await workspace.openTextDocument(uri.with({ query: randomUUID() }))).getText();
}

function untilText(document: TextDocument, text: string): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (document.getText() !== text) return;
      subscription.dispose();
      resolve();
    };
    const subscription = workspace.onDidChangeTextDocument(look);
    look();
  });
}

function isPreview({ uri }: TextDocument): boolean {
  return uri.scheme === 'prompt-tuner-preview';
}
