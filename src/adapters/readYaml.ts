import { type Document, isAlias, isMap, isScalar, isSeq, parseDocument, type YAMLError } from 'yaml';
import type { DataNode } from '../core/prompt/dataNode.ts';
import type { Problem } from '../core/prompt/problem.ts';
import type { ReadData } from '../core/prompt/readJson.ts';

/** Nobody nests this deep. */
const deepest = 100;

/** So many aliases are followed: a node may hold its own, or one that stands for many, and those again. */
const mostAliases = 100;

/** Reads YAML 1.2 that begins at `start` of its document; places are those of the document. */
export function readYaml(text: string, start: number): ReadData {
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: true, logLevel: 'silent' });
  const problems = document.errors.map((error) => problemOf(error, start, text.length));
  if (problems.length > 0) return { node: null, problems };
  const place = { start, length: text.length, depth: 0, aliases: { left: mostAliases } };
  return { node: nodeOf(document.contents, document, place), problems };
}

interface Place {
  readonly start: number;
  readonly length: number;
  readonly depth: number;
  readonly aliases: { left: number };
}

function nodeOf(node: unknown, document: Document.Parsed, place: Place): DataNode | null {
  if (place.depth > deepest) return null;
  const inner = { ...place, depth: place.depth + 1 };
  if (isAlias(node)) {
    return place.aliases.left-- > 0 ? nodeOf(node.resolve(document), document, inner) : null;
  }
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : null;
  const [from, to] = Array.isArray(range) ? (range as readonly number[]) : [0, place.length];
  const span = { start: place.start + (from ?? 0), end: place.start + (to ?? 0) };
  if (isMap(node)) {
    const entries = node.items.flatMap(({ key, value }) => {
      const keyNode = nodeOf(key, document, inner);
      if (keyNode === null || keyNode.kind !== 'scalar') return [];
      const valueNode = nodeOf(value, document, inner) ?? empty(keyNode);
      return [{ key: String(keyNode.value), keySpan: keyNode.span, value: valueNode }];
    });
    return { kind: 'map', entries, span };
  }
  if (isSeq(node)) {
    return { kind: 'list', items: node.items.flatMap((item) => nodeOf(item, document, inner) ?? []), span };
  }
  if (!isScalar(node)) return null;
  const { value } = node;
  const isPlain = value === null || ['string', 'number', 'boolean'].includes(typeof value);
  return {
    kind: 'scalar',
    value: isPlain ? (value as string | number | boolean | null) : String(value),
    span,
  };
}

function empty(key: DataNode): DataNode {
  return { kind: 'scalar', value: null, span: { start: key.span.end, end: key.span.end } };
}

function problemOf(error: YAMLError, start: number, length: number): Problem {
  const [from, to] = error.pos;
  return {
    kind: 'syntax',
    detail: error.message,
    severity: 'error',
    span: { start: start + Math.min(from, length), end: start + Math.min(to, length) },
  };
}
