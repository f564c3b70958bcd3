import { efforts, type ModelInfo } from './model.ts';
import { isAtLeast, parseModelId } from './modelId.ts';
import type { Parameters } from './parameters.ts';
import type { Json, PreparedRequest, Turn, WireRequest } from './wireRequest.ts';

/** The API version under which models up to Claude 4.6 still take a temperature. */
const olderApiVersion = '2023-06-01';

/**
 * Why a parameter was left out. `model-refuses`: the model does not take it · `always-thinks`: thinking can't be turned
 * off · `not-with-thinking`: not together with thinking · `not-with-effort`: thinking can't be off at this effort ·
 * `no-room`: max tokens leave no thinking budget · `remembered`: this model at this origin refused it before.
 */
export type OmitReason =
  | 'model-refuses'
  | 'always-thinks'
  | 'not-with-thinking'
  | 'not-with-effort'
  | 'no-room'
  | 'remembered';

/** The API's field names that a request can do without when a model refuses them. */
export const omittableFields: readonly string[] = ['thinking', 'output_config', 'temperature'];

/** What the person set and the request does not hold as set. */
export type Omitted =
  | { readonly parameter: 'temperature' | 'effort' | 'thinking'; readonly reason: OmitReason }
  | { readonly parameter: 'maxTokens'; readonly reason: 'above-maximum'; readonly sent: number };

/** A request that the model accepts, as far as is known, and what had to be left out of it. */
export interface FittedRequest {
  readonly request: PreparedRequest;
  readonly omitted: readonly Omitted[];
}

type Fit = { readonly send: Json } | { readonly omit: OmitReason } | null;

/** The least thinking budget of the API (SDK type `ThinkingConfigEnabled`). */
const leastBudget = 1_024;

/**
 * Makes the streamed request of these parameters. A model that is not known (null) gets what the person set. `refused`
 * holds the API's top-level field names that this model at this origin refused before, such as `temperature`.
 */
export function fitRequest(
  parameters: Parameters,
  turns: readonly Turn[],
  model: ModelInfo | null,
  refused: ReadonlySet<string>,
): FittedRequest {
  const asked = parameters.maxTokens.value;
  const maxTokens = Math.min(asked, model?.maxOutputTokens ?? asked);
  const thinking = unlessRefused(fitThinking(parameters, model, maxTokens), refused, ['thinking']);
  const effort = unlessRefused(fitEffort(parameters, model), refused, ['output_config', 'effort']);
  const sentThinking = sentOf(thinking);
  const temperature = unlessRefused(fitTemperature(parameters, model, sentThinking), refused, [
    'temperature',
  ]);

  const omitted: Omitted[] = [];
  if (maxTokens < asked) omitted.push({ parameter: 'maxTokens', reason: 'above-maximum', sent: maxTokens });
  for (const [parameter, fit] of [
    ['thinking', thinking],
    ['effort', effort],
    ['temperature', temperature],
  ] as const) {
    if (fit !== null && 'omit' in fit) omitted.push({ parameter, reason: fit.omit });
  }

  const sentEffort = sentOf(effort);
  const sentTemperature = sentOf(temperature);
  const body: WireRequest = {
    model: parameters.model.value,
    max_tokens: maxTokens,
    ...(parameters.system.value === '' ? {} : { system: parameters.system.value }),
    messages: turns,
    ...(sentThinking === null ? {} : { thinking: sentThinking }),
    ...(sentEffort === null ? {} : { output_config: { effort: sentEffort } }),
    ...(typeof sentTemperature === 'number' ? { temperature: sentTemperature } : {}),
    stream: true,
  };
  return { request: { body, version: sentTemperature === null ? null : olderApiVersion }, omitted };
}

/** The one turn that a prompt is sent as. */
export function userTurn(text: string): Turn {
  return { role: 'user', content: [{ type: 'text', text }] };
}

/** Whether the model takes a temperature at all: up to Claude 4.6, under the older API version; an id that is no Claude version may. */
function takesTemperature(modelId: string): boolean {
  return parseModelId(modelId) === null || !isAtLeast(modelId, 4, 7);
}

function fitThinking({ thinking, effort }: Parameters, model: ModelInfo | null, maxTokens: number): Fit {
  if (thinking.value === 'default') return null;
  const support = model?.thinking ?? null;
  if (thinking.value === 'off') {
    if (support === null) return { send: { type: 'disabled' } };
    if (!support.supported) return null;
    if (support.off === null) return { omit: 'always-thinks' };
    const tooMuch =
      support.offUpTo !== undefined &&
      effort.value !== 'default' &&
      efforts.indexOf(effort.value) > efforts.indexOf(support.offUpTo);
    return tooMuch ? { omit: 'not-with-effort' } : { send: { type: support.off } };
  }
  if (support === null || support.adaptive) return { send: { type: 'adaptive' } };
  if (!support.budget) return { omit: 'model-refuses' };
  if (maxTokens <= leastBudget) return { omit: 'no-room' };
  const budget = Math.max(leastBudget, Math.floor(maxTokens / 2));
  return { send: { type: 'enabled', budget_tokens: budget } };
}

function fitEffort({ effort }: Parameters, model: ModelInfo | null): Fit {
  if (effort.value === 'default') return null;
  const accepted = model?.efforts ?? null;
  if (accepted !== null && !accepted.includes(effort.value)) return { omit: 'model-refuses' };
  return { send: effort.value };
}

function fitTemperature(
  { temperature }: Parameters,
  model: ModelInfo | null,
  sentThinking: Json | null,
): Fit {
  if (temperature.value === null) return null;
  if (model !== null && !takesTemperature(model.id)) return { omit: 'model-refuses' };
  // Thinking is not compatible with temperature (Extended thinking page, platform.claude.com).
  if (isThinking(sentThinking)) return { omit: 'not-with-thinking' };
  return { send: temperature.value };
}

function isThinking(sent: Json | null): boolean {
  return (
    sent !== null && typeof sent === 'object' && 'type' in sent && /adaptive|enabled/.test(`${sent.type}`)
  );
}

function unlessRefused(fit: Fit, refused: ReadonlySet<string>, fields: readonly string[]): Fit {
  const wasRefused = fit !== null && 'send' in fit && fields.some((field) => refused.has(field));
  return wasRefused ? { omit: 'remembered' } : fit;
}

function sentOf(fit: Fit): Json | null {
  return fit !== null && 'send' in fit ? fit.send : null;
}
