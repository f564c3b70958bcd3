import type { SyntaxNode, Tree } from '@lezer/common';
import { declaredValue, isChanged, occurrencesOf, rootOf } from './declarations.ts';
import { enclosing, sourceOf } from './nodes.ts';
import type { Source } from './readDraft.ts';

/** An expression such as `self.model`, in its parts. */
export interface Member {
  readonly object: SyntaxNode;
  readonly name: SyntaxNode;
}

/** The member that an expression is, or null. */
export function memberAt(node: SyntaxNode): Member | null {
  const name = node.lastChild;
  const object = node.firstChild;
  const isNamed = name?.name === 'PropertyName' || name?.name === 'PrivatePropertyName';
  return node.name === 'MemberExpression' && isNamed && object !== null ? { object, name } : null;
}

/** The class whose member it is, by `self`, `cls` or `this` inside it or by its own name; null where there is none. */
export function classOf(source: Source, { object }: Member): SyntaxNode | null {
  if (isSelf(source, object)) return enclosing(object, classNodes);
  if (object.name !== 'VariableName') return null;
  const name = sourceOf(source.text, object);
  for (const node of occurrencesOf(source, name, rootOf(object))) {
    if (node.parent !== null && classNodes.has(node.parent.name) && isOwnName(node)) return node.parent;
  }
  return null;
}

// Calls of a class use the same members: each is looked for once.
const known = new WeakMap<Tree, Map<string, readonly (SyntaxNode | null)[]>>();

/** The values that a member of a class gets in the class or, null each, from outside of it. */
export function memberValues(
  source: Source,
  owner: SyntaxNode,
  name: string,
): readonly (SyntaxNode | null)[] {
  const root = rootOf(owner);
  const { tree } = root;
  if (tree === null) return findValues(source, owner, name);
  const byMember = known.get(tree) ?? new Map<string, readonly (SyntaxNode | null)[]>();
  known.set(tree, byMember);
  const key = `${owner.from}.${name}`;
  const found = byMember.get(key) ?? findValues(source, owner, name);
  byMember.set(key, found);
  return found;
}

function findValues(source: Source, owner: SyntaxNode, name: string): readonly (SyntaxNode | null)[] {
  const values: (SyntaxNode | null)[] = [];
  for (const node of occurrencesOf(source, name, rootOf(owner))) {
    const value = assignedAt(source, owner, node);
    if (value !== undefined) values.push(value);
  }
  return values;
}

/** What the member gets where its name stands: null where that is no expression of the class, undefined where it gets nothing. */
function assignedAt(source: Source, owner: SyntaxNode, node: SyntaxNode): SyntaxNode | null | undefined {
  const { parent } = node;
  if (parent === null) return undefined;
  if (isSame(parent.parent?.parent, owner)) return declaredValue(source, node);
  const member = memberAt(parent);
  if (member === null || member.name.from !== node.from) return undefined;
  const value = isChanged(source, parent) ? null : declaredValue(source, parent);
  if (value === undefined) return undefined;
  const around = classOf(source, member);
  if (around === null) return null;
  return isSame(around, owner) ? value : undefined;
}

/** `class Name`: what stands before says so, as bases do not. */
function isOwnName(node: SyntaxNode): boolean {
  return node.prevSibling?.name === 'class';
}

/** Whether the expression is what a method calls its own object or class. */
export function isSelf(source: Source, { from, to }: SyntaxNode): boolean {
  return /^(?:self|cls|this)$/.test(source.text.slice(from, to));
}

function isSame(node: SyntaxNode | null | undefined, owner: SyntaxNode): boolean {
  return node?.from === owner.from && node.name === owner.name;
}

const classNodes: ReadonlySet<string> = new Set(['ClassDefinition', 'ClassDeclaration', 'ClassExpression']);
