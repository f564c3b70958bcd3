/** The effort levels of the API, from least to most. */
export const efforts = ['low', 'medium', 'high', 'xhigh', 'max'] as const;

/** One of {@link efforts}. */
export type Effort = (typeof efforts)[number];

/** How a model can be asked to think; `always` thinks whatever is asked. */
export interface ThinkingSupport {
  readonly supported: boolean;
  readonly adaptive: boolean;
  /** Takes `enabled` with a token budget. */
  readonly budget: boolean;
  /** The `thinking.type` that turns thinking off, or null when it can't be. */
  readonly off: 'disabled' | 'between_tools' | null;
  /** Whether it thinks when the request does not say; absent where that is not known (the model list does not tell). */
  readonly byDefault?: boolean;
  /** The highest effort at which thinking can be off; absent where any effort will do. */
  readonly offUpTo?: Effort;
}

/** Where a model stands in its life. */
export type Lifecycle = 'active' | 'deprecated' | 'retired' | 'unknown';

/** What is known of a model; null or empty where it is not known. */
export interface ModelInfo {
  readonly id: string;
  readonly name: string;
  readonly line: string | null;
  readonly lifecycle: Lifecycle;
  /** ISO date. */
  readonly created: string | null;
  /** ISO date. */
  readonly retires: string | null;
  readonly maxInputTokens: number | null;
  readonly maxOutputTokens: number | null;
  /** Effort levels that it accepts; empty when it takes none; null when unknown. */
  readonly efforts: readonly Effort[] | null;
  /** Null when unknown. */
  readonly thinking: ThinkingSupport | null;
}
