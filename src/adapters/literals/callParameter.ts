import { isObject } from '../../core/isObject.ts';
import type { PromptParameter, Unread, UnreadReason } from '../../core/prompt/foundPrompt.ts';
import { expectedInstead, type ParameterName } from '../../core/prompt/parameterChecks.ts';
import type { Json } from '../../core/request/wireRequest.ts';
import { literalValue } from './literalValue.ts';
import type { Entry } from './messageContext.ts';
import type { Source } from './readDraft.ts';

const taken: readonly ParameterName[] = [
  'model',
  'max_tokens',
  'effort',
  'output_config',
  'thinking',
  'temperature',
  'stop_sequences',
];

/** An argument of a call as a parameter, or why it is none. */
export function callParameter(source: Source, { name, from, value }: Entry): PromptParameter | Unread {
  const leave = (reason: UnreadReason): Unread => ({ name, reason, start: from, end: value.to });
  const parameter = taken.find((candidate) => candidate === name);
  if (parameter === undefined) return leave('not-supported');
  const read = literalValue(source, value);
  if ('reason' in read) return leave(read.reason);
  const own = simplest(parameter, read.value);
  if (expectedInstead(own.name, own.value) !== null) return leave('wrong-value');
  return { ...own, source: 'call', span: { start: value.from, end: value.to } };
}

/** An `output_config` of nothing but an effort is the effort. */
function simplest(name: ParameterName, value: Json): { readonly name: ParameterName; readonly value: Json } {
  const isEffort = name === 'output_config' && isObject(value) && Object.keys(value).join() === 'effort';
  return isEffort ? { name: 'effort', value: value.effort ?? null } : { name, value };
}
