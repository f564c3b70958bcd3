import { assertNever } from '../assertNever.ts';
import { countDelta, extendSpans } from './deltas.ts';
import { endStateOf } from './endState.ts';
import type { BlockKind, Outcome, RunEvent } from './events.ts';
import { type Attempt, type Block, initialRun, isThinking, lastAttempt, type RunState } from './state.ts';
import { mergeUsage } from './usage.ts';

/** The state of a run after one more event. Events after `ended` change nothing. */
export function reduceRun(state: RunState, event: RunEvent): RunState {
  if (state.endState !== null) return state;
  switch (event.kind) {
    case 'attempt-started':
      return { ...initialRun, attempts: [...state.attempts, newAttempt(event.at)] };
    case 'connected':
      return alive(
        withAttempt(state, { connectedAt: event.at, connectMs: event.connectMs, reused: event.reused }),
        event.at,
      );
    case 'sent':
      return alive(withAttempt(state, { sentAt: event.at, sentApproximate: event.approximate }), event.at);
    case 'headers':
      return alive(
        {
          ...withAttempt(state, { headersAt: event.at }),
          requestId: event.requestId,
          serverMs: event.serverMs,
          simulated: event.simulated,
          rateLimit: event.rateLimit,
        },
        event.at,
      );
    case 'message-start':
      return alive(
        // Another message in the same stream counts anew: its usage is the one that is billed last, and until it
        // stops nothing has.
        {
          ...state,
          messages: state.messages + 1,
          model: state.model ?? event.model,
          usage: event.usage,
          usageFinal: false,
          stopReason: null,
          stopSequence: null,
          refusalCategory: null,
          stoppedAt: null,
        },
        event.at,
      );
    case 'block-start':
      return countDelta(
        alive(
          thought(openBlock(state, event.index, event.block, event.name, event.text), event.index, event.at),
          event.at,
        ),
        event.block === 'text' || event.block === 'thinking' ? event.block : 'other',
        event.text,
        event.at,
      );
    case 'delta':
      return countDelta(
        alive(thought(growBlock(state, event), event.index, event.at), event.at),
        event.delta,
        event.text,
        event.at,
      );
    case 'block-stop':
      return alive(
        {
          ...unpaused(thought(state, event.index, event.at), event.index, event.at),
          blocks: closeBlock(state.blocks, event.index),
        },
        event.at,
      );
    case 'message-delta':
      return alive(
        {
          ...state,
          stopReason: event.stopReason ?? state.stopReason,
          stopSequence: event.stopSequence ?? state.stopSequence,
          refusalCategory: event.refusalCategory ?? state.refusalCategory,
          usage: mergeUsage(state.usage, event.usage),
          // Before it the count is the placeholder of `message_start`.
          usageFinal: state.usageFinal || event.usage.outputTokens !== null,
        },
        event.at,
      );
    case 'message-stop':
      return alive({ ...state, stoppedAt: event.at }, event.at);
    case 'alive':
      return alive(state, event.at);
    case 'silence':
      return { ...state, silentMs: event.silentMs };
    case 'attempt-failed':
      return {
        ...withAttempt(state, {
          failedAt: event.at,
          failure: event.failure,
          retryInMs: event.retryInMs,
        }),
        requestId: event.failure.requestId ?? state.requestId,
        silentMs: null,
      };
    case 'ended':
      return end(state, event.outcome, event.at);
    default:
      return assertNever(event);
  }
}

function newAttempt(startedAt: number): Attempt {
  return {
    startedAt,
    connectMs: null,
    connectedAt: null,
    reused: null,
    sentAt: null,
    sentApproximate: false,
    headersAt: null,
    failedAt: null,
    failure: null,
    retryInMs: null,
  };
}

function withAttempt(state: RunState, change: Partial<Attempt>): RunState {
  const last = lastAttempt(state);
  if (last === null) return state;
  return { ...state, attempts: [...state.attempts.slice(0, -1), { ...last, ...change }] };
}

function alive(state: RunState, at: number): RunState {
  return { ...state, aliveAt: at, silentMs: null };
}

function openBlock(
  state: RunState,
  index: number,
  kind: BlockKind,
  name: string | null,
  text: string,
): RunState {
  return { ...state, blocks: [...state.blocks, { index, kind, name, text, open: true }] };
}

/** The delta belongs to the newest block of its index: a stream may hold several messages. */
function growBlock(state: RunState, event: Extract<RunEvent, { kind: 'delta' }>): RunState {
  if (event.delta === 'signature' || event.delta === 'citations') return state;
  const position = state.blocks.findLastIndex((block) => block.index === event.index);
  const block = state.blocks[position];
  if (block === undefined) {
    return openBlock(state, event.index, blockKindOf(event.delta), null, event.text);
  }
  const blocks = state.blocks.with(position, { ...block, text: block.text + event.text });
  return { ...state, blocks };
}

/** Thinking takes time also where the API hides its text: its stretch lasts as long as its block. */
function thought(state: RunState, index: number, at: number): RunState {
  const block = state.blocks.findLast((candidate) => candidate.index === index);
  if (block === undefined || !isThinking(block)) return state;
  return { ...state, spans: extendSpans(state.spans, 'thinking', at) };
}

/** Hidden thinking shows no delta, yet it is no pause: pauses after it count from its end. */
function unpaused(state: RunState, index: number, at: number): RunState {
  const block = state.blocks.findLast((candidate) => candidate.index === index);
  const hidden = block?.text === '' && isThinking(block);
  return hidden && state.lastDeltaAt !== null ? { ...state, lastDeltaAt: at } : state;
}

function blockKindOf(delta: Extract<RunEvent, { kind: 'delta' }>['delta']): BlockKind {
  if (delta === 'text' || delta === 'thinking') return delta;
  return delta === 'input-json' ? 'tool-use' : 'other';
}

function closeBlock(blocks: readonly Block[], index: number): readonly Block[] {
  const position = blocks.findLastIndex((block) => block.index === index);
  const block = blocks[position];
  return block === undefined ? blocks : blocks.with(position, { ...block, open: false });
}

function end(state: RunState, outcome: Outcome, at: number): RunState {
  const ended = {
    ...state,
    endedAt: at,
    silentMs: null,
    blocks: state.blocks.map((block) => ({ ...block, open: false })),
  };
  switch (outcome.kind) {
    case 'finished':
      return { ...ended, endState: endStateOf(state.stopReason) };
    case 'failed':
      return {
        ...ended,
        endState: 'failed',
        failure: outcome.failure,
        requestId: outcome.failure.requestId ?? state.requestId,
      };
    case 'cancelled':
    case 'stalled':
    case 'broken':
      return { ...ended, endState: outcome.kind };
    default:
      return assertNever(outcome);
  }
}
