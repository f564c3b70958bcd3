/** One event as it was written. */
export interface Stamp {
  /** CLOCK_MONOTONIC (`process.hrtime`) just before the write that completes the event, in milliseconds. */
  readonly at: number;
  /** The event's name, such as `content_block_delta`. */
  readonly event: string;
  /** Characters of text, thinking or tool JSON in it; the first stamp with any is the first counted delta. */
  readonly chars: number;
}

/** A request and what became of it; every time is CLOCK_MONOTONIC in milliseconds. */
export interface RecordedRequest {
  /** 1 for the first request of this path since the start or the last clear. */
  readonly nth: number;
  readonly method: string;
  readonly path: string;
  /** Lower-case names; keys are reduced to their scheme and last four characters. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed JSON, or null where there is none. */
  readonly body: unknown;
  /** Number of the connection: the same for requests that reuse one. */
  readonly connection: number;
  readonly connectedAt: number;
  /** When the request's head was read. */
  readonly receivedAt: number;
  /** When its body was read. */
  readonly bodyAt: number | null;
  readonly status: number | null;
  readonly requestId: string | null;
  /** When the response's head was written. */
  readonly headersAt: number | null;
  readonly stamps: readonly Stamp[];
  /** When the last byte was handed over, or the fault that ends the response happened. */
  readonly endedAt: number | null;
  /** When the client went away before the end. */
  readonly closedAt: number | null;
  /** Delays drawn or asked for, in milliseconds from the request (to the first content: null without any); null where nothing was planned. */
  readonly planned: { readonly ttftMs: number | null; readonly totalMs: number } | null;
}

/** A point that a request can reach. */
export type Milestone = 'request' | 'headers' | 'event' | 'end' | 'closed';
