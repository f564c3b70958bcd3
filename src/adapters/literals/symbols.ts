import type { SyntaxNode } from '@lezer/common';
import type { Span } from '../../core/prompt/promptDocument.ts';
import { nameOfValue } from './messageContext.ts';
import { childrenOf, sourceOf } from './nodes.ts';

/**
 * What a literal is called by the names around it as far as `within` reaches, such as `Assistant.greet.messages.content`;
 * `name` is its own name where its place does not tell it. Empty where nothing has a name.
 */
export function symbolOf(source: string, node: SyntaxNode, name: string, within: Span): readonly string[] {
  const names: string[] = [];
  let isPassed = false;
  let current: SyntaxNode | null = node;
  while (current !== null && within.start <= current.from && current.to <= within.end) {
    // What the result of a call is called says nothing of what is passed to it.
    isPassed ||= current.name === 'ArgList';
    const own = isDefinition(current)
      ? definedName(source, current)
      : isPassed
        ? ''
        : nameOfValue(source, current);
    if (own !== '') names.unshift(own);
    current = current.parent;
  }
  if (!names.includes(name) && name !== '') names.push(name);
  return names;
}

/** Whether the node defines a function, a method or a class. */
export function isDefinition({ name }: { readonly name: string }): boolean {
  return /^(?:Function|Class|Method)(?:Definition|Declaration)$/.test(name);
}

/** The name of what a node defines. */
export function definedName(source: string, node: SyntaxNode): string {
  const name = childrenOf(node).find((child) =>
    /^(?:Variable|Property)(?:Name|Definition)$/.test(child.name),
  );
  return name === undefined ? '' : sourceOf(source, name);
}
