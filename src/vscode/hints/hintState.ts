import type * as vscode from 'vscode';
import type { Finding } from '../../core/hints/finding.ts';
import type { Weights } from '../../core/hints/weights.ts';

/** What the rules found in a document. */
export interface HintState {
  /** Version of the document that was looked at. */
  readonly version: number;
  /** Asked for by a command: it stays until the text changes, and is not renewed. */
  readonly asked: boolean;
  /** The text that was looked at. */
  readonly text: string;
  /** The model whose tokens are meant. */
  readonly model: string;
  readonly findings: readonly Finding[];
  /** Raw tokens of its parts; null where the whole is one. */
  readonly weights: Weights | null;
  /** The document is over the limit: nothing was looked for. */
  readonly tooLong: boolean;
}

/** A document with what was found in it. */
export interface HintedDocument {
  readonly document: vscode.TextDocument;
  readonly state: HintState;
}
