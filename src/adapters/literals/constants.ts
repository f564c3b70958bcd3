import type { SyntaxNode, Tree } from '@lezer/common';
import type { UnreadReason } from '../../core/prompt/foundPrompt.ts';
import { childrenOf, enclosing, functionNodes, sourceOf, unwrapped } from './nodes.ts';
import type { Source } from './readDraft.ts';

/** The value that a name has in its file, or why it can’t be told. */
export type Resolved = { readonly value: SyntaxNode } | { readonly reason: UnreadReason };

const names: ReadonlySet<string> = new Set(['VariableName', 'PropertyDefinition']);
/** A name of a name is followed, but not in circles. */
const longestChain = 5;

/** The value of an expression: itself, or what a constant of the same file stands for. */
export function resolveConstant(source: Source, expression: SyntaxNode, depth = 0): Resolved {
  const node = unwrapped(expression);
  if (!names.has(node.name)) return { value: expression };
  if (depth > longestChain) return { reason: 'not-literal' };
  const name = sourceOf(source.text, node);
  const found = declarationsOf(source, name, node);
  if (found === 'imported') return { reason: 'imported' };
  // The nearest scope that declares the name hides the others.
  for (const scope of scopesAround(node)) {
    const values = found.get(scope);
    const [only] = values ?? [];
    if (values === undefined || only === undefined) continue;
    if (values.length > 1) return { reason: 'reassigned' };
    return only === null ? { reason: 'not-literal' } : resolveConstant(source, only, depth + 1);
  }
  return { reason: 'not-literal' };
}

/**
 * The values that a name gets in its file, by where the function begins in which it gets them, -1 outside of functions;
 * null for a value that is not one expression: of a parameter, of a loop’s variable.
 */
type Declarations = ReadonlyMap<number, readonly (SyntaxNode | null)[]> | 'imported';

// Calls of a file use the same names: each is looked for once.
const known = new WeakMap<Tree, Map<string, Declarations>>();

function declarationsOf(source: Source, name: string, use: SyntaxNode): Declarations {
  let root = use;
  while (root.parent !== null) root = root.parent;
  const { tree } = root;
  if (tree === null) return findDeclarations(source, name, root);
  const byName = known.get(tree) ?? new Map<string, Declarations>();
  known.set(tree, byName);
  const found = byName.get(name) ?? findDeclarations(source, name, root);
  byName.set(name, found);
  return found;
}

function findDeclarations(source: Source, name: string, root: SyntaxNode): Declarations {
  const found = new Map<number, (SyntaxNode | null)[]>();
  let isImported = false;
  for (let at = source.text.indexOf(name); at >= 0; at = source.text.indexOf(name, at + name.length)) {
    if (isInWord(source.text, at, at + name.length)) continue;
    const node = root.resolveInner(at, 1);
    if (node.from !== at || node.to !== at + name.length || node.parent === null) continue;
    if (enclosing(node, imports) !== null) isImported = true;
    const value = declaredValue(source, node);
    if (value === undefined) continue;
    const scope = scopesAround(node)[0] ?? -1;
    const values = found.get(scope);
    if (values === undefined) found.set(scope, [value]);
    else values.push(value);
  }
  return found.size === 0 && isImported ? 'imported' : found;
}

const wordCharacter = /[\p{L}\p{N}_$]/u;

function isInWord(text: string, start: number, end: number): boolean {
  return wordCharacter.test(text[start - 1] ?? '') || wordCharacter.test(text[end] ?? '');
}

const imports: ReadonlySet<string> = new Set(['ImportStatement', 'ImportDeclaration']);

/** The value that a name gets where it stands, null where that is no expression, undefined where it is only used. */
function declaredValue(source: Source, name: SyntaxNode): SyntaxNode | null | undefined {
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
