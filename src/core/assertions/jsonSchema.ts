import { isObject } from '../isObject.ts';
import type { Json } from '../request/wireRequest.ts';
import { type MatchText, TooSlow } from './tooSlow.ts';

/** The first place of a value that does not fit its schema. */
export interface Mismatch {
  /** JSON pointer into the value; empty for the whole. */
  readonly path: string;
  readonly keyword: string;
}

type Fields = { readonly [key: string]: Json };

interface Check {
  readonly root: Json;
  readonly matches: MatchText;
  /** Schemas still to be looked at before it is given up. */
  left: number;
}

// Parts of a schema that refer to each other can ask for more steps than there are atoms.
const mostSteps = 200_000;
const deepest = 500;

/**
 * Holds a value against a JSON Schema (draft 2020-12), of which the keywords of `schemaKeywords` are obeyed; null where
 * it fits. A schema that was not checked by `schemaProblems` first may be obeyed only in part.
 * @throws TooSlow
 */
export function mismatchOf(schema: Json, value: Json, matches: MatchText): Mismatch | null {
  return look(schema, value, '', 0, { root: schema, matches, left: mostSteps });
}

function look(schema: Json, value: Json, path: string, depth: number, check: Check): Mismatch | null {
  check.left -= 1;
  if (check.left < 0 || depth > deepest) throw new TooSlow();
  if (schema === false) return { path, keyword: 'false' };
  if (!isObject(schema)) return null;
  const inside = (part: Json, of: Json, at = path) => look(part, of, at, depth + 1, check);
  return (
    inPlace(schema, (part) => inside(part, value), path, check.root) ??
    plainMismatch(schema, value, path) ??
    (typeof value === 'string' ? ofString(schema, value, path, check.matches) : null) ??
    (typeof value === 'number' ? ofNumber(schema, value, path) : null) ??
    (Array.isArray(value) ? ofList(schema, value, path, inside) : null) ??
    (isObject(value) ? ofObject(schema, value, path, inside) : null)
  );
}

type Inside = (part: Json, of: Json, at: string) => Mismatch | null;

/** Keywords that hold other schemas against the same value. */
function inPlace(
  schema: Fields,
  fits: (part: Json) => Mismatch | null,
  path: string,
  root: Json,
): Mismatch | null {
  const { $ref, allOf, anyOf, oneOf, not } = schema;
  if (typeof $ref === 'string') {
    const found = fits(partAt(root, $ref) ?? true);
    if (found !== null) return found;
  }
  for (const part of listOf(allOf)) {
    const found = fits(part);
    if (found !== null) return found;
  }
  if (anyOf !== undefined && !listOf(anyOf).some((part) => fits(part) === null)) {
    return { path, keyword: 'anyOf' };
  }
  if (oneOf !== undefined && listOf(oneOf).filter((part) => fits(part) === null).length !== 1) {
    return { path, keyword: 'oneOf' };
  }
  return not !== undefined && fits(not) === null ? { path, keyword: 'not' } : null;
}

function plainMismatch({ type, enum: values, const: only }: Fields, value: Json, path: string) {
  const types = typeof type === 'string' ? [type] : listOf(type);
  if (type !== undefined && !types.some((name) => hasType(value, name))) return { path, keyword: 'type' };
  if (values === undefined && only === undefined) return null;
  const own = written(value);
  if (values !== undefined && !listOf(values).some((one) => written(one) === own)) {
    return { path, keyword: 'enum' };
  }
  return only !== undefined && written(only) !== own ? { path, keyword: 'const' } : null;
}

function ofString(schema: Fields, value: string, path: string, matches: MatchText): Mismatch | null {
  const { pattern } = schema;
  const wrong = outside(schema, 'minLength', 'maxLength', [...value].length);
  if (wrong !== null) return { path, keyword: wrong };
  return typeof pattern === 'string' && !matches(pattern, value) ? { path, keyword: 'pattern' } : null;
}

