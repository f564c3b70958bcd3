import { keysOfReference } from '../assertions/jsonSchema.ts';
import { jsonTypes, type KeywordShape, schemaKeywords } from '../assertions/schemaKeywords.ts';
import { assertNever } from '../assertNever.ts';
import { isRegex } from './assertions.ts';
import { type DataEntry, type DataMap, type DataNode, jsonOf, valueAt } from './dataNode.ts';
import { isInteger } from './parameterChecks.ts';
import type { Problem } from './problem.ts';

/** What is wrong with a JSON Schema, keywords that would not be obeyed included, each at its place. */
export function schemaProblems(root: DataMap): readonly Problem[] {
  const problems: Problem[] = [];
  const schemas = new Set<DataNode>();
  const references: { readonly entry: DataEntry; readonly to: DataNode | null }[] = [];

  const walk = (node: DataNode): void => {
    schemas.add(node);
    if (node.kind !== 'map') return;
    for (const entry of node.entries) {
      const { key, keySpan, value } = entry;
      const shape = Object.hasOwn(schemaKeywords, key) ? schemaKeywords[key] : undefined;
      if (shape === undefined) {
        problems.push({ kind: 'unchecked-keyword', key, severity: 'error', span: keySpan });
      } else if (!fits(value, shape)) {
        problems.push(wrong(entry, expectedOf(shape)));
      } else {
        if (shape === 'reference') references.push({ entry, to: targetOf(root, value) });
        for (const part of partsOf(value, shape)) walk(part);
      }
    }
  };
  walk(root);

  const to = new Map(references.map(({ entry, to: target }) => [entry.value, target]));
  for (const { entry, to: target } of references) {
    if (target === null || !schemas.has(target)) problems.push(wrong(entry, 'part of this schema'));
    else if (comesBack(target, entry.value, to))
      problems.push(wrong(entry, 'reference that does not lead back'));
  }
  return problems.sort((a, b) => a.span.start - b.span.start);
}

/** The schemas that the value of a keyword holds. */
function partsOf(value: DataNode, shape: KeywordShape): readonly DataNode[] {
  if (shape === 'schema') return [value];
  if (shape === 'schemas' && value.kind === 'list') return value.items;
  if (shape === 'schemas by name' && value.kind === 'map') return value.entries.map((entry) => entry.value);
  return [];
}

function fits(node: DataNode, shape: KeywordShape): boolean {
  const json = jsonOf(node);
  const isText = typeof json === 'string';
  switch (shape) {
    case 'schema':
      return isSchema(node);
    case 'schemas':
      return node.kind === 'list' && node.items.length > 0 && node.items.every(isSchema);
    case 'schemas by name':
      return node.kind === 'map' && node.entries.every(({ value }) => isSchema(value));
    case 'types':
      return (
        (isText || (Array.isArray(json) && json.length > 0)) &&
        [json].flat().every((name) => jsonTypes.includes(String(name)))
      );
    case 'list':
      return node.kind === 'list';
    case 'names':
      return Array.isArray(json) && json.every((name) => typeof name === 'string');
    case 'count':
      return isInteger(json) && json >= 0;
    case 'number':
      return typeof json === 'number';
    case 'step':
      return typeof json === 'number' && json > 0;
    case 'boolean':
      return typeof json === 'boolean';
    case 'string':
    case 'reference':
      return isText;
    case 'regular expression':
      return isText && isRegex(json);
    case 'anything':
      return true;
    default:
      return assertNever(shape);
  }
}

function expectedOf(shape: KeywordShape): string {
  switch (shape) {
    case 'types':
      return jsonTypes.join(' | ');
    case 'schemas':
      return 'array of schemas';
    case 'schemas by name':
      return 'object of schemas';
    case 'list':
      return 'array';
    case 'names':
      return 'array of strings';
    case 'count':
      return 'integer from 0';
    case 'step':
      return 'number over 0';
    default:
      return shape;
  }
}

function isSchema(node: DataNode): boolean {
  return node.kind === 'map' || (node.kind === 'scalar' && typeof node.value === 'boolean');
}

function targetOf(root: DataNode, reference: DataNode): DataNode | null {
  const keys = reference.kind === 'scalar' ? keysOfReference(String(reference.value)) : null;
  if (keys === null) return null;
  return keys.reduce<DataNode | null>(
    (node, key) => (node?.kind === 'list' ? (node.items[Number(key)] ?? null) : valueAt(node, key)),
    root,
  );
}

/** Whether a schema leads back to a reference without going into the value: nothing would ever come of it. */
function comesBack(
  from: DataNode,
  reference: DataNode,
  targets: ReadonlyMap<DataNode, DataNode | null>,
): boolean {
  const seen = new Set<DataNode>();
  const reaches = (node: DataNode | null): boolean => {
    if (node === null || node.kind !== 'map' || seen.has(node)) return false;
    seen.add(node);
    const own = valueAt(node, '$ref');
    if (own === reference || (own !== null && reaches(targets.get(own) ?? null))) return true;
    const parts = ['allOf', 'anyOf', 'oneOf'].flatMap((key) => {
      const list = valueAt(node, key);
      return list?.kind === 'list' ? list.items : [];
    });
    return [...parts, valueAt(node, 'not')].some(reaches);
  };
  return reaches(from);
}

function wrong({ key, value }: DataEntry, expected: string): Problem {
  return { kind: 'wrong-value', key, expected, severity: 'error', span: value.span };
}
