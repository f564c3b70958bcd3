import type { Failure } from '../../core/failure.ts';

/** The outcome of a small request: its value and how long it took, in ms, or why there is none. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly roundTripMs: number }
  | { readonly ok: false; readonly failure: Failure };
