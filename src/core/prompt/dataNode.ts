import type { Json } from '../request/wireRequest.ts';
import type { Span } from './promptDocument.ts';

/** A value of YAML or JSON with its place. */
export type DataNode =
  | { readonly kind: 'scalar'; readonly value: string | number | boolean | null; readonly span: Span }
  | { readonly kind: 'list'; readonly items: readonly DataNode[]; readonly span: Span }
  | DataMap;

/** A map of YAML, an object of JSON. */
export interface DataMap {
  readonly kind: 'map';
  readonly entries: readonly DataEntry[];
  readonly span: Span;
}

/** A key with its value. */
export interface DataEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: DataNode;
}

/** The value without places. */
export function jsonOf(node: DataNode): Json {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(jsonOf);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, jsonOf(value)]));
}

/** The value of a key, or null where the node is no map or has no such key. */
export function valueAt(node: DataNode | null, key: string): DataNode | null {
  if (node === null || node.kind !== 'map') return null;
  return node.entries.find((entry) => entry.key === key)?.value ?? null;
}

/** A scalar as the text that a person wrote, or null where there is none. */
export function textOf(node: DataNode | null): string | null {
  return node === null || node.kind !== 'scalar' || node.value === null ? null : String(node.value);
}
