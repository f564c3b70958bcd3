import type { SyntaxNode } from '@lezer/common';
import type { UnreadReason } from '../../core/prompt/foundPrompt.ts';
import type { Json } from '../../core/request/wireRequest.ts';
import { resolveConstant } from './constants.ts';
import { readLiteral } from './literal.ts';
import { entriesAt, spreadsOf } from './messageContext.ts';
import { childrenOf, itemsOf, sourceOf, unwrapped } from './nodes.ts';
import type { Source } from './readDraft.ts';

/** The value of an expression as JSON, or why it has none. */
export type LiteralValue = { readonly value: Json } | { readonly reason: UnreadReason };

const notLiteral: LiteralValue = { reason: 'not-literal' };

/** So many constants are followed for one value: a list may hold itself, or be doubled line by line. */
const mostConstants = 200;

/** Reads numbers, strings, booleans, null, lists and maps of them; names of constants of the same file count as their values. */
export function literalValue(
  source: Source,
  expression: SyntaxNode,
  constants = { left: mostConstants },
): LiteralValue {
  const resolved = resolveConstant(source, expression);
  if ('reason' in resolved) return resolved;
  if (resolved.value !== expression && constants.left-- <= 0) return notLiteral;
  const inside = (inner: SyntaxNode): LiteralValue => literalValue(source, inner, constants);
  const node = unwrapped(resolved.value);
  switch (node.name) {
    case 'Number':
      return numberOf(sourceOf(source.text, node));
    case 'UnaryExpression': {
      const [sign, operand] = childrenOf(node);
      const inner = operand === undefined ? notLiteral : inside(operand);
      const isNegative = sign !== undefined && sourceOf(source.text, sign) === '-';
      return isNegative && 'value' in inner && typeof inner.value === 'number'
        ? { value: -inner.value }
        : notLiteral;
    }
    case 'Boolean':
    case 'BooleanLiteral':
      return { value: /^true$/i.test(sourceOf(source.text, node)) };
    case 'None':
    case 'null':
      return { value: null };
    case 'ArrayExpression':
    case 'TupleExpression':
      return allOf(itemsOf(node).map(inside));
    case 'ObjectExpression':
    case 'DictionaryExpression':
      return mapOf(source, node, inside);
    default: {
      const literal = readLiteral(source, node);
      const isWhole = literal !== null && !literal.text.variables.some(({ syntax }) => syntax !== 'mustache');
      return isWhole ? { value: literal.text.text } : notLiteral;
    }
  }
}

function numberOf(written: string): LiteralValue {
  const value = Number(written.replaceAll('_', ''));
  return Number.isFinite(value) ? { value } : notLiteral;
}

function mapOf(source: Source, node: SyntaxNode, inside: (inner: SyntaxNode) => LiteralValue): LiteralValue {
  const entries = entriesAt(source.text, node);
  if (spreadsOf(node).length > 0) return { reason: 'spread' };
  const values = entries.map(({ name, value }) => [name, inside(value)] as const);
  const failed = values.find(([, value]) => 'reason' in value)?.[1];
  if (failed !== undefined) return failed;
  return {
    value: Object.fromEntries(values.map(([name, value]) => [name, 'value' in value ? value.value : null])),
  };
}

function allOf(values: readonly LiteralValue[]): LiteralValue {
  const failed = values.find((value) => 'reason' in value);
  return failed ?? { value: values.map((value) => ('value' in value ? value.value : null)) };
}
