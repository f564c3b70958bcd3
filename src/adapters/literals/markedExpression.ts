import type { SyntaxNode } from '@lezer/common';
import { nameOfValue } from './messageContext.ts';
import { childrenOf } from './nodes.ts';
import { readDraft, type Source } from './readDraft.ts';
import { type Unread, unreadString } from './unreadString.ts';

/** The expression that a comment marks, with its name, which is empty where it has none. */
export interface Marked {
  readonly expression: SyntaxNode;
  readonly name: string;
}

/**
 * The first literal of what a comment marks: of the statement that it ends where code stands before it on its line, else
 * of what comes next. Null where there is none; a
 * string that is not read says why. A string that is a statement of its own is a docstring, and no prompt.
 */
export function markedExpression(source: Source, comment: SyntaxNode): Marked | Unread | null {
  const lineStart = source.text.lastIndexOf('\n', comment.from - 1) + 1;
  const before = source.text.slice(lineStart, comment.from).trimEnd();
  const rest = source.text.slice(comment.to);
  const isAtLineEnd = /^[ \t]*(?:\r?\n|$)/.test(rest);
  const root = topOf(comment);
  const place =
    before.trim() !== '' && isAtLineEnd
      ? lastEndingAt(root, lineStart + before.length)
      : firstStartingAt(root, comment.to + (rest.length - rest.trimStart().length));
  const expression = place === null ? null : firstLiteral(source, place);
  if (expression === null) return place === null ? null : firstUnread(source, place);
  return { expression, name: nameOfValue(source.text, expression) };
}

const blocks =
  /^(?:Script|Body|Block|ClassBody|ArgList|ParamList|ObjectExpression|DictionaryExpression|ArrayExpression)$/;

/** The largest node that starts at an offset and is no block. */
function firstStartingAt(root: SyntaxNode, offset: number): SyntaxNode | null {
  let node = root.resolveInner(offset, 1);
  if (node.from !== offset) return null;
  while (node.parent !== null && node.parent.from === offset && !isBlock(node.parent)) node = node.parent;
  // A key or an argument’s name: the value comes after it.
  const next = node.nextSibling;
  const isName = next !== null && /^(?::|AssignOp|Equals)$/.test(next.name);
  return isName ? (next.nextSibling ?? node) : node;
}

/** The largest node that ends at an offset and is no block; behind a comma or semicolon, what stands before that. */
function lastEndingAt(root: SyntaxNode, offset: number): SyntaxNode | null {
  let node: SyntaxNode | null = root.resolveInner(offset, -1);
  if (node.name === ',' || node.name === ';') node = node.prevSibling ?? node.parent;
  if (node === null) return null;
  while (node.parent !== null && node.parent.to - node.to <= 1 && !isBlock(node.parent)) node = node.parent;
  return node;
}

// A literal in brackets is a block by its name, and a place by itself.
function isBlock({ name }: SyntaxNode): boolean {
  return blocks.test(name);
}

function firstLiteral(source: Source, node: SyntaxNode): SyntaxNode | null {
  if (source.isPython && node.name === 'ExpressionStatement' && /String$/.test(node.firstChild?.name ?? '')) {
    return null;
  }
  const draft = readDraft(source, node);
  if (draft !== null && draft.slots.length > 0) return node;
  // A part of a string is not what the program sends.
  if (unreadString(source, node, true) !== null) return null;
  for (const child of childrenOf(node)) {
    if (isKey(child)) continue;
    const found = firstLiteral(source, child);
    if (found !== null) return found;
  }
  return null;
}

function firstUnread(source: Source, node: SyntaxNode): Unread | null {
  const here = unreadString(source, node, true);
  if (here !== null) return here;
  for (const child of childrenOf(node)) {
    const found = isKey(child) ? null : firstUnread(source, child);
    if (found !== null) return found;
  }
  return null;
}

function isKey(node: SyntaxNode): boolean {
  return (
    node.nextSibling?.name === ':' && /^(?:DictionaryExpression|Property)$/.test(node.parent?.name ?? '')
  );
}

function topOf(node: SyntaxNode): SyntaxNode {
  let top = node;
  while (top.parent !== null) top = top.parent;
  return top;
}
