import * as vscode from 'vscode';
import type { RunPrompt } from '../core/run/record.ts';

/** Characters of a selection in its document. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** Where a prompt's text stands: the whole body of its document, or spans of it, joined in order. */
export type PromptAnchor =
  | { readonly kind: 'document' }
  | { readonly kind: 'spans'; readonly spans: readonly TextSpan[] };

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
export function promptOfRun({ place, ...prompt }: RunPrompt): Prompt | null {
  if (place === null) return null;
  const anchor: PromptAnchor =
    place.spans === null ? { kind: 'document' } : { kind: 'spans', spans: place.spans };
  return { ...prompt, uri: vscode.Uri.parse(place.uri), anchor };
}
