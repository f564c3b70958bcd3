import { isObject } from '../isObject.ts';
import type { Json } from '../request/wireRequest.ts';
import type { PromptParameter } from './foundPrompt.ts';
import type { TextEdit } from './mappedText.ts';

/**
 * The edit that gives a parameter another value where the prompt says it: in front matter, in the file beside it or in a
 * call. An effort goes into the `output_config` that it stands in.
 * @param source the text of the document that holds it
 */
export function parameterEdit(
  source: string,
  { name, value: before, source: place, span }: Pick<PromptParameter, 'name' | 'value' | 'source' | 'span'>,
  value: Json,
): TextEdit {
  const old = source.slice(span.start, span.end);
  const key = /\b(\w+)["']?\s*[:=]\s*$/.exec(source.slice(0, span.start))?.[1] ?? null;
  const inConfig = key === 'output_config' || name === 'output_config';
  const others = name === 'output_config' && isObject(before) ? before : {};
  const whole: Json = inConfig ? { ...others, effort: value } : value;
  const text = place === 'front-matter' ? inYaml(whole, old) : inJsonOrCode(whole, old);
  // `{ model }` of JavaScript has no value of its own.
  return { ...span, text: key === null && place === 'call' ? `${old}: ${text}` : text };
}

function inYaml(value: Json, old: string): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  const isQuoted = /^["']/.test(old);
  const isPlain = /^[A-Za-z][\w.-]*$/.test(value) && !/^(?:true|false|null|yes|no|on|off)$/i.test(value);
  return isPlain && !isQuoted ? value : inJsonOrCode(value, old);
}

function inJsonOrCode(value: Json, old: string): string {
  const written = JSON.stringify(value);
  const isSingle = typeof value === 'string' && old.startsWith("'") && !/['\\]/.test(value);
  return isSingle ? `'${value}'` : written;
}
