import { isObject } from '../isObject.ts';
import { efforts } from '../request/model.ts';
import { cachePlaces } from '../request/rawFields.ts';
import type { Json } from '../request/wireRequest.ts';

/** Parameters that a prompt can bring along, in the API’s spelling; `cache` and `extra` are words of our own. */
export type ParameterName =
  | 'model'
  | 'max_tokens'
  | 'effort'
  | 'output_config'
  | 'thinking'
  | 'temperature'
  | 'stop_sequences'
  | 'cache'
  | 'extra';

const thinkingWords: readonly string[] = ['default', 'on', 'off'];
const thinkingTypes: readonly Json[] = ['adaptive', 'enabled', 'disabled', 'between_tools'];

interface Check {
  /** What the value has to be, in the words of the JSON schema. */
  readonly expected: string;
  readonly fits: (value: Json) => boolean;
}

const checks: Readonly<Record<ParameterName, Check>> = {
  model: { expected: 'string', fits: (value) => typeof value === 'string' && value.trim() !== '' },
  max_tokens: { expected: 'integer from 1', fits: (value) => isInteger(value) && value >= 1 },
  effort: { expected: efforts.join(' | '), fits: (value) => isOneOf(efforts, value) },
  output_config: { expected: 'object', fits: isObject },
  thinking: {
    expected: 'default | on | off | object with a type',
    fits: (value) =>
      isOneOf(thinkingWords, value) || (isObject(value) && thinkingTypes.includes(value.type ?? null)),
  },
  temperature: {
    expected: 'number from 0 to 1',
    fits: (value) => typeof value === 'number' && value >= 0 && value <= 1,
  },
  stop_sequences: {
    expected: 'array of strings',
    fits: (value) =>
      Array.isArray(value) && value.every((item) => typeof item === 'string' && item.trim() !== ''),
  },
  cache: { expected: cachePlaces.join(' | '), fits: (value) => isOneOf(cachePlaces, value) },
  extra: { expected: 'object', fits: isObject },
};

/** Whether a key names a parameter. */
export function isParameterName(key: string): key is ParameterName {
  return Object.hasOwn(checks, key);
}

/** What is wrong with a parameter’s value, as what it should be, or null. */
export function expectedInstead(name: ParameterName, value: Json): string | null {
  const { expected, fits } = checks[name];
  return fits(value) ? null : expected;
}

/** Whether the value is an integer. */
export function isInteger(value: Json): value is number {
  return typeof value === 'number' && Number.isInteger(value);
}

function isOneOf(words: readonly string[], value: Json): boolean {
  return typeof value === 'string' && words.includes(value);
}
