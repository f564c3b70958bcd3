import type { SyntaxNode } from '@lezer/common';
import { type Draft, joinDrafts, oneLine } from './draft.ts';
import { readJsxString } from './jsxString.ts';
import { childrenOf, itemsOf, lastName, sourceOf, unwrapped } from './nodes.ts';
import { readPythonString } from './pythonString.ts';
import { readScriptString, readTemplate, type TemplateTag } from './scriptString.ts';
import { formatted, packageDedent, textwrapDedent, trimmed } from './transforms.ts';

/** What the readers of expressions look at. */
export interface Source {
  readonly text: string;
  readonly isPython: boolean;
}

/**
 * Reads an expression that is made of string literals: quoted in any way, joined, in parentheses, dedented, stripped,
 * formatted. Null for everything else.
 */
export function readDraft(source: Source, expression: SyntaxNode): Draft | null {
  const node = unwrapped(expression);
  const span = { start: node.from, end: node.to };
  switch (node.name) {
    case 'String':
    case 'FormatString': {
      if (!source.isPython) return readScriptString(source.text, span);
      const fields = childrenOf(node).filter(({ name }) => name === 'FormatReplacement');
      return readPythonString(source.text, span, fields.map(spanOf));
    }
    case 'ContinuedString':
      return allOf(childrenOf(node).map((part) => readDraft(source, part)));
    case 'JSXAttributeValue':
      return readJsxString(source.text, span);
    case 'TemplateString':
      return templateOf(source, node, 'none');
    case 'TaggedTemplateExpression':
      return taggedTemplate(source, node);
    case 'BinaryExpression':
      return concatenation(source, node);
    case 'CallExpression':
      return called(source, node);
    default:
      return null;
  }
}

/** An expression as one hole: what it is, the program knows. */
export function holeDraft(source: Source, expression: SyntaxNode): Draft {
  const node = unwrapped(expression);
  const written = oneLine(sourceOf(source.text, node));
  const name = /^(?:str|String)\(([^()]+)\)$/.exec(written)?.[1] ?? written;
  const text = source.isPython ? `{${name}}` : `\${${name}}`;
  const pieces = [{ kind: 'hole', at: 0, length: text.length, start: node.from, end: node.to }] as const;
  return { mapped: { text, pieces }, holes: [{ name, syntax: 'expression' }], slots: [], margin: '' };
}

function templateOf(source: Source, node: SyntaxNode, tag: TemplateTag): Draft | null {
  const interpolations = childrenOf(node).filter(({ name }) => name === 'Interpolation');
  const span = { start: node.from, end: node.to };
  return readTemplate(source.text, span, interpolations.map(spanOf), tag);
}

function taggedTemplate(source: Source, node: SyntaxNode): Draft | null {
  const [tag, template] = childrenOf(node);
  if (tag === undefined || template === undefined) return null;
  switch (sourceOf(source.text, tag)) {
    case 'String.raw':
      return templateOf(source, template, 'raw');
    case 'dedent': {
      const draft = templateOf(source, template, 'dedent');
      return draft === null ? null : packageDedent(draft, true);
    }
    default:
      return null;
  }
}

// Expressions before the first literal may be numbers that are added: they make one hole. A loop: sums nest
// as deep as they are long.
function concatenation(source: Source, node: SyntaxNode): Draft | null {
  const sums: SyntaxNode[] = [];
  const terms: SyntaxNode[] = [];
  let current: SyntaxNode = node;
  for (;;) {
    const [left, operator, right] = current.name === 'BinaryExpression' ? childrenOf(current) : [];
    if (left === undefined || operator === undefined || right === undefined) break;
    if (sourceOf(source.text, operator) !== '+') break;
    sums.push(current);
    terms.push(right);
    current = left;
  }
  if (terms.length === 0) return null;
  terms.push(current);
  terms.reverse();
  sums.push(current);
  sums.reverse();
  const drafts = terms.map((term) => readDraft(source, term));
  const first = drafts.findIndex((draft) => draft !== null);
  if (first < 0 || terms.some((term, index) => drafts[index] === null && isLiteral(term))) return null;
  const before = sums[first - 1];
  return joinDrafts([
    ...(before === undefined ? [] : [holeDraft(source, before)]),
    ...terms.slice(first).map((term, index) => drafts[first + index] ?? holeDraft(source, term)),
  ]);
}

/** Whether the expression is a literal: where it was not read, the program’s text is not known. */
function isLiteral(expression: SyntaxNode): boolean {
  return /String|Number/.test(unwrapped(expression).name);
}

function called(source: Source, node: SyntaxNode): Draft | null {
  const [callee, list] = childrenOf(node);
  if (callee === undefined || list === undefined) return null;
  const args = itemsOf(list);
  const name = sourceOf(source.text, callee);
  const isDedent = name === 'dedent' || (source.isPython && name === 'textwrap.dedent');
  if (isDedent) {
    const draft = args.length === 1 && args[0] !== undefined ? readDraft(source, args[0]) : null;
    if (draft === null) return null;
    return source.isPython ? textwrapDedent(draft) : packageDedent(draft, false);
  }
  if (callee.name !== 'MemberExpression' || callee.firstChild === null) return null;
  const method = lastName(source.text, callee);
  const side = Object.hasOwn(trims, method) ? trims[method] : undefined;
  const draft = side !== undefined || method === 'format' ? readDraft(source, callee.firstChild) : null;
  if (draft === null) return null;
  if (side !== undefined) {
    return args.length > 0 ? null : trimmed(draft, side, source.isPython ? 'python' : 'script');
  }
  return source.isPython ? formatted(draft, positional(source, list)) : null;
}

const trims: Readonly<Record<string, 'start' | 'end' | 'both'>> = {
  strip: 'both',
  lstrip: 'start',
  rstrip: 'end',
  trim: 'both',
  trimStart: 'start',
  trimEnd: 'end',
};

/** The expressions of the positional arguments of a call of Python. */
function positional(source: Source, list: SyntaxNode): readonly string[] {
  const items = itemsOf(list);
  const end = items.findIndex(
    (item, index) => /[=*]/.test(item.name) || items[index + 1]?.name === 'AssignOp',
  );
  return items.slice(0, end < 0 ? items.length : end).map((item) => oneLine(sourceOf(source.text, item)));
}

function allOf(parts: readonly (Draft | null)[]): Draft | null {
  return parts.every((part) => part !== null) ? joinDrafts(parts) : null;
}

function spanOf({ from, to }: SyntaxNode) {
  return { start: from, end: to };
}
