import { checkKey } from './auth.ts';
import { burstEvents, burstText } from './burst.ts';
import type { InputUsage } from './cache.ts';
import { aborted, sleepUntil } from './clock.ts';
import { compose, type Source } from './compose.ts';
import { hash, seeded } from './distribution.ts';
import { endlessPings, type PlannedEvent, planned, streamEvents } from './events.ts';
import type { Exchange } from './exchange.ts';
import { countInput } from './input.ts';
import { messageOf } from './message.ts';
import { findModel } from './models.ts';
import type { AnswerOverrides, ResponsePlan } from './plan.ts';
import { play, type Staging } from './play.ts';
import { replay, replayBytes } from './replay.ts';
import { type MessagesRequest, readRequest } from './request.ts';
import type { State } from './state.ts';
import { countTokens } from './tokens.ts';
import { checkFields, checkModel } from './validate.ts';

type Fields = Readonly<Record<string, unknown>>;
type Answering = Exclude<ResponsePlan, { kind: 'error' | 'no-headers' | 'refuse-connection' | 'replay' }>;

const eventStream = { 'content-type': 'text/event-stream; charset=utf-8' };

function overridesOf(plan: Answering): AnswerOverrides {
  if (plan.kind === 'answer') return plan;
  if (plan.kind === 'burst') return { thinking: 'none' };
  return plan.answer ?? {};
}

function chargedInput(
  source: Pick<Source, 'request' | 'overrides'>,
  total: number,
  state: State,
  tokenizer: number,
): InputUsage {
  const { overrides, request } = source;
  const all = overrides.inputTokens ?? total;
  if (overrides.cacheRead !== undefined || overrides.cacheWrite !== undefined) {
    const read = overrides.cacheRead ?? 0;
    const written = overrides.cacheWrite ?? 0;
    return { uncached: Math.max(0, all - read - written), read, written, ttl: '5m' };
  }
  if (!state.options.cache) return { uncached: all, read: 0, written: 0, ttl: '5m' };
  return state.cache.charge(request, all, (text) => Math.ceil(countTokens(text) * tokenizer));
}

function notePlan(exchange: Exchange, events: readonly PlannedEvent[]): void {
  const sum = (list: readonly PlannedEvent[]) => list.reduce((total, { delayMs }) => total + delayMs, 0);
  const first = events.findIndex(({ chars }) => chars > 0);
  exchange.wire.entry.planned = {
    ttftMs: first < 0 ? null : sum(events.slice(0, first + 1)),
    totalMs: sum(events),
  };
}

async function answer(exchange: Exchange, state: State, source: Source, plan: Answering): Promise<void> {
  const { wire } = exchange;
  const { request, overrides, seeds } = source;
  const dialect = overrides.dialect ?? state.options.dialect;
  const staging: Staging = {
    headers: () => exchange.headers(eventStream),
    dialect,
    random: seeded(...seeds, 'padding'),
    gate: state.gate,
    hold: plan.kind === 'burst' ? plan.hold : overrides.hold,
    fault: plan.kind === 'answer' || plan.kind === 'burst' ? null : plan,
  };
  if (plan.kind === 'burst') {
    const text = burstText(plan.deltas * plan.charsPerDelta);
    const gapMs = plan.perSecond === 0 ? 0 : 1000 / plan.perSecond;
    const bill = {
      ...compose({ ...source, overrides: { text, thinking: 'none', stopReason: 'end_turn' } }),
      blocks: [],
    };
    return play(burstEvents(bill, text, plan.charsPerDelta, gapMs), wire, staging);
  }
  const composed = compose(source);
  const events = [...streamEvents(composed, overrides, state.options.speed, seeds)];
  if (dialect.pingsOnly) {
    const first = events[0] ?? planned(0, 'ping', {});
    return play(endlessPings(first, overrides.gapMs ?? 100), wire, staging);
  }
  notePlan(exchange, events);
  if (request.stream) return play(events, wire, staging);
  const ready = await sleepUntil(wire.entry.receivedAt + (wire.entry.planned?.totalMs ?? 0), wire.gone);
  if (ready) exchange.json(200, messageOf(composed));
}

/** `POST /v1/messages`: a scripted response when one waits, otherwise a drawn answer. */
export async function messages(exchange: Exchange, state: State, body: Fields): Promise<void> {
  const { wire } = exchange;
  const plan = state.plans[0] ?? { kind: 'answer' as const };
  switch (plan.kind) {
    case 'error':
      state.plans.shift();
      return exchange.fail(plan);
    case 'no-headers':
      state.plans.shift();
      return aborted(wire.gone);
    case 'refuse-connection':
      state.plans.shift();
      return wire.drop(false);
    case 'replay': {
      state.plans.shift();
      const bytes = await replayBytes(plan);
      wire.open(200, exchange.headers(eventStream));
      return replay(bytes, plan, wire, state.gate);
    }
    default: {
      const checked = check(exchange, state, body, false);
      if (checked === null) return;
      // A request that is refused leaves the script as it is.
      state.plans.shift();
      const { request, model, inputTokens } = checked;
      const overrides = overridesOf(plan);
      const input = chargedInput({ request, overrides }, inputTokens, state, model.tokenizer);
      const seeds = [state.options.seed, ++state.answered, hash(JSON.stringify(body))];
      return answer(exchange, state, { request, model, overrides, input, seeds }, plan);
    }
  }
}

interface Checked {
  readonly request: MessagesRequest;
  readonly model: NonNullable<ReturnType<typeof findModel>>;
  readonly inputTokens: number;
}

/** Checks key, version, fields and model; answers with the error and gives null when something is wrong. */
function check(exchange: Exchange, state: State, body: Fields, counting: boolean): Checked | null {
  const headers = exchange.request.headers;
  const request = readRequest(body);
  const model = findModel(request.model);
  const version = headers['anthropic-version'];
  const given = typeof version === 'string' ? version : undefined;
  const inputTokens = countInput(request, model?.tokenizer ?? 1);
  const error =
    checkKey(headers, state.options) ??
    checkFields(request, given, counting) ??
    checkModel(request, model, given ?? '', inputTokens);
  if (error === null && model !== undefined) return { request, model, inputTokens };
  if (error !== null) exchange.refuse(error);
  return null;
}

/** `POST /v1/messages/count_tokens`. */
export async function countMessageTokens(exchange: Exchange, state: State, body: Fields): Promise<void> {
  const checked = check(exchange, state, body, true);
  if (checked === null) return;
  const { wire } = exchange;
  const ready = await sleepUntil(wire.entry.receivedAt + 150 * state.options.speed, wire.gone);
  if (ready) exchange.json(200, { input_tokens: checked.inputTokens });
}
