import type { SyntaxNode } from '@lezer/common';
import type { PromptMessage } from '../../core/prompt/foundPrompt.ts';
import { messageRole, promptName, roleOfMessageClass, type Sensitivity } from './names.ts';
import { childrenOf, isComment, itemsOf, sourceOf } from './nodes.ts';
import { writtenName } from './sites.ts';

/** A key with its value, of an object, a dictionary or the keyword arguments of a call. */
export interface Entry {
  readonly name: string;
  /** Key and value. */
  readonly from: number;
  readonly value: SyntaxNode;
}

/** The entries of an object, a dictionary or an argument list; a shorthand property is its own value. */
export function entriesAt(source: string, container: SyntaxNode): readonly Entry[] {
  if (container.name === 'ObjectExpression') {
    return itemsOf(container).flatMap((item) => {
      const [key, colon, value] = childrenOf(item);
      if (item.name !== 'Property' || key === undefined || key.name === 'Spread') return [];
      const shown = colon === undefined ? key : colon.name === ':' ? value : undefined;
      return shown === undefined ? [] : [{ name: writtenName(key, source), from: item.from, value: shown }];
    });
  }
  const items = itemsOf(container);
  return items.flatMap((item, index) => {
    const [key, value] = [items[index - 1], items[index + 1]];
    if ((item.name !== ':' && item.name !== 'AssignOp') || key === undefined || value === undefined)
      return [];
    return [{ name: writtenName(key, source), from: key.from, value }];
  });
}

/** What is taken over from elsewhere into a list, an object or the arguments of a call: `*more`, `**more`, `...more`. */
export interface Spread {
  readonly from: number;
  readonly to: number;
  readonly expression: SyntaxNode;
}

/** Whether a node is the sign that spreads what comes next. */
export function isSpreadSign({ name }: SyntaxNode): boolean {
  return /^(?:\*\*?|Spread)$/.test(name);
}

/** What is spread into an object, a dictionary, a list or an argument list. */
export function spreadsOf(container: SyntaxNode): readonly Spread[] {
  return itemsOf(container).flatMap((item) => {
    const [sign, expression] = item.name === 'Property' ? childrenOf(item) : [item, item.nextSibling];
    if (sign === undefined || !isSpreadSign(sign)) return [];
    return expression == null ? [] : [{ from: sign.from, to: expression.to, expression }];
  });
}

/** The object, dictionary or argument list whose entry the value is, or null. */
function containerOf(value: SyntaxNode): SyntaxNode | null {
  const parent = value.parent?.name === 'Property' ? value.parent.parent : value.parent;
  return parent !== null && /^(?:ObjectExpression|DictionaryExpression|ArgList)$/.test(parent.name)
    ? parent
    : null;
}

/** The role of the message whose content the value is, or null where it is the content of something else. */
export function contentRole(
  source: string,
  value: SyntaxNode,
  sensitivity: Sensitivity,
): PromptMessage['role'] | null {
  const container = containerOf(value);
  if (container === null) return null;
  const role = entriesAt(source, container).find(({ name }) => name === 'role');
  if (role !== undefined) {
    return messageRole(/^["'`](\w+)["'`]/.exec(sourceOf(source, role.value))?.[1] ?? '');
  }
  const list = container.name === 'ArgList' ? container : container.parent;
  if (list?.name === 'ArgList') {
    const callee = source.slice(list.parent?.from ?? list.from, list.from).trimEnd();
    const known = roleOfMessageClass(callee);
    if (known !== null || sensitivity === 'strict') return known;
    return /message$/i.test(callee) ? 'user' : null;
  }
  const isInMessages =
    container.parent?.name === 'ArrayExpression' && nameOfValue(source, container.parent) === 'messages';
  return isInMessages && sensitivity === 'relaxed' ? 'user' : null;
}

/** The role of a text block `{type: 'text', text: …}`: that of its message, system in a system prompt, or null elsewhere. */
export function blockRole(
  source: string,
  value: SyntaxNode,
  sensitivity: Sensitivity,
): PromptMessage['role'] | null {
  const container = containerOf(value);
  const list = container?.parent ?? null;
  if (container === null || list?.name !== 'ArrayExpression') return null;
  const type = entriesAt(source, container).find(({ name }) => name === 'type');
  if (type === undefined || !/^["'`]text["'`]/.test(sourceOf(source, type.value))) return null;
  const name = nameOfValue(source, list);
  if (name === 'content') return contentRole(source, list, sensitivity);
  return promptName(name, 'strict')?.role ?? null;
}

/** The name that a value has in its place: of a variable, a property or an argument; empty where it has none. */
export function nameOfValue(source: string, value: SyntaxNode): string {
  const sign = before(value);
  const isPair = /^(?:DictionaryExpression|Property)$/.test(value.parent?.name ?? '');
  if (sign === null || !(isPair ? /^:$/ : /^(?:AssignOp|Equals|UpdateOp)$/).test(sign.name)) return '';
  let name = before(sign);
  while (name !== null && /^Type(?:Def|Annotation)$/.test(name.name)) name = before(name);
  return name === null ? '' : writtenName(name, source);
}

function before(node: SyntaxNode): SyntaxNode | null {
  let sibling = node.prevSibling;
  while (sibling !== null && isComment(sibling)) sibling = sibling.prevSibling;
  return sibling;
}
