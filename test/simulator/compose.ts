import { writeAnswer, writeThoughts } from './answer.ts';
import type { InputUsage } from './cache.ts';
import { drawId, pick, seeded, whole } from './distribution.ts';
import type { SimulatedModel } from './models.ts';
import { drawPace, drawThinkingTokens, type Pace, thinks } from './pace.ts';
import type { AnswerOverrides, Refusal, StopReason } from './plan.ts';
import type { MessagesRequest } from './request.ts';
import { countTokens, cutToTokens } from './tokens.ts';

/** A content block of an answer; thinking without text is hidden. */
export type Block =
  | { readonly type: 'thinking'; readonly text: string; readonly signature: string }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'tool_use'; readonly id: string; readonly name: string; readonly input: object };

/** A whole answer before it is put on the wire. */
export interface Answer {
  readonly id: string;
  readonly model: string;
  readonly blocks: readonly Block[];
  readonly stopReason: StopReason;
  readonly stopSequence: string | null;
  readonly refusal: Refusal | null;
  readonly input: InputUsage;
  readonly outputTokens: number;
  /** Tokens of thinking, billed within `outputTokens`. */
  readonly thinkingTokens: number;
  readonly reportsThinking: boolean;
  readonly speed: string | null;
  readonly pace: Pace;
}

const base64 = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'];

/** What an answer is made from. */
export interface Source {
  readonly request: MessagesRequest;
  readonly model: SimulatedModel;
  readonly overrides: AnswerOverrides;
  readonly input: InputUsage;
  /** Seeds of this run; each part draws from a stream of its own, so that an override changes nothing else. */
  readonly seeds: readonly (number | string)[];
}

interface Thinking {
  readonly blocks: readonly Block[];
  readonly tokens: number;
}

function think({ request, model, overrides, input, seeds }: Source, limit: number): Thinking {
  const shown = request.thinking?.display ?? (model.omitsThinking ? 'omitted' : 'summarized');
  const mode =
    overrides.thinking ?? (!thinks(model, request) ? 'none' : shown === 'omitted' ? 'hidden' : 'visible');
  if (mode === 'none') return { blocks: [], tokens: overrides.thinkingTokens ?? 0 };
  const random = seeded(...seeds, 'thinking');
  const drawn = drawThinkingTokens(request, input.uncached + input.read + input.written, random);
  const tokens = Math.min(overrides.thinkingTokens ?? drawn, limit);
  // Newer models summarise: the text shown is shorter than what is billed.
  const words = Math.ceil((tokens * (model.omitsThinking ? 0.4 : 1)) / model.tokenizer);
  const text = mode === 'hidden' ? '' : (overrides.thinkingText ?? writeThoughts(request, random, words));
  const signature = Array.from({ length: 4 * whole(random, 40, 90) }, () => pick(random, base64)).join('');
  return { blocks: overrides.noBlocks ? [] : [{ type: 'thinking', text, signature }], tokens };
}

function toolsOf({ request, overrides, seeds }: Source): readonly Block[] {
  const random = seeded(...seeds, 'tools');
  const choice = request.toolChoice && {
    name: request.toolChoice.name ?? request.tools[0] ?? 'tool',
    input: { query: 'latest' },
  };
  const wanted =
    overrides.tools ??
    (choice
      ? [choice]
      : overrides.stopReason === 'tool_use'
        ? [{ name: request.tools[0] ?? 'lookup', input: { query: 'latest' } }]
        : []);
  return wanted.map(({ name, input }) => ({ type: 'tool_use', id: drawId(random, 'toolu'), name, input }));
}

function tokensOf(blocks: readonly Block[], model: SimulatedModel): number {
  const words = blocks.map((block) => {
    if (block.type === 'thinking') return 0;
    return block.type === 'text' ? countTokens(block.text) : countTokens(JSON.stringify(block.input)) + 24;
  });
  return Math.ceil(words.reduce((sum, count) => sum + count, 0) * model.tokenizer);
}

function textOf({ request, overrides, seeds }: Source, forced: boolean): string {
  if (overrides.text !== undefined) return overrides.text;
  if (forced) return '';
  const whole = writeAnswer(request, seeded(...seeds, 'text'));
  const partial = overrides.stopReason === 'refusal' || overrides.stopReason === 'pause_turn';
  return partial ? whole.slice(0, Math.ceil(whole.length / 3)).trimEnd() : whole;
}

/** The text as far as it fits; where there is room for a token, a piece of a word at least. */
function cutText(text: string, room: number, model: SimulatedModel): string {
  const fitting = cutToTokens(text, Math.floor(room / model.tokenizer));
  return fitting === '' && room >= 1 ? ([...text.slice(0, 2)][0] ?? '') : fitting;
}

/** Makes the answer to a request: text, thinking, tool calls, the stop and the bill. */
export function compose(source: Source): Answer {
  const { request, model, overrides, input, seeds } = source;
  const limit = request.maxTokens ?? Number.POSITIVE_INFINITY;
  const thinking = think(source, limit);
  const tools = toolsOf(source);
  const written = textOf(source, tools.length > 0 && overrides.stopReason === undefined);
  const sequence = request.stopSequences.find((entry) => written.includes(entry)) ?? null;
  const stopped = sequence !== null && overrides.stopReason === undefined;
  const text = stopped ? written.slice(0, written.indexOf(sequence)) : written;
  const said: readonly Block[] = overrides.noBlocks
    ? []
    : [...(text === '' ? [] : [{ type: 'text', text } as const]), ...tools];
  const room = limit - thinking.tokens;
  const cut = overrides.stopReason === undefined && tokensOf(said, model) > room;
  const kept = cut ? cutText(text, room, model) : '';
  const blocks: readonly Block[] = cut ? (kept === '' ? [] : [{ type: 'text', text: kept }]) : said;
  const usual: StopReason = cut
    ? 'max_tokens'
    : stopped
      ? 'stop_sequence'
      : tools.length > 0
        ? 'tool_use'
        : 'end_turn';
  const stopReason = overrides.stopReason ?? usual;
  return {
    id: drawId(seeded(...seeds, 'id'), 'msg'),
    model: model.info.id,
    blocks: [...thinking.blocks, ...blocks],
    stopReason,
    stopSequence:
      overrides.stopSequence ??
      (stopReason === 'stop_sequence' ? (sequence ?? request.stopSequences[0] ?? 'END') : null),
    refusal:
      stopReason === 'refusal'
        ? (overrides.refusal ?? { category: 'general_harms', explanation: null })
        : null,
    input,
    outputTokens:
      overrides.outputTokens ?? (cut ? limit : thinking.tokens + Math.max(1, tokensOf(blocks, model))),
    thinkingTokens: thinking.tokens,
    reportsThinking:
      overrides.thinkingTokens === undefined ? model.omitsThinking : overrides.thinkingTokens !== null,
    speed: request.speed,
    pace: drawPace(
      model,
      request,
      input.uncached + input.written + input.read / 10,
      seeded(...seeds, 'pace'),
    ),
  };
}
