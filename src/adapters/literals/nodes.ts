import type { SyntaxNode } from '@lezer/common';

/** The children of a node, comments left out. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (!isComment(child)) children.push(child);
  }
  return children;
}

/** The children of a bracketed list, without brackets and commas. */
export function itemsOf(node: SyntaxNode): readonly SyntaxNode[] {
  return childrenOf(node).filter(({ name }) => !signs.has(name));
}

const signs: ReadonlySet<string> = new Set(['[', ']', '(', ')', '{', '}', ',']);

/** Whether the node is a comment. */
export function isComment({ name }: SyntaxNode): boolean {
  return name === 'Comment' || name === 'LineComment' || name === 'BlockComment';
}

/** The source text of a node. */
export function sourceOf(source: string, node: SyntaxNode): string {
  return source.slice(node.from, node.to);
}

/** The last name of what is called or tagged: `create` of `client.messages.create`; empty where it has none. */
export function lastName(source: string, callee: SyntaxNode | null): string {
  return /([\p{L}\p{N}_$]+)$/u.exec(callee === null ? '' : sourceOf(source, callee))?.[1] ?? '';
}

/** The nearest node around `node`, itself included, whose name is one of these; null where there is none. */
export function enclosing(node: SyntaxNode | null, names: ReadonlySet<string>): SyntaxNode | null {
  for (let current = node; current !== null; current = current.parent) {
    if (names.has(current.name)) return current;
  }
  return null;
}

/** Whether the parser had to skip something inside a node, or to make something up. */
export function hasError(node: SyntaxNode): boolean {
  let found = false;
  node.cursor().iterate((inner) => {
    found ||= inner.type.isError;
  });
  return found;
}

/** The expression inside parentheses, type assertions and `await`. */
export function unwrapped(node: SyntaxNode): SyntaxNode {
  const children = childrenOf(node);
  switch (node.name) {
    case 'ParenthesizedExpression':
      return children[1] === undefined ? node : unwrapped(children[1]);
    case 'BinaryExpression':
      return children[0] !== undefined && /^(?:as|satisfies)$/.test(children[1]?.name ?? '')
        ? unwrapped(children[0])
        : node;
    case 'PostfixExpression':
      return children[0] === undefined ? node : unwrapped(children[0]);
    case 'JSXEscape':
      return children[1] === undefined ? node : unwrapped(children[1]);
    default:
      return node;
  }
}

/** Both languages’ names of nodes that are a scope of their own. */
export const functionNodes: ReadonlySet<string> = new Set([
  'FunctionDefinition',
  'LambdaExpression',
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunction',
  'MethodDeclaration',
]);
