import type { SyntaxNode, Tree } from '@lezer/common';
import { resolveConstant } from './constants.ts';
import { occurrencesOf, rootOf } from './declarations.ts';
import { nameOfValue } from './messageContext.ts';
import { childrenOf, enclosing, functionNodes, sourceOf, unwrapped } from './nodes.ts';
import type { Source } from './readDraft.ts';

/**
 * The call `….messages.create(…)` or `.stream(…)` that sends a literal: in its arguments, or in an object that it takes by
 * name (`create(params)`, `create(**params)`); null where there is none.
 */
export function callOf(source: Source, literal: SyntaxNode): SyntaxNode | null {
  const around = callAround(source, literal);
  if (around !== null) return around;
  const object = namedObjectAround(literal);
  const name = object === null ? '' : nameOfValue(source.text, object.whole);
  return object === null || name === ''
    ? null
    : (callsByObject(source, name, rootOf(literal)).get(object.node.from) ?? null);
}

function callAround(source: Source, node: SyntaxNode): SyntaxNode | null {
  let around: SyntaxNode | null = node;
  for (;;) {
    around = enclosing(around.parent, callsAndFunctions);
    if (around === null || around.name !== 'CallExpression') return null;
    const [callee, list] = childrenOf(around);
    const isInside = list !== undefined && list.from <= node.from && node.to <= list.to;
    if (isInside && callee !== undefined && sends(source, callee)) return around;
  }
}

const callsAndFunctions: ReadonlySet<string> = new Set(['CallExpression', ...functionNodes]);

function sends({ text }: Source, callee: SyntaxNode): boolean {
  return /\.messages\??\.(?:create|stream)$/.test(sourceOf(text, callee).replace(/\s+/g, ''));
}

interface NamedObject {
  readonly node: SyntaxNode;
  /** With the parentheses and the type around it. */
  readonly whole: SyntaxNode;
}

/** The outermost object or dictionary around a literal that is the value of a variable, or null. */
function namedObjectAround(literal: SyntaxNode): NamedObject | null {
  let node: SyntaxNode | null = null;
  let around = literal.parent;
  while (around !== null && !callsAndFunctions.has(around.name) && !declarations.has(around.name)) {
    if (around.name === 'ObjectExpression' || around.name === 'DictionaryExpression') node = around;
    around = around.parent;
  }
  if (node === null || around === null || !declarations.has(around.name)) return null;
  let whole = node;
  while (
    whole.parent !== null &&
    unwrapped(whole.parent).from === node.from &&
    whole.parent.name !== around.name
  )
    whole = whole.parent;
  return { node, whole };
}

const declarations: ReadonlySet<string> = new Set(['VariableDeclaration', 'AssignStatement']);

// Objects of a file have the same names: each is looked for once.
const known = new WeakMap<Tree, Map<string, ReadonlyMap<number, SyntaxNode>>>();

/** The calls that take an object of this name, by where the object begins. */
function callsByObject(source: Source, name: string, root: SyntaxNode): ReadonlyMap<number, SyntaxNode> {
  const { tree } = root;
  if (tree === null) return findCalls(source, name, root);
  const byName = known.get(tree) ?? new Map<string, ReadonlyMap<number, SyntaxNode>>();
  known.set(tree, byName);
  const found = byName.get(name) ?? findCalls(source, name, root);
  byName.set(name, found);
  return found;
}

function findCalls(source: Source, name: string, root: SyntaxNode): ReadonlyMap<number, SyntaxNode> {
  const calls = new Map<number, SyntaxNode>();
  for (const node of occurrencesOf(source, name, root)) {
    const call = isTaken(source, node) ? callAround(source, node) : null;
    const resolved = call === null ? null : resolveConstant(source, node);
    if (call === null || resolved === null || 'reason' in resolved) continue;
    const { from } = unwrapped(resolved.value);
    if (!calls.has(from)) calls.set(from, call);
  }
  return calls;
}

/** Whether a name stands for arguments: spread, or as the one argument of JavaScript. */
function isTaken({ isPython }: Source, node: SyntaxNode): boolean {
  const before = node.prevSibling?.name;
  return (
    before === '**' || before === 'Spread' || (!isPython && before === '(' && node.parent?.name === 'ArgList')
  );
}
