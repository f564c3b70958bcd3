import type { SyntaxNode } from '@lezer/common';
import { nameOfValue } from './messageContext.ts';
import { childrenOf, sourceOf } from './nodes.ts';

/**
 * What a literal is called inside its document: the names around it, such as `Assistant.greet.messages.content`. Edits elsewhere
 * do not change it. `name` is its own name where its place does not tell it; empty where nothing around it has a name.
 */
export function symbolOf(source: string, node: SyntaxNode, name: string): string {
  const names: string[] = [];
  let isPassed = false;
  for (let current: SyntaxNode | null = node; current !== null; current = current.parent) {
    // What the result of a call is called says nothing of what is passed to it.
    isPassed ||= current.name === 'ArgList';
    const own = isDefinition(current)
      ? definedName(source, current)
      : isPassed
        ? ''
        : nameOfValue(source, current);
    if (own !== '') names.unshift(own);
  }
  if (!names.includes(name) && name !== '') names.push(name);
  return names.join('.');
}

function isDefinition({ name }: SyntaxNode): boolean {
  return /^(?:Function|Class|Method)(?:Definition|Declaration)$/.test(name);
}

function definedName(source: string, node: SyntaxNode): string {
  const name = childrenOf(node).find((child) =>
    /^(?:Variable|Property)(?:Name|Definition)$/.test(child.name),
  );
  return name === undefined ? '' : sourceOf(source, name);
}
