import type { Span } from './promptDocument.ts';

/** What is wrong in a prompt's file or in the file beside it, as a fact; the sentence is made where people read it. */
export type ProblemKind =
  /** The YAML or JSON can't be read; `detail` holds the reader's own words. */
  | { readonly kind: 'syntax'; readonly detail: string }
  | { readonly kind: 'duplicate-key'; readonly key: string }
  | { readonly kind: 'unknown-key'; readonly key: string }
  /** A keyword of JSON Schema that would not be obeyed. */
  | { readonly kind: 'unchecked-keyword'; readonly key: string }
  /** The value is not what the key wants; `expected` names that in the words of the JSON schema. */
  | { readonly kind: 'wrong-value'; readonly key: string; readonly expected: string };

/** A problem at its place; an `error` keeps the prompt from being sent. */
export type Problem = ProblemKind & { readonly severity: 'error' | 'warning'; readonly span: Span };
