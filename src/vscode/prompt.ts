import * as vscode from 'vscode';
import type { PromptPlace, RunPrompt } from '../core/run/record.ts';

/** Characters of a selection in its document. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a prompt's text stands: the whole body of its document, spans of it, joined in order, or a part of it that was
 * found there, such as a fenced block or a string in code, by what it is called.
 */
export type PromptAnchor =
  | { readonly kind: 'document' }
  | { readonly kind: 'spans'; readonly spans: readonly TextSpan[] }
  | { readonly kind: 'part'; readonly identity: string; readonly spans: readonly [TextSpan] };

/** A prompt as it stands now, and where to find it again. */
export interface Prompt {
  readonly key: string;
  readonly uri: vscode.Uri;
  readonly title: string;
  readonly role: 'user' | 'system';
  readonly text: string;
  readonly anchor: PromptAnchor;
}

/** The prompt that a stored run came from, with the text that it had then; null for a sample. */
export function promptOfRun({ key, title, role, text, place }: RunPrompt): Prompt | null {
  if (place === null) return null;
  return { key, title, role, text, uri: vscode.Uri.parse(place.uri), anchor: anchorOf(place) };
}

function anchorOf({ spans, part }: PromptPlace): PromptAnchor {
  const [first] = spans ?? [];
  if (spans === null) return { kind: 'document' };
  return part !== undefined && first !== undefined
    ? { kind: 'part', identity: part, spans: [first] }
    : { kind: 'spans', spans };
}
