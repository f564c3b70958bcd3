import type { Span } from './promptDocument.ts';

/** Why a string in code that would be a prompt is not read as one. */
export type UnreadString =
  /** A t-string of Python, which is no string. */
  | 'template-string'
  /** `\N{…}` with a name that is not known. */
  | 'character-name'
  /** More terms than the parser takes. */
  | 'long-sum'
  /** A tag of a template literal whose effect is not known. */
  | 'tag';

/** What is wrong in a prompt's file or in the file beside it, as a fact; the sentence is made where people read it. */
export type ProblemKind =
  /** The YAML or JSON can't be read; `detail` holds the reader's own words. */
  | { readonly kind: 'syntax'; readonly detail: string }
  | { readonly kind: 'duplicate-key'; readonly key: string }
  | { readonly kind: 'unknown-key'; readonly key: string }
  /** A keyword of JSON Schema that would not be obeyed. */
  | { readonly kind: 'unchecked-keyword'; readonly key: string }
  /** The value is not what the key wants; `expected` names that in the words of the JSON schema. */
  | { readonly kind: 'wrong-value'; readonly key: string; readonly expected: string }
  | { readonly kind: 'unread-string'; readonly reason: UnreadString };

/** A problem at its place; an `error` keeps the prompt from being sent, a `note` says what is no prompt. */
export type Problem = ProblemKind & {
  readonly severity: 'error' | 'warning' | 'note';
  readonly span: Span;
};
