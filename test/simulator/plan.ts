/** How a gateway or an odd server writes the stream; all off is the API itself. */
export interface Dialect {
  /** CRLF line ends. */
  readonly crlf?: boolean;
  /** The last event lacks its blank line. */
  readonly noLastBlankLine?: boolean;
  /** `data:` lines without `event:` lines. */
  readonly noEventLine?: boolean;
  /** `data: [DONE]` after the end. */
  readonly done?: boolean;
  /** A comment line before every event. */
  readonly comments?: boolean;
  /** Random spaces inside the JSON, as the API sends them; on unless false. */
  readonly paddedJson?: boolean;
  /** Two writes for an event with a character outside ASCII, split inside its bytes. */
  readonly splitInsideUtf8?: boolean;
  /** Two writes for every event, split inside its last line end (inside CRLF with `crlf`). */
  readonly splitInsideLineEnd?: boolean;
  /** The stream ends well but without `message_stop`. */
  readonly noMessageStop?: boolean;
  /** Pings for ever after `message_start`: life without content, one every `gapMs` (100). */
  readonly pingsOnly?: boolean;
}

/** The stop reasons of the API. */
export type StopReason =
  | 'end_turn'
  | 'max_tokens'
  | 'stop_sequence'
  | 'refusal'
  | 'pause_turn'
  | 'tool_use'
  | 'model_context_window_exceeded';

/** What a refusal says of itself (`stop_details`). */
export interface Refusal {
  readonly category: 'cyber' | 'bio' | 'frontier_llm' | 'reasoning_extraction' | 'general_harms' | null;
  readonly explanation: string | null;
}

/** Replaces parts of the drawn answer; whatever is absent stays drawn. */
export interface AnswerOverrides {
  readonly text?: string;
  /** `hidden` is a block with a signature only. */
  readonly thinking?: 'visible' | 'hidden' | 'none';
  readonly thinkingText?: string;
  /** Null: the count is not reported, as older models do. */
  readonly thinkingTokens?: number | null;
  readonly inputTokens?: number;
  /** All billed output tokens, thinking included. */
  readonly outputTokens?: number;
  readonly stopReason?: StopReason;
  readonly stopSequence?: string;
  readonly refusal?: Refusal;
  /** No content block at all. */
  readonly noBlocks?: boolean;
  /** Tool calls after the text. */
  readonly tools?: readonly { readonly name: string; readonly input: object }[];
  /** Milliseconds from the request to the first content. */
  readonly ttftMs?: number;
  /** Milliseconds from `content_block_start` of the thinking to its end. */
  readonly thinkingMs?: number;
  /** Milliseconds before each further delta. */
  readonly gapMs?: number;
  readonly charsPerDelta?: number;
  readonly cacheRead?: number;
  readonly cacheWrite?: number;
  /** Waits after this many events until `release()`. */
  readonly hold?: number;
  readonly dialect?: Dialect;
}

/** An answer, whole and well. */
interface AnswerPlan extends AnswerOverrides {
  readonly kind: 'answer';
}

/** Bytes as they were recorded: from a file (absolute path) or given in base64. */
export interface ReplayPlan {
  readonly kind: 'replay';
  readonly path?: string;
  readonly bytes?: string;
  /** How the bytes are cut into writes; `whole` when absent. */
  readonly chunk?: 'whole' | number | { readonly offsets: readonly number[] } | { readonly seed: number };
  /** Milliseconds before each write after the first. */
  readonly gapMs?: number;
  /** Waits after this many whole events until `release()`. */
  readonly hold?: number;
}

/** Text deltas at an even pace; 0 a second is as fast as the connection takes them. */
interface BurstPlan {
  readonly kind: 'burst';
  readonly deltas: number;
  readonly charsPerDelta: number;
  readonly perSecond: number;
  readonly hold?: number;
}

/** An HTTP error in the API's shape. */
export interface ErrorPlan {
  readonly kind: 'error';
  readonly status: number;
  readonly type: string;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Seconds, for `retry-after`. */
  readonly retryAfter?: number;
  /** For `x-should-retry`. */
  readonly shouldRetry?: boolean;
  /** Sent instead of the error as JSON, such as a proxy's HTML page. */
  readonly body?: string;
}

/** What goes wrong after this many events of an otherwise good answer. */
interface Broken {
  readonly afterEvents: number;
  readonly answer?: AnswerOverrides;
}

/** What the next `POST /v1/messages` gets. */
export type ResponsePlan =
  | AnswerPlan
  | ReplayPlan
  | BurstPlan
  | ErrorPlan
  /** Takes the request and never answers. */
  | { readonly kind: 'no-headers' }
  /** Takes the request and drops the connection with RST. */
  | { readonly kind: 'refuse-connection' }
  /** Stays open and silent. */
  | ({ readonly kind: 'hang' } & Broken)
  /** Ends the body as if all were well. */
  | ({ readonly kind: 'cut' } & Broken)
  /** Drops the connection: RST, or FIN in the middle of the body with `fin`. */
  | ({ readonly kind: 'reset'; readonly fin?: boolean } & Broken)
  /** `event: error`, then the end; 0 events makes it the first. */
  | ({ readonly kind: 'error-event'; readonly type: string; readonly message: string } & Broken);
