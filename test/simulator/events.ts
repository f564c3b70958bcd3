import { assertNever } from '../../src/core/assertNever.ts';
import type { Answer, Block } from './compose.ts';
import { between, lognormal, type Random, seeded } from './distribution.ts';
import { messageOf, stopDetails, usageAtEnd, usageAtStart } from './message.ts';
import type { AnswerOverrides } from './plan.ts';
import { slices } from './slices.ts';
import { countTokens } from './tokens.ts';

/** One event of a stream and the wait before it, in milliseconds. */
export interface PlannedEvent {
  readonly delayMs: number;
  readonly event: string;
  readonly data: object;
  /** Characters of text, thinking or tool JSON. */
  readonly chars: number;
}

/** Makes an event; its name is the `type` of its data. */
export function planned(delayMs: number, event: string, fields: object, chars = 0): PlannedEvent {
  return { delayMs, event, data: { type: event, ...fields }, chars };
}

const pingEveryMs = 10_000;

interface Timing {
  readonly scale: number;
  readonly overrides: AnswerOverrides;
  readonly tokensPerSecond: number;
  readonly random: Random;
}

function delta(delayMs: number, index: number, fields: object, chars: number): PlannedEvent {
  return planned(delayMs, 'content_block_delta', { index, delta: fields }, chars);
}

function* paced(
  text: string,
  timing: Timing,
  totalMs: number | null,
): Generator<{ piece: string; delayMs: number }> {
  const { random, overrides, scale, tokensPerSecond } = timing;
  for (const [order, piece] of slices(text, random, overrides.charsPerDelta).entries()) {
    const own = (countTokens(piece) / tokensPerSecond) * 1000 * lognormal(random, 1, 0.25);
    const stall = random() < 0.006 ? between(random, 250, 900) : 0;
    const drawn = totalMs === null ? (own + stall) * scale : (totalMs * piece.length) / text.length;
    yield { piece, delayMs: order === 0 ? 0 : (overrides.gapMs ?? drawn) };
  }
}

function* thinkingDeltas(
  block: Block & { type: 'thinking' },
  index: number,
  answer: Answer,
  timing: Timing,
): Generator<PlannedEvent> {
  const drawnMs = (answer.thinkingTokens / timing.tokensPerSecond) * 1000 * timing.scale;
  const totalMs = timing.overrides.thinkingMs ?? drawnMs;
  let spent = 0;
  for (const { piece, delayMs } of paced(block.text, timing, totalMs)) {
    yield delta(delayMs, index, { type: 'thinking_delta', thinking: piece }, piece.length);
    spent += delayMs;
  }
  let left = Math.max(0, totalMs - spent);
  for (; left > pingEveryMs * timing.scale && timing.scale > 0; left -= pingEveryMs * timing.scale) {
    yield planned(pingEveryMs * timing.scale, 'ping', {});
  }
  yield delta(left, index, { type: 'signature_delta', signature: block.signature }, 0);
}

function* blockEvents(
  block: Block,
  index: number,
  answer: Answer,
  timing: Timing,
  startMs: number,
): Generator<PlannedEvent> {
  const start = (content: object) =>
    planned(startMs, 'content_block_start', { index, content_block: content });
  switch (block.type) {
    case 'thinking':
      yield start({ type: 'thinking', thinking: '', signature: '' });
      if (index === 0) yield planned(0, 'ping', {});
      yield* thinkingDeltas(block, index, answer, timing);
      break;
    case 'text':
      yield start({ type: 'text', text: '' });
      if (index === 0) yield planned(0, 'ping', {});
      for (const { piece, delayMs } of paced(block.text, timing, null)) {
        yield delta(delayMs, index, { type: 'text_delta', text: piece }, piece.length);
        if (timing.random() < 0.01) yield planned(0, 'ping', {});
      }
      break;
    case 'tool_use':
      yield start({
        type: 'tool_use',
        id: block.id,
        name: block.name,
        input: {},
        caller: { type: 'direct' },
      });
      if (index === 0) yield planned(0, 'ping', {});
      yield delta(0, index, { type: 'input_json_delta', partial_json: '' }, 0);
      for (const { piece, delayMs } of paced(JSON.stringify(block.input), timing, null)) {
        yield delta(delayMs, index, { type: 'input_json_delta', partial_json: piece }, piece.length);
      }
      break;
    default:
      assertNever(block);
  }
  yield planned(0, 'content_block_stop', { index });
}

/** The whole stream of an answer; drawn delays are multiplied by `scale`, delays of the overrides are not. */
export function* streamEvents(
  answer: Answer,
  overrides: AnswerOverrides,
  scale: number,
  seeds: readonly (number | string)[],
): Generator<PlannedEvent> {
  const timing: Timing = {
    scale,
    overrides,
    tokensPerSecond: answer.pace.tokensPerSecond,
    random: seeded(...seeds, 'stream'),
  };
  const ttftMs = overrides.ttftMs ?? answer.pace.ttftMs * scale;
  const headShare = 0.85;
  const message = {
    ...messageOf(answer),
    content: [],
    stop_reason: null,
    stop_sequence: null,
    stop_details: null,
  };
  yield planned(ttftMs * headShare, 'message_start', {
    message: { ...message, usage: usageAtStart(answer) },
  });
  for (const [index, block] of answer.blocks.entries()) {
    const startMs = index === 0 ? ttftMs * (1 - headShare) : 20 * scale;
    yield* blockEvents(block, index, answer, timing, startMs);
  }
  yield planned(8 * scale, 'message_delta', {
    delta: {
      stop_reason: answer.stopReason,
      stop_sequence: answer.stopSequence,
      stop_details: stopDetails(answer),
    },
    usage: usageAtEnd(answer),
  });
  yield planned(0, 'message_stop', {});
}

/** `message_start`, then pings without end. */
export function* endlessPings(first: PlannedEvent, gapMs: number): Generator<PlannedEvent> {
  yield first;
  for (;;) yield planned(gapMs, 'ping', {});
}
