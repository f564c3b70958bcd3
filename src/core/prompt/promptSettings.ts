import { isObject } from '../isObject.ts';
import { type Effort, efforts } from '../request/model.ts';
import type { ParameterValues, ThinkingChoice } from '../request/parameters.ts';
import { type CachePlace, cachePlaces, type RawFields } from '../request/rawFields.ts';
import type { Json } from '../request/wireRequest.ts';
import type { PromptParameter } from './foundPrompt.ts';

/** What a prompt says of its request: parameters that a chip can override, and what is sent as it is. */
export interface PromptSettings {
  readonly values: Partial<ParameterValues>;
  /** A `thinking` field in the API's own spelling, where that is what decides; else null. */
  readonly thinking: Json | null;
  readonly raw: RawFields;
  readonly cache: CachePlace;
}

/** Reads the parameters of a found prompt, whose values were checked when they were read; of one name the last counts. */
export function promptSettings(parameters: readonly PromptParameter[]): PromptSettings {
  const named: Partial<Record<PromptParameter['name'], Json>> = Object.fromEntries(
    parameters.map(({ name, value }) => [name, value]),
  );
  const { model, max_tokens, temperature, stop_sequences, thinking, cache, extra, output_config } = named;
  const { effort: inOutput, ...output } = isObject(output_config) ? output_config : {};
  const effort = named.effort ?? inOutput;
  const choice = thinking === undefined ? null : thinkingChoice(thinking);
  return {
    values: {
      ...(typeof model === 'string' ? { model } : {}),
      ...(typeof max_tokens === 'number' ? { maxTokens: max_tokens } : {}),
      ...(typeof temperature === 'number' ? { temperature } : {}),
      ...(isEffort(effort) ? { effort } : {}),
      ...(choice === null ? {} : { thinking: choice }),
    },
    thinking: isObject(thinking) ? thinking : null,
    raw: {
      ...(Object.keys(output).length === 0 ? {} : { output_config: output }),
      ...(stop_sequences === undefined ? {} : { stop_sequences }),
      ...(isObject(extra) ? extra : {}),
    },
    cache: cachePlaces.find((place) => place === cache) ?? 'off',
  };
}

const valueOfParameter: Readonly<Partial<Record<PromptParameter['name'], keyof ParameterValues>>> = {
  model: 'model',
  max_tokens: 'maxTokens',
  temperature: 'temperature',
  effort: 'effort',
  thinking: 'thinking',
};

/** Where a prompt says what {@link promptSettings} takes each value from. */
export function settingSources(
  parameters: readonly PromptParameter[],
): Readonly<Partial<Record<keyof ParameterValues, PromptParameter['source']>>> {
  const inOutput = parameters.findLast(({ name, value }) => name === 'output_config' && hasEffort(value));
  return Object.fromEntries([
    ...(inOutput === undefined ? [] : [['effort', inOutput.source]]),
    ...parameters.flatMap(({ name, source }) => {
      const value = valueOfParameter[name];
      return value === undefined ? [] : [[value, source]];
    }),
  ]);
}

function hasEffort(output: Json): boolean {
  return isObject(output) && isEffort(output.effort);
}

function thinkingChoice(thinking: Json): ThinkingChoice | null {
  if (thinking === 'default' || thinking === 'on' || thinking === 'off') return thinking;
  if (!isObject(thinking)) return null;
  return thinking.type === 'disabled' || thinking.type === 'between_tools' ? 'off' : 'on';
}

function isEffort(value: Json | undefined): value is Effort {
  return efforts.some((effort) => effort === value);
}
