import type { Json } from '../request/wireRequest.ts';
import { type DataMap, type DataNode, valueAt } from './dataNode.ts';
import type { TextEdit } from './mappedText.ts';
import { readJson } from './readJson.ts';

const step = '  ';

/**
 * The edit of a file `<prompt>.tuner.json` that gives a variable a place in the first value set of a prompt, which is
 * made where there is none; null where the file can't be read or holds something else there.
 * @param identity which prompt of the file; empty for the document itself
 */
export function addToSidecar(text: string, identity: string, variable: string): TextEdit | null {
  const set = { name: 'default', values: { [variable]: '' } };
  const own = identity === '' ? { valueSets: [set] } : { prompts: { [identity]: { valueSets: [set] } } };
  if (text.trim() === '') return { start: 0, end: text.length, text: `${written(own, 0)}\n` };
  const { node, problems } = readJson(text);
  if (node === null || node.kind !== 'map' || problems.some(({ severity }) => severity === 'error'))
    return null;
  const path = identity === '' ? [] : ['prompts', identity];
  let map: DataMap = node;
  for (const [depth, key] of path.entries()) {
    const next = valueAt(map, key);
    if (next === null) {
      const rest = path.slice(depth + 1);
      const value = rest.reduceRight<Json>((inner, name) => ({ [name]: inner }), { valueSets: [set] });
      return entryIn(text, map, key, value, depth + 1);
    }
    if (next.kind !== 'map') return null;
    map = next;
  }
  return inNotes(text, map, set, variable, path.length);
}

function inNotes(text: string, notes: DataMap, set: Json, variable: string, depth: number): TextEdit | null {
  const sets = valueAt(notes, 'valueSets');
  if (sets === null) return entryIn(text, notes, 'valueSets', [set], depth + 1);
  if (sets.kind !== 'list') return null;
  const [first] = sets.items;
  if (first === undefined) return inside(sets, written([set], depth + 1));
  if (first.kind !== 'map') return null;
  const values = valueAt(first, 'values');
  if (values === null) return entryIn(text, first, 'values', { [variable]: '' }, depth + 3);
  if (values.kind !== 'map' || valueAt(values, variable) !== null) return null;
  return entryIn(text, values, variable, '', depth + 4);
}

/** A new last entry of a map, on a line of its own where the map has more than one line. */
export function entryIn(text: string, map: DataMap, key: string, value: Json, depth: number): TextEdit {
  const entry = `${JSON.stringify(key)}: ${written(value, depth)}`;
  const last = map.entries.at(-1);
  const indent = step.repeat(depth);
  if (last === undefined) return inside(map, `{\n${indent}${entry}\n${step.repeat(depth - 1)}}`);
  const at = last.value.span.end;
  const hasLines = text.slice(map.span.start, map.span.end).includes('\n');
  return { start: at, end: at, text: hasLines ? `,\n${indent}${entry}` : `, ${entry}` };
}

function inside({ span }: DataNode, text: string): TextEdit {
  return { ...span, text };
}

/** A value as JSON on so many steps of indentation. */
export function written(value: Json, depth: number): string {
  return JSON.stringify(value, null, step).replaceAll('\n', `\n${step.repeat(depth)}`);
}
