import type { Json } from '../request/wireRequest.ts';
import { entryIn, written } from './addToSidecar.ts';
import { valueAt } from './dataNode.ts';
import type { TextEdit } from './mappedText.ts';
import type { ParameterName } from './parameterChecks.ts';
import { readJson } from './readJson.ts';

/**
 * The edit of a file `<prompt>.tuner.json` that gives a prompt a parameter; null where the file can't be read or holds
 * something else there.
 * @param identity which prompt of the file; empty for the document itself
 */
export function setInSidecar(
  text: string,
  identity: string,
  name: ParameterName,
  value: Json,
): TextEdit | null {
  const path = [...(identity === '' ? [] : ['prompts', identity]), 'parameters', name];
  const from = (depth: number): Json =>
    path.slice(depth).reduceRight<Json>((inner, key) => ({ [key]: inner }), value);
  if (text.trim() === '') return { start: 0, end: text.length, text: `${written(from(0), 0)}\n` };
  const { node, problems } = readJson(text);
  if (problems.some(({ severity }) => severity === 'error')) return null;
  let map = node;
  for (const [depth, key] of path.entries()) {
    if (map?.kind !== 'map') return null;
    const next = valueAt(map, key);
    if (next === null) return entryIn(text, map, key, from(depth + 1), depth + 1);
    map = next;
  }
  return map === null ? null : { ...map.span, text: JSON.stringify(value) };
}
