import { type Assertion, assertionOf } from './assertions.ts';
import { type DataEntry, type DataMap, type DataNode, jsonOf, textOf, valueAt } from './dataNode.ts';
import type { PromptParameter, ValueSet } from './foundPrompt.ts';
import { isParameterName } from './parameterChecks.ts';
import type { Problem } from './problem.ts';
import { readJson } from './readJson.ts';
import { readParameters } from './readParameters.ts';
import { schemaProblems } from './schemaProblems.ts';

/** What stands beside a prompt: parameters, message to try a system prompt with, value sets, assertions. */
export interface PromptNotes {
  readonly parameters: readonly PromptParameter[];
  readonly testMessage: string | null;
  readonly valueSets: readonly ValueSet[];
  readonly assertions: readonly Assertion[];
  /** Names of variables whose values are secret. */
  readonly secrets: readonly string[];
}

/** A file `<prompt>.tuner.json` as it was read. */
export interface Sidecar {
  /** Notes by the identity of the prompt; the empty one is the document itself. */
  readonly notes: ReadonlyMap<string, PromptNotes>;
  readonly problems: readonly Problem[];
}

/** The path of the file beside a prompt’s file: the same name with `.tuner.json` behind it. */
export function sidecarPath(path: string): string {
  return `${path}.tuner.json`;
}

/** Reads a file `<prompt>.tuner.json`; every key and value that does not belong there is a problem at its place. */
export function readSidecar(text: string): Sidecar {
  const { node, problems } = readJson(text);
  const found = [...problems];
  const notes = new Map<string, PromptNotes>();
  if (node === null) return { notes, problems: found };
  if (node.kind !== 'map') return { notes, problems: [wrong('', 'object', node)] };
  notes.set('', readNotes(node, ['$schema', 'prompts'], found));
  const others = mapAt(node, 'prompts', found);
  for (const { key, value } of others?.entries ?? []) {
    if (value.kind === 'map') notes.set(key, readNotes(value, [], found));
    else found.push(wrong(key, 'object', value));
  }
  return { notes, problems: found };
}

const noteKeys: readonly string[] = ['parameters', 'testMessage', 'valueSets', 'assertions', 'secrets'];

function readNotes(map: DataMap, alsoKnown: readonly string[], problems: Problem[]): PromptNotes {
  onlyKnown(map, [...noteKeys, ...alsoKnown], problems);
  const parameters = mapAt(map, 'parameters', problems);
  if (parameters !== null) onlyKnown(parameters, isParameterName, problems);
  const read = parameters === null ? null : readParameters(parameters, 'sidecar');
  problems.push(...(read?.problems ?? []));
  return {
    parameters: read?.parameters ?? [],
    testMessage: stringAt(map, 'testMessage', problems),
    valueSets: readValueSets(listAt(map, 'valueSets', problems), problems),
    assertions: listAt(map, 'assertions', problems).flatMap((item) => readAssertion(item, problems)),
    secrets: listAt(map, 'secrets', problems).flatMap((item) => stringOf('secrets', item, problems) ?? []),
  };
}

function readValueSets(items: readonly DataNode[], problems: Problem[]): readonly ValueSet[] {
  const sets: ValueSet[] = [];
  for (const item of items) {
    if (item.kind !== 'map') {
      problems.push(wrong('valueSets', 'object', item));
      continue;
    }
    onlyKnown(item, ['name', 'values', 'testMessage'], problems);
    const name = stringAt(item, 'name', problems);
    if (name === null || name === '' || sets.some((set) => set.name === name)) {
      problems.push(wrong('name', 'name of its own', valueAt(item, 'name') ?? item));
      continue;
    }
    const values = mapAt(item, 'values', problems)?.entries ?? [];
    sets.push({
      name,
      values: Object.fromEntries(values.flatMap((entry) => namedValue(entry, problems))),
      testMessage: stringAt(item, 'testMessage', problems),
    });
  }
  return sets;
}

function namedValue({ key, value }: DataEntry, problems: Problem[]): readonly (readonly [string, string])[] {
  const text = textOf(value);
  if (text !== null) return [[key, text]];
  problems.push(wrong(key, 'string', value));
  return [];
}

function readAssertion(item: DataNode, problems: Problem[]): readonly Assertion[] {
  if (item.kind !== 'map') {
    problems.push(wrong('assertions', 'object', item));
    return [];
  }
  onlyKnown(item, ['type', 'value'], problems);
  const [type, value] = [valueAt(item, 'type'), valueAt(item, 'value')];
  const assertion = assertionOf(type === null ? null : jsonOf(type), value === null ? null : jsonOf(value));
  if ('type' in assertion) {
    const faults = assertion.type === 'json-schema' && value?.kind === 'map' ? schemaProblems(value) : [];
    problems.push(...faults);
    return faults.length === 0 ? [assertion] : [];
  }
  problems.push(wrong(assertion.key, assertion.expected, valueAt(item, assertion.key) ?? item));
  return [];
}

function onlyKnown(
  map: DataMap,
  known: readonly string[] | ((key: string) => boolean),
  problems: Problem[],
): void {
  const isKnown = typeof known === 'function' ? known : (key: string) => known.includes(key);
  for (const { key, keySpan } of map.entries) {
    if (!isKnown(key)) problems.push({ kind: 'unknown-key', key, severity: 'warning', span: keySpan });
  }
}

function mapAt(map: DataMap, key: string, problems: Problem[]): DataMap | null {
  const node = valueAt(map, key);
  if (node === null || node.kind === 'map') return node;
  problems.push(wrong(key, 'object', node));
  return null;
}

function listAt(map: DataMap, key: string, problems: Problem[]): readonly DataNode[] {
  const node = valueAt(map, key);
  if (node === null) return [];
  if (node.kind === 'list') return node.items;
  problems.push(wrong(key, 'array', node));
  return [];
}

function stringAt(map: DataMap, key: string, problems: Problem[]): string | null {
  const node = valueAt(map, key);
  return node === null ? null : stringOf(key, node, problems);
}

function stringOf(key: string, node: DataNode, problems: Problem[]): string | null {
  if (node.kind === 'scalar' && typeof node.value === 'string') return node.value;
  problems.push(wrong(key, 'string', node));
  return null;
}

function wrong(key: string, expected: string, node: DataNode): Problem {
  return { kind: 'wrong-value', key, expected, severity: 'error', span: node.span };
}
