import { Selection, type TextEditor, workspace } from 'vscode';
import type { RecordedRequest } from '../simulator/record.ts';
import { inWorkspace, openEditor } from './hostRuns.ts';

/** The words of a recorded request. */
export interface Sent {
  readonly system: string | null;
  readonly turns: readonly string[];
}

/** The system prompt and the turns of a recorded request, each with its role. */
export function sent({ body }: RecordedRequest): Sent {
  const { system = null, messages } = body as {
    readonly system?: string;
    readonly messages: readonly {
      readonly role: string;
      readonly content: readonly { readonly text: string }[];
    }[];
  };
  const turns = messages.map(
    ({ role, content }) => `${role}: ${content.map(({ text }) => text).join(' + ')}`,
  );
  return { system, turns };
}

const written = new Set<string>();

/** Writes a file of the workspace. */
export async function write(name: string, text: string): Promise<void> {
  written.add(name);
  await workspace.fs.writeFile(inWorkspace(name), new TextEncoder().encode(text));
}

/** The names of the files that were written since the last call. */
export function takeWritten(): readonly string[] {
  const names = [...written];
  written.clear();
  return names;
}

/** Writes a file, opens it and puts the cursor before these words. */
export async function openAt(name: string, text: string, words: string): Promise<TextEditor> {
  await write(name, text);
  const editor = await openEditor(name);
  return putCursor(editor, words);
}

/** Puts the cursor before these words. */
export function putCursor(editor: TextEditor, words: string): TextEditor {
  const { document } = editor;
  const at = document.positionAt(document.getText().indexOf(words));
  editor.selection = new Selection(at, at);
  return editor;
}
