import type { NodeType, SyntaxNode } from '@lezer/common';
import { markedName, promptComment } from './names.ts';
import { childrenOf, isComment, itemsOf, sourceOf } from './nodes.ts';

/** A value with a name that may make it a prompt, or a comment that marks the next one. */
export interface Site {
  /** `function` is what a function of that name returns. */
  readonly via: 'variable' | 'property' | 'argument' | 'parameter' | 'function' | 'comment';
  readonly name: string;
  /** Place of the value, the function or the comment. */
  readonly from: number;
  readonly to: number;
  /** Id of its node type. */
  readonly type: number;
}

const none: readonly Site[] = [];

/** The sites that a node is itself, whatever is inside it. */
export function sitesAtNode(node: SyntaxNode, source: string): readonly Site[] {
  return Object.hasOwn(readers, node.name) ? (readers[node.name]?.(node, source) ?? none) : none;
}

/** Whether nodes of this type can be sites. */
export function canBeSite(type: NodeType): boolean {
  const before = readable.get(type);
  if (before !== undefined) return before;
  const can = Object.hasOwn(readers, type.name);
  readable.set(type, can);
  return can;
}

const readable = new Map<NodeType, boolean>();

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
  if (!markedName.test(name) || isComment(value)) return none;
  return [{ via, name, from: value.from, to: value.to, type: value.type.id }];
}

/** The last name of what is assigned to: of `self.prompt`, of `config["prompt"]`, of a quoted key. */
export function writtenName(node: SyntaxNode, source: string): string {
  // The end is enough: what is assigned to may be as long as a program.
  const written = source.slice(Math.max(node.from, node.to - 200), node.to);
  return /([\p{L}\p{N}_$-]+)["'`\]]*$/u.exec(written)?.[1] ?? '';
}
