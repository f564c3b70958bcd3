import type { Failure } from '../failure.ts';
import type { EndState } from './endState.ts';
import type { BlockKind, RateLimit } from './events.ts';
import { noUsage, type Usage } from './usage.ts';

/** A content block as far as it has arrived. */
export interface Block {
  readonly index: number;
  readonly kind: BlockKind;
  readonly name: string | null;
  readonly text: string;
  readonly open: boolean;
}

/** The times of one attempt, in milliseconds of the host's monotonic clock; null where it did not happen. */
export interface Attempt {
  readonly startedAt: number;
  readonly connectMs: number | null;
  readonly connectedAt: number | null;
  readonly reused: boolean | null;
  readonly sentAt: number | null;
  readonly sentApproximate: boolean;
  readonly headersAt: number | null;
  readonly failedAt: number | null;
  readonly failure: Failure | null;
  /** Milliseconds waited before the next attempt; null where none followed. */
  readonly retryInMs: number | null;
}

/** A stretch in which one kind of block was written. */
export interface Span {
  readonly kind: 'thinking' | 'text' | 'other';
  readonly startedAt: number;
  readonly endedAt: number;
}

/** A pause between two deltas. */
export interface Gap {
  readonly startedAt: number;
  readonly endedAt: number;
}

/** Pauses from this length on are kept, in ms: what a reader sees as a stall. */
export const notableGapMs = 500;

/** More pauses than this are not kept. */
export const maxGaps = 50;

/** All that is known of a run at one moment; the reduction of its events. */
export interface RunState {
  readonly attempts: readonly Attempt[];
  readonly blocks: readonly Block[];
  /** Stretches of the last attempt by block, in order; the last one grows. */
  readonly spans: readonly Span[];
  /** Messages that the last attempt's stream has begun; mostly one. */
  readonly messages: number;
  /** Model that answered, as the API names it. */
  readonly model: string | null;
  readonly simulated: boolean;
  readonly requestId: string | null;
  readonly serverMs: number | null;
  readonly rateLimit: RateLimit | null;
  readonly usage: Usage;
  /** The billed usage came (`message_delta`); before it, output counts are placeholders. */
  readonly usageFinal: boolean;
  readonly stopReason: string | null;
  readonly stopSequence: string | null;
  readonly refusalCategory: string | null;
  readonly firstTokenAt: number | null;
  readonly firstTextAt: number | null;
  readonly lastTextAt: number | null;
  /** Last delta that counts, or the end of hidden thinking after it. */
  readonly lastDeltaAt: number | null;
  /** Characters of the first non-empty text delta. */
  readonly firstTextCharacters: number;
  readonly textCharacters: number;
  readonly textDeltas: number;
  /** Longest pause between two deltas that count, hidden thinking left out, in ms; null with fewer than two. */
  readonly longestGapMs: number | null;
  /** Pauses of at least {@link notableGapMs} between two such deltas, oldest first, at most {@link maxGaps}. */
  readonly gaps: readonly Gap[];
  /** Last time the connection showed life. */
  readonly aliveAt: number | null;
  /** How long the connection has been silent, once that was worth a notice; null while it lives. */
  readonly silentMs: number | null;
  readonly stoppedAt: number | null;
  readonly endedAt: number | null;
  readonly endState: EndState | null;
  readonly failure: Failure | null;
}

/** A run to which nothing has happened yet. */
export const initialRun: RunState = {
  attempts: [],
  blocks: [],
  spans: [],
  messages: 0,
  model: null,
  simulated: false,
  requestId: null,
  serverMs: null,
  rateLimit: null,
  usage: noUsage,
  usageFinal: false,
  stopReason: null,
  stopSequence: null,
  refusalCategory: null,
  firstTokenAt: null,
  firstTextAt: null,
  lastTextAt: null,
  lastDeltaAt: null,
  firstTextCharacters: 0,
  textCharacters: 0,
  textDeltas: 0,
  longestGapMs: null,
  gaps: [],
  aliveAt: null,
  silentMs: null,
  stoppedAt: null,
  endedAt: null,
  endState: null,
  failure: null,
};

/** The attempt that is under way or was the last; null before the first. */
export function lastAttempt(state: RunState): Attempt | null {
  return state.attempts.at(-1) ?? null;
}

/** Whether a block is the model's thinking, shown or hidden. */
export function isThinking({ kind }: Block): boolean {
  return kind === 'thinking' || kind === 'redacted-thinking';
}

/** The visible answer: all text blocks, joined in order. */
export function textOf(state: RunState): string {
  return joined(state, 'text');
}

/** The thinking that the API let through: all thinking blocks, joined in order. */
export function thinkingOf(state: RunState): string {
  return joined(state, 'thinking');
}

function joined(state: RunState, kind: BlockKind): string {
  return state.blocks
    .filter((block) => block.kind === kind)
    .map((block) => block.text)
    .join('');
}