function ofNumber(schema: Fields, value: number, path: string): Mismatch | null {
  const { exclusiveMinimum: above, exclusiveMaximum: below, multipleOf: step } = schema;
  const wrong = outside(schema, 'minimum', 'maximum', value);
  if (wrong !== null) return { path, keyword: wrong };
  if (typeof above === 'number' && value <= above) return { path, keyword: 'exclusiveMinimum' };
  if (typeof below === 'number' && value >= below) return { path, keyword: 'exclusiveMaximum' };
  if (typeof step !== 'number') return null;
  const steps = value / step;
  // 0.3 is a multiple of 0.1, whatever binary fractions make of it.
  const isMultiple = Math.abs(steps - Math.round(steps)) <= 1e-9 * Math.max(1, Math.abs(steps));
  return isMultiple ? null : { path, keyword: 'multipleOf' };
}

function ofList(schema: Fields, value: readonly Json[], path: string, inside: Inside): Mismatch | null {
  const wrong = outside(schema, 'minItems', 'maxItems', value.length);
  if (wrong !== null) return { path, keyword: wrong };
  if (schema.uniqueItems === true && new Set(value.map((item) => written(item))).size < value.length) {
    return { path, keyword: 'uniqueItems' };
  }
  const first = listOf(schema.prefixItems);
  for (const [at, item] of value.entries()) {
    const part = first[at] ?? schema.items;
    const found = part === undefined ? null : inside(part, item, `${path}/${at}`);
    if (found !== null) return found;
  }
  return null;
}

function ofObject(schema: Fields, value: Fields, path: string, inside: Inside): Mismatch | null {
  const keys = Object.keys(value);
  const wrong = outside(schema, 'minProperties', 'maxProperties', keys.length);
  if (wrong !== null) return { path, keyword: wrong };
  for (const key of listOf(schema.required)) {
    if (!Object.hasOwn(value, String(key))) return { path: below(path, String(key)), keyword: 'required' };
  }
  const properties = isObject(schema.properties) ? schema.properties : {};
  for (const key of keys) {
    const known = Object.hasOwn(properties, key);
    const part = known ? properties[key] : schema.additionalProperties;
    if (!known && part === false) return { path: below(path, key), keyword: 'additionalProperties' };
    const found = part === undefined ? null : inside(part, value[key] ?? null, below(path, key));
    if (found !== null) return found;
  }
  return null;
}

/** The part of a schema that a reference such as `#/$defs/name` names; undefined where there is none. */
function partAt(root: Json, reference: string): Json | undefined {
  let part: Json | undefined = root;
  for (const key of keysOfReference(reference) ?? []) {
    if (Array.isArray(part)) part = (part as readonly Json[])[Number(key)];
    else part = isObject(part) ? part[key] : undefined;
  }
  return part;
}

/** The keys that a reference within a schema goes along; null where it leads elsewhere. */
export function keysOfReference(reference: string): readonly string[] | null {
  if (reference === '#') return [];
  if (!reference.startsWith('#/')) return null;
  try {
    return decodeURIComponent(reference.slice(2))
      .split('/')
      .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  } catch {
    return null;
  }
}

function outside(schema: Fields, least: string, most: string, value: number): string | null {
  const [low, high] = [schema[least], schema[most]];
  if (typeof low === 'number' && value < low) return least;
  return typeof high === 'number' && value > high ? most : null;
}

function hasType(value: Json, name: Json): boolean {
  switch (name) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === name;
  }
}

function listOf(node: Json | undefined): readonly Json[] {
  return Array.isArray(node) ? node : [];
}

function below(path: string, key: string): string {
  return `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The same text for equal values, whatever the order of their keys. */
function written(value: Json, depth = 0): string {
  if (depth > deepest) throw new TooSlow();
  const inner = (part: Json) => written(part, depth + 1);
  if (Array.isArray(value)) return `[${value.map(inner).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${inner(value[key] ?? null)}`).join(',')}}`;
}
