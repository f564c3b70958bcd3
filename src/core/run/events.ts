import type { Failure } from '../failure.ts';
import type { Usage } from './usage.ts';

/** What a content block holds, as far as a run is concerned. */
export type BlockKind = 'text' | 'thinking' | 'redacted-thinking' | 'tool-use' | 'server-tool-use' | 'other';

/** The delta types of the Messages API, and `other` for those this version does not know. */
export type DeltaKind = 'text' | 'thinking' | 'input-json' | 'signature' | 'citations' | 'other';

/** Remaining rate limit as the response headers tell it; null where absent. */
export interface RateLimit {
  readonly requestsRemaining: number | null;
  readonly tokensRemaining: number | null;
  /** RFC 3339 time at which the tighter of the two is whole again. */
  readonly reset: string | null;
}

/** How a run's last response ended on the wire; whether the answer is whole is decided by the stop reason. */
export type Outcome =
  | { readonly kind: 'finished' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'stalled' }
  | { readonly kind: 'broken'; readonly code: string | null }
  | { readonly kind: 'failed'; readonly failure: Failure };

interface At {
  /** Milliseconds of the host's monotonic clock, floating point. */
  readonly at: number;
}

/** Something that happened in a run, with the time at which it happened. */
export type RunEvent = At &
  (
    | { readonly kind: 'attempt-started'; readonly attempt: number }
    | { readonly kind: 'connected'; readonly reused: boolean; readonly connectMs: number | null }
    /** The request went onto the open connection; `approximate` when only the call of `fetch` could be stamped. */
    | { readonly kind: 'sent'; readonly approximate: boolean }
    | {
        readonly kind: 'headers';
        readonly status: number;
        readonly requestId: string | null;
        /** The server's own share of the wait, from `server-timing` or a proxy header. */
        readonly serverMs: number | null;
        readonly simulated: boolean;
        readonly rateLimit: RateLimit | null;
      }
    | { readonly kind: 'message-start'; readonly model: string | null; readonly usage: Usage }
    | {
        readonly kind: 'block-start';
        readonly index: number;
        readonly block: BlockKind;
        /** The tool's name, or the API's own type name of a block of kind `other`. */
        readonly name: string | null;
        /** Text that the block starts with; mostly empty. */
        readonly text: string;
      }
    | { readonly kind: 'delta'; readonly index: number; readonly delta: DeltaKind; readonly text: string }
    | { readonly kind: 'block-stop'; readonly index: number }
    | {
        readonly kind: 'message-delta';
        readonly stopReason: string | null;
        readonly stopSequence: string | null;
        readonly refusalCategory: string | null;
        readonly usage: Usage;
      }
    | { readonly kind: 'message-stop' }
    /** A ping, a comment or bytes without an event: the connection lives. */
    | { readonly kind: 'alive' }
    /** No byte for `silentMs`; repeated each further notice interval while it lasts. */
    | { readonly kind: 'silence'; readonly silentMs: number }
    | {
        readonly kind: 'attempt-failed';
        readonly failure: Failure;
        /** Milliseconds until the next attempt, or null when there is none. */
        readonly retryInMs: number | null;
      }
    | { readonly kind: 'ended'; readonly outcome: Outcome }
  );
