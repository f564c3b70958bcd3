import type * as vscode from 'vscode';

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
