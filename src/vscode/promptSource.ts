import * as vscode from 'vscode';
import {
  bodySpan,
  isPromptDocument,
  promptKindOf,
  promptTitle,
  roleOf,
} from '../core/prompt/promptDocument.ts';
import { openedDocument } from './openedDocument.ts';
import type { Prompt, TextSpan } from './prompt.ts';
import { samplesStep } from './samplePrompts.ts';
import { partNamed } from './sources/promptParts.ts';
import { UserError } from './userError.ts';

/** Between two selections that are sent as one prompt. */
export const selectionSeparator = '\n\n';

/** The kind of prompt that a document holds. */
export function kindOfDocument(document: vscode.TextDocument) {
  return promptKindOf({ languageId: document.languageId, path: document.uri.path });
}

/** What a selection of a document goes by until the part that it stands in gives it a name. */
export function keyOfSelection(uri: vscode.Uri): string {
  return `${uri.toString()}#selection`;
}

/**
 * The prompt of an editor: its selections, else its document where that is a prompt.
 * @throws UserError where there is neither, or the text is empty.
 */
export function promptOfEditor(editor: vscode.TextEditor | undefined): Prompt {
  if (editor === undefined) {
    throw new UserError(vscode.l10n.t('Open a prompt, or select its text in an editor, and run it again.'), [
      samplesStep(),
    ]);
  }
  const { document } = editor;
  const spans = editor.selections
    .filter((selection) => !selection.isEmpty)
    .map((selection) => ({
      start: document.offsetAt(selection.start),
      end: document.offsetAt(selection.end),
    }))
    .sort((a, b) => a.start - b.start);
  return spans.length > 0 ? promptOfSpans(document, spans) : promptOfDocument(document);
}

/**
 * The prompt that a whole document is.
 * @throws UserError where the document is no prompt, or empty.
 */
export function promptOfDocument(document: vscode.TextDocument): Prompt {
  const kind = kindOfDocument(document);
  if (!isPromptDocument(kind)) throw new UserError(vscode.l10n.t('Select the prompt text, then run it.'));
  const text = document.getText();
  const { start, end } = bodySpan(text, kind);
  return notEmpty({
    key: document.uri.toString(),
    uri: document.uri,
    title: promptTitle(document.uri.path, kind),
    role: roleOf(kind),
    text: text.slice(start, end),
    anchor: { kind: 'document' },
  });
}

/**
 * The same prompt with the text that stands there now.
 * @throws UserError where it is gone.
 */
export async function currentPrompt(prompt: Prompt): Promise<Prompt> {
  const document = await openedDocument(prompt.uri);
  if (document === null) {
    throw new UserError(
      vscode.l10n.t('{0} can no longer be opened. Run a prompt from an editor.', prompt.title),
    );
  }
  const { key, title, anchor } = prompt;
  switch (anchor.kind) {
    case 'document':
      return promptOfDocument(document);
    case 'spans':
      return { ...promptOfSpans(document, anchor.spans), key, title };
    case 'part': {
      const part = await partNamed(document, anchor.identity, anchor.spans[0]);
      if (part !== null) return notEmpty(part);
      throw new UserError(
        vscode.l10n.t('{0} is no longer there. Put the cursor into a prompt and run it.', title),
      );
    }
  }
}

/** Where a prompt's text stands in its document, UTF-16 offsets; null where it is made of several selections. */
export function promptSpan(document: vscode.TextDocument, { anchor }: Prompt): TextSpan | null {
  if (anchor.kind === 'document') return bodySpan(document.getText(), kindOfDocument(document));
  const [span] = anchor.spans;
  return anchor.spans.length === 1 && span !== undefined ? span : null;
}

/** The text at a prompt's place in an open document, without judging it; empty where it is gone. */
export async function textAt(document: vscode.TextDocument, { anchor }: Prompt): Promise<string> {
  const text = document.getText();
  switch (anchor.kind) {
    case 'spans':
      return joinSpans(text, anchor.spans);
    case 'part':
      return (await partNamed(document, anchor.identity, anchor.spans[0]))?.text ?? '';
    case 'document': {
      const { start, end } = bodySpan(text, kindOfDocument(document));
      return text.slice(start, end);
    }
  }
}

/** Where a prompt begins in its document, as a UTF-16 offset; of several selections the first. */
export function startOfPrompt(document: vscode.TextDocument, { anchor }: Prompt): number {
  if (anchor.kind !== 'document') return anchor.spans[0]?.start ?? 0;
  return bodySpan(document.getText(), kindOfDocument(document)).start;
}

function promptOfSpans(document: vscode.TextDocument, spans: readonly TextSpan[]): Prompt {
  const kind = kindOfDocument(document);
  return notEmpty({
    key: keyOfSelection(document.uri),
    uri: document.uri,
    title: vscode.l10n.t('{0} › selection', promptTitle(document.uri.path, kind)),
    role: 'user',
    text: joinSpans(document.getText(), spans),
    anchor: { kind: 'spans', spans },
  });
}

/** The text of several selections, sent as one prompt. */
export function joinSpans(text: string, spans: readonly TextSpan[]): string {
  return spans.map(({ start, end }) => text.slice(start, end)).join(selectionSeparator);
}

/**
 * The prompt, if there is something to send.
 * @throws UserError where its text is empty
 */
export function notEmpty(prompt: Prompt): Prompt {
  if (prompt.text.trim() !== '') return prompt;
  throw new UserError(vscode.l10n.t('The prompt is empty: write or select some text, then run it.'));
}
