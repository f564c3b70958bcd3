import { IterMode, type SyntaxNode, type Tree, type TreeCursor } from '@lezer/common';
import { markers, promptComment } from './names.ts';
import { childrenOf, isComment, itemsOf, sourceOf } from './nodes.ts';

/** A value with a name that may make it a prompt, or a comment that marks the next one. */
export interface Site {
  /** `function` is what a function of that name returns. */
  readonly via: 'variable' | 'property' | 'argument' | 'parameter' | 'function' | 'comment';
  readonly name: string;
  /** Of the value, the function or the comment. */
  readonly from: number;
  readonly to: number;
  /** Id of its node type. */
  readonly type: number;
}

const none: readonly Site[] = [];
// By subtree, with places relative to it. A parse takes over the subtrees that an edit did not touch, and with them
// what was found there, so typing costs no more than the way from the edit up to the top.
const known = new WeakMap<Tree, readonly Site[]>();
/** Subtrees up to this length are not walked when their text holds none of the words. */
const shortSubtree = 8_192;

/** Finds the places of a tree that may hold prompts, in no particular order. */
export function sitesOf(tree: Tree, source: string): readonly Site[] {
  const sites: Site[] = [];
  collect(tree.cursor(IterMode.IncludeAnonymous), source, 0, sites);
  return sites;
}

/** Collects what stands in the cursor’s node; the places that come out are relative to `base`. */
function collect(cursor: TreeCursor, source: string, base: number, out: Site[]): void {
  const tree = cursor.tree;
  if (tree === null) {
    walk(cursor, source, base, out);
    return;
  }
  const start = cursor.from;
  let sites = known.get(tree);
  if (sites === undefined) {
    const found: Site[] = [];
    const isPlain = tree.length <= shortSubtree && !markers.test(source.slice(start, start + tree.length));
    if (!isPlain) walk(cursor, source, start, found);
    sites = found.length === 0 ? none : found;
    known.set(tree, sites);
  }
  for (const site of sites) {
    out.push({ ...site, from: site.from + start - base, to: site.to + start - base });
  }
}

function walk(cursor: TreeCursor, source: string, base: number, out: Site[]): void {
  if (Object.hasOwn(readers, cursor.name)) {
    for (const site of readers[cursor.name]?.(cursor.node, source) ?? none) {
      out.push({ ...site, from: site.from - base, to: site.to - base });
    }
  }
  if (!cursor.firstChild()) return;
  do collect(cursor, source, base, out);
  while (cursor.nextSibling());
  cursor.parent();
}

type Reader = (node: SyntaxNode, source: string) => readonly Site[];

const readers: Readonly<Record<string, Reader>> = {
  // Python
  AssignStatement: (node, source) =>
    // `a, b = x, y` names no value by itself.
    childrenOf(node).some(({ name }) => name === ',') ? none : sitesAt(node, source, 'variable'),
  NamedExpression: (node, source) => sitesAt(node, source, 'variable'),
  ArgList: (node, source) => sitesAt(node, source, 'argument'),
  DictionaryExpression: pairs,
  FunctionDefinition: definition,
  Comment: comment,
  // Both
  ParamList: (node, source) => sitesAt(node, source, 'parameter'),
  // JavaScript and TypeScript
  VariableDeclaration: (node, source) => sitesAt(node, source, 'variable'),
  AssignmentExpression: (node, source) => sitesAt(node, source, 'variable'),
  PatternProperty: (node, source) => sitesAt(node, source, 'parameter'),
  Property: property,
  PropertyDeclaration: (node, source) => sitesAt(node, source, 'property'),
  JSXAttribute: (node, source) => sitesAt(node, source, 'argument'),
  FunctionDeclaration: definition,
  MethodDeclaration: definition,
  LineComment: comment,
  BlockComment: comment,
};

const assigns: ReadonlySet<string> = new Set(['AssignOp', 'Equals', 'UpdateOp']);

// Wherever a sign of assignment stands between a name and a value; types between them are passed over.
function sitesAt(node: SyntaxNode, source: string, via: Site['via']): readonly Site[] {
  if (!markers.test(source.slice(node.from, node.to))) return none;
  const sites: Site[] = [];
  let name: SyntaxNode | null = null;
  let isAssigned = false;
  for (const child of childrenOf(node)) {
    if (assigns.has(child.name)) {
      isAssigned = /^(?:=|:=|\?\?=|\|\|=)$/.test(sourceOf(source, child));
    } else if (/^(?:TypeDef|TypeAnnotation|,)$/.test(child.name)) {
      if (child.name === ',') isAssigned = false;
    } else {
      if (isAssigned && name !== null) sites.push(...named(via, writtenName(name, source), child));
      isAssigned = false;
      name = child;
    }
  }
  return sites;
}

function pairs(node: SyntaxNode, source: string): readonly Site[] {
  const items = itemsOf(node);
  return items.flatMap((item, index) => {
    const [key, value] = [items[index - 1], items[index + 1]];
    if (item.name !== ':' || key === undefined || value === undefined) return none;
    return named('property', writtenName(key, source), value);
  });
}

function property(node: SyntaxNode, source: string): readonly Site[] {
  const [key, colon, value] = childrenOf(node);
  if (key === undefined || colon === undefined) return none;
  if (colon.name === ':' && value !== undefined) return named('property', writtenName(key, source), value);
  return colon.name === 'ParamList' ? named('function', writtenName(key, source), node) : none;
}

function definition(node: SyntaxNode, source: string): readonly Site[] {
  const name = childrenOf(node).find((child) =>
    /^(?:Variable|Property)(?:Name|Definition)$/.test(child.name),
  );
  return name === undefined ? none : named('function', sourceOf(source, name), node);
}

function comment(node: SyntaxNode, source: string): readonly Site[] {
  const { from, to, type } = node;
  if (promptComment(sourceOf(source, node)) === null) return none;
  return [{ via: 'comment', name: '', from, to, type: type.id }];
}

function named(via: Site['via'], name: string, value: SyntaxNode): readonly Site[] {
  if (!markers.test(name) || isComment(value)) return none;
  return [{ via, name, from: value.from, to: value.to, type: value.type.id }];
}

/** The last name of what is assigned to: of `self.prompt`, of `config["prompt"]`, of a quoted key. */
export function writtenName(node: SyntaxNode, source: string): string {
  const written = sourceOf(source, node);
  return /([\p{L}\p{N}_$-]+)["'`\]]*$/u.exec(written)?.[1] ?? '';
}
