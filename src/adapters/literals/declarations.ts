import type { SyntaxNode, Tree } from '@lezer/common';
import { childrenOf, enclosing, functionNodes, lastName } from './nodes.ts';
import type { Source } from './readDraft.ts';

/**
 * The values that a name gets in its file, by where the function begins in which it gets them, -1 outside of functions;
 * null for a value that is not one expression: of a parameter, of a loop’s variable, of a list that grows.
 */
export type Declarations = ReadonlyMap<number, readonly (SyntaxNode | null)[]> | 'imported';

// Calls of a file use the same names: each is looked for once.
const known = new WeakMap<Tree, Map<string, Declarations>>();

/** The values of a name that is used at a node. */
export function declarationsOf(source: Source, name: string, use: SyntaxNode): Declarations {
  const root = rootOf(use);
  const { tree } = root;
  if (tree === null) return findDeclarations(source, name, root);
  const byName = known.get(tree) ?? new Map<string, Declarations>();
  known.set(tree, byName);
  const found = byName.get(name) ?? findDeclarations(source, name, root);
  byName.set(name, found);
  return found;
}

/** The node of the whole file. */
export function rootOf(node: SyntaxNode): SyntaxNode {
  let root = node;
  while (root.parent !== null) root = root.parent;
  return root;
}

function findDeclarations(source: Source, name: string, root: SyntaxNode): Declarations {
  const found = new Map<number, (SyntaxNode | null)[]>();
  const changes: SyntaxNode[] = [];
  let isImported = false;
  for (const node of occurrencesOf(source, name, root)) {
    if (enclosing(node, imports) !== null) isImported = true;
    if (isChanged(source, node)) changes.push(node);
    const value = node.parent?.name === 'PropertyDeclaration' ? undefined : declaredValue(source, node);
    if (value === undefined) continue;
    const scope = scopesAround(node)[0] ?? -1;
    const values = found.get(scope);
    if (values === undefined) found.set(scope, [value]);
    else values.push(value);
  }
  for (const change of changes) {
    const scope = scopesAround(change).find((around) => found.has(around));
    if (scope !== undefined) found.get(scope)?.push(null);
  }
  return found.size === 0 && isImported ? 'imported' : found;
}

const imports: ReadonlySet<string> = new Set(['ImportStatement', 'ImportDeclaration']);

/** The nodes that are this name, in order. */
export function* occurrencesOf({ text }: Source, name: string, root: SyntaxNode): Generator<SyntaxNode> {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    if (isInWord(text, at, at + name.length)) continue;
    const node = root.resolveInner(at, 1);
    if (node.from === at && node.to === at + name.length && node.parent !== null) yield node;
  }
}

const wordCharacter = /[\p{L}\p{N}_$]/u;

function isInWord(text: string, start: number, end: number): boolean {
  return wordCharacter.test(text[start - 1] ?? '') || wordCharacter.test(text[end] ?? '');
}

const changing: ReadonlySet<string> = new Set([
  ...['append', 'extend', 'insert', 'remove', 'clear', 'update', 'setdefault', 'popitem', 'reverse', 'sort'],
  ...['push', 'unshift', 'splice', 'pop', 'shift', 'fill', 'copyWithin'],
]);

/** Whether the list or the object that a name or a member stands for gets other contents: `list.append(…)`, `list[0] = …`. */
export function isChanged(source: Source, named: SyntaxNode): boolean {
  let whole = named;
  while (whole.parent?.name === 'MemberExpression' && whole.parent.from === named.from) whole = whole.parent;
  if (whole === named) return false;
  return whole.parent?.name === 'CallExpression'
    ? changing.has(lastName(source.text, whole))
    : declaredValue(source, whole) !== undefined;
}

/** The value that a name or a member gets where it stands, null where that is no expression, undefined where it is only used. */
export function declaredValue(source: Source, name: SyntaxNode): SyntaxNode | null | undefined {
  const { parent } = name;
  if (parent === null) return undefined;
  switch (parent.name) {
    case 'ParamList':
      return isDefault(name) ? undefined : null;
    case 'ForStatement':
    case 'UpdateStatement':
    case 'PatternProperty':
      return null;
    case 'AssignStatement':
    case 'VariableDeclaration':
    case 'PropertyDeclaration':
    case 'AssignmentExpression': {
      let sign = name.nextSibling;
      while (sign !== null && /^Type(?:Def|Annotation)$/.test(sign.name)) sign = sign.nextSibling;
      if (sign === null || !/^(?:AssignOp|Equals|UpdateOp)$/.test(sign.name)) return undefined;
      const isTuple = childrenOf(parent).some((child) => child.name === ',') && source.isPython;
      return sign.name === 'UpdateOp' || isTuple ? null : sign.nextSibling;
    }
    default:
      return undefined;
  }
}

function isDefault(name: SyntaxNode): boolean {
  return /^(?:AssignOp|Equals)$/.test(name.prevSibling?.name ?? '');
}

/** Where the functions around a node begin, from the inside out; -1 for the file. */
export function scopesAround(node: SyntaxNode): readonly number[] {
  const scopes: number[] = [];
  let current = enclosing(node.parent, functionNodes);
  while (current !== null) {
    scopes.push(current.from);
    current = enclosing(current.parent, functionNodes);
  }
  return [...scopes, -1];
}
