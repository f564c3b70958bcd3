import * as vscode from 'vscode';
import type { FoundPrompt } from '../../core/prompt/foundPrompt.ts';
import { promptKindOf, promptTitle, type Span } from '../../core/prompt/promptDocument.ts';
import { ownMessage } from '../../core/prompt/withText.ts';
import type { Prompt } from '../prompt.ts';
import { foundIn } from './foundIn.ts';

/** What a line over a part of a document names as its prompt. */
export interface PartTarget {
  readonly uri: vscode.Uri;
  readonly identity: string;
}

/** Whether a command was called with such a name. */
export function isPartTarget(target: unknown): target is PartTarget {
  if (typeof target !== 'object' || target === null || target instanceof vscode.Uri) return false;
  const { uri, identity } = target as Partial<Record<string, unknown>>;
  return uri instanceof vscode.Uri && typeof identity === 'string';
}

/** The text of a found prompt as its history knows it: in code the one that the program sees, else what stands in the document. */
export function textOfFound(found: FoundPrompt, text: string): string {
  const { kind, span } = found;
  if (kind === 'code') return ownMessage(found)?.text.text ?? '';
  return text.slice(span.start, span.end);
}

/** A part of a document as a prompt of its own. */
export function promptOfPart(document: vscode.TextDocument, found: FoundPrompt): Prompt {
  const { identity, role, span } = found;
  const { path } = document.uri;
  const name = promptTitle(path, promptKindOf({ languageId: document.languageId, path }));
  return {
    key: keyOfPart(document.uri, identity),
    uri: document.uri,
    title: `${name} › ${identity}`,
    role,
    text: textOfFound(found, document.getText()),
    anchor: { kind: 'part', identity, spans: [span] },
  };
}

/** What a prompt of a document goes by in history and settings; the document itself has no identity. */
export function keyOfPart(uri: vscode.Uri, identity: string): string {
  return identity === '' ? uri.toString() : `${uri.toString()}#${identity}`;
}

/** The part of a document under the cursor: the string or fence that it is in, or that its line or its call holds; null outside of any. */
export async function partAt(document: vscode.TextDocument, offset: number): Promise<Prompt | null> {
  const { prompts } = await foundIn(document);
  const parts = prompts.filter(({ identity }) => identity !== '');
  const line = document.lineAt(document.positionAt(offset).line).range;
  const inLine = { start: document.offsetAt(line.start), end: document.offsetAt(line.end) };
  const found =
    parts.find(({ span }) => holds(span, offset)) ??
    parts.find(({ span }) => span.start <= inLine.end && inLine.start <= span.end) ??
    parts.find(({ call }) => call !== null && holds(call, offset));
  return found === undefined ? null : promptOfPart(document, found);
}

/** The part of a document that goes by this name, else the one where it stood last; null where neither is there. */
export async function partNamed(
  document: vscode.TextDocument,
  identity: string,
  place: Span | null = null,
): Promise<Prompt | null> {
  const found = await foundNamed(document, identity, place);
  return found === null ? null : promptOfPart(document, found);
}

/** The same, as it was found. */
export async function foundNamed(
  document: vscode.TextDocument,
  identity: string,
  place: Span | null = null,
): Promise<FoundPrompt | null> {
  const { prompts } = await foundIn(document);
  const parts = prompts.filter((prompt) => prompt.identity !== '');
  return (
    parts.find((prompt) => prompt.identity === identity) ??
    parts.find(({ span }) => place !== null && span.start < place.end && place.start < span.end) ??
    null
  );
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
