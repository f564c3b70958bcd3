import type { SyntaxNode } from '@lezer/common';
import { type Draft, joinDrafts, mapBuilder, oneLine } from './draft.ts';
import { readJsxString } from './jsxString.ts';
import { childrenOf, itemsOf, lastName, sourceOf, unwrapped } from './nodes.ts';
import { readPythonString } from './pythonString.ts';
import { readScriptString, readTemplate, type TemplateTag } from './scriptString.ts';
import {
  cleandoc,
  formatted,
  packageDedent,
  packageOutdent,
  percentFormatted,
  textwrapDedent,
  trimmed,
} from './transforms.ts';

/** What the readers of expressions look at. */
export interface Source {
  readonly text: string;
  readonly isPython: boolean;
}

/**
 * Reads an expression that is made of string literals: quoted in any way, added, joined, in parentheses, dedented,
 * stripped, formatted. Null for everything else.
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
      return percent(source, node) ?? concatenation(source, node);
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
    case 'outdent': {
      const draft = templateOf(source, template, 'outdent');
      return draft === null ? null : packageOutdent(draft);
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

/** What `%` of Python fills into a literal. */
function percent(source: Source, node: SyntaxNode): Draft | null {
  const [left, operator, right] = childrenOf(node);
  if (!source.isPython || left === undefined || operator === undefined || right === undefined) return null;
  const draft = sourceOf(source.text, operator) === '%' ? readDraft(source, left) : null;
  if (draft === null) return null;
  const operands = percentOperands(source, right);
  return operands === null ? null : percentFormatted(draft, operands);
}

/** The expressions that `%` of Python fills in: those of a tuple, or the one that is a value, a mapping or some tuple; null where a tuple is spread. */
export function percentOperands(source: Source, right: SyntaxNode): readonly string[] | string | null {
  const written = (node: SyntaxNode): string => oneLine(sourceOf(source.text, node));
  const values = unwrapped(right);
  const items = itemsOf(values);
  if (values.name !== 'TupleExpression') return written(values);
  return items.some(isSpread) ? null : items.map(written);
}

/** What is made of the items of a list with a separator between them. */
function joined(source: Source, list: SyntaxNode, separator: Draft): Draft | null {
  const items = itemsOf(list);
  const drafts = items.map((item) => readDraft(source, item));
  // A list of JavaScript may have items that are not there, and others that become nothing.
  const inside = childrenOf(list).slice(1, -1);
  const isPlain = inside.every(({ name }, index) => (name === ',') === (index % 2 === 1));
  const isKnown = items.every(
    (item, index) =>
      drafts[index] !== null || !(isLiteral(item) || isSpread(item) || isNothing(source, item)),
  );
  if (!isPlain || !isKnown || separator.holes.length > 0 || drafts.every((draft) => draft === null))
    return null;
  return joinDrafts(
    items.flatMap((item, index) => {
      const draft = drafts[index] ?? holeDraft(source, item);
      const before = items[index - 1];
      return before === undefined ? [draft] : [between(before.to, item.from, separator.mapped.text), draft];
    }),
  );
}

/** A separator: no place to write into, since it stands for all of them. */
function between(start: number, end: number, text: string): Draft {
  const builder = mapBuilder();
  builder.escape(text, start, end);
  return { mapped: builder.done(), holes: [], slots: [], margin: '' };
}

function isSpread({ name }: SyntaxNode): boolean {
  return /^(?:Spread|SpreadElement|\*\*?|\.\.\.)$/.test(name);
}

function isNothing(source: Source, item: SyntaxNode): boolean {
  return /^(?:null|undefined|None)$/.test(sourceOf(source.text, item));
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
  const byName = cleaners[source.isPython ? 'python' : 'script'];
  const cleaner = Object.hasOwn(byName, name) ? byName[name] : undefined;
  if (cleaner !== undefined) {
    const draft = args.length === 1 && args[0] !== undefined ? readDraft(source, args[0]) : null;
    return draft === null ? null : cleaner(draft);
  }
  if (callee.name !== 'MemberExpression' || callee.firstChild === null) return null;
  const method = lastName(source.text, callee);
  if (method === 'join') return joinCall(source, callee.firstChild, args);
  const side = Object.hasOwn(trims, method) ? trims[method] : undefined;
  const draft = side !== undefined || method === 'format' ? readDraft(source, callee.firstChild) : null;
  if (draft === null) return null;
  if (side !== undefined) {
    return args.length > 0 ? null : trimmed(draft, side, source.isPython ? 'python' : 'script');
  }
  return source.isPython ? formatted(draft, positional(source, list)) : null;
}

type Cleaner = (draft: Draft) => Draft | null;

/** Functions that take white space away. */
const cleaners: Readonly<Record<'python' | 'script', Readonly<Record<string, Cleaner>>>> = {
  python: {
    dedent: textwrapDedent,
    'textwrap.dedent': textwrapDedent,
    cleandoc,
    'inspect.cleandoc': cleandoc,
  },
  script: { dedent: (draft) => packageDedent(draft, false), 'outdent.string': packageOutdent },
};

/** `separator.join(items)` of Python, `items.join(separator)` of JavaScript. */
function joinCall(source: Source, object: SyntaxNode, args: readonly SyntaxNode[]): Draft | null {
  const [argument] = args;
  if (args.length !== 1 || argument === undefined) return null;
  const [list, separator] = source.isPython ? [unwrapped(argument), object] : [unwrapped(object), argument];
  const isList = list.name === 'ArrayExpression' || (source.isPython && list.name === 'TupleExpression');
  const draft = isList ? readDraft(source, separator) : null;
  return draft === null ? null : joined(source, list, draft);
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
export function positional(source: Source, list: SyntaxNode): readonly string[] {
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
