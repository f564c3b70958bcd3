/** A JSON value, as raw request fields may hold it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A content block of a turn, in the API's own spelling; text is what this product writes, the rest passes through. */
export type ContentBlock =
  | { readonly type: 'text'; readonly text: string; readonly cache_control?: Json }
  | { readonly type: string; readonly [key: string]: Json };

/** One turn of the conversation that is sent. */
export interface Turn {
  readonly role: 'user' | 'assistant';
  readonly content: readonly ContentBlock[];
}

/** The body of `POST /v1/messages` as it is sent, in the API's own spelling. */
export interface WireRequest {
  readonly model: string;
  readonly max_tokens: number;
  readonly messages: readonly Turn[];
  readonly system?: string | readonly ContentBlock[];
  readonly temperature?: number;
  readonly thinking?: Json;
  readonly output_config?: Json;
  readonly stream?: boolean;
  readonly [extra: string]: Json | undefined | readonly Turn[] | string | readonly ContentBlock[];
}

/** A request with what has to go into its headers. */
export interface PreparedRequest {
  readonly body: WireRequest;
  /** Value of `anthropic-version` where the default does not fit (temperature on older models), else null. */
  readonly version: string | null;
}
