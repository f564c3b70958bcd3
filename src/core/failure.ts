/** Why a run failed. Stored in records: ids are never renamed. */
export const failureKinds = [
  'no-key',
  'rejected-key',
  'wrong-key-kind',
  'no-credit',
  'spend-limit',
  'no-permission',
  'unknown-model',
  'rate-limit',
  'overloaded',
  'too-large',
  'offline',
  'dns',
  'tls',
  'proxy',
  'connection',
  'bad-request',
  'server-error',
  'unknown',
] as const;

/** One of {@link failureKinds}. */
export type FailureKind = (typeof failureKinds)[number];

/** A failure as a fact: what happened and what the server said; the sentence for people is made by the editor layer. */
export interface Failure {
  readonly kind: FailureKind;
  /** HTTP status, or null when there was no response or the error came inside a stream. */
  readonly status: number | null;
  /** The API's error type such as `overloaded_error`, or a system code such as `ENOTFOUND`. */
  readonly code: string | null;
  /** The server's or the system's own words, never the prompt's text; empty when there are none. */
  readonly message: string;
  readonly requestId: string | null;
  /** Milliseconds the server asks to wait, from `retry-after-ms` or `retry-after`. */
  readonly retryAfterMs: number | null;
  /** The request parameter that a 400 names, as a top-level field name such as `temperature`. */
  readonly parameter: string | null;
  /** Whether another attempt may succeed without the person changing anything. */
  readonly retryable: boolean;
}
