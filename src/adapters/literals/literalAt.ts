import type { SyntaxNode } from '@lezer/common';
import type { Span } from '../../core/prompt/promptDocument.ts';
import type { CodeDocument } from './codeDocument.ts';
import type { Formatting } from './formatting.ts';
import { type Literal, readLiteral } from './literal.ts';

/** The literal that is the expression with this span, or null. */
export function literalAt(
  document: CodeDocument,
  { start, end }: Span,
  formatting: Formatting | null,
): Literal | null {
  const source = { text: document.text, isPython: document.language === 'python' };
  let node: SyntaxNode | null = document.tree.resolveInner(start, 1);
  for (; node !== null && node.from === start; node = node.parent) {
    const literal = node.to === end ? readLiteral(source, node, formatting) : null;
    if (literal !== null) return literal;
  }
  return null;
}

/** The innermost node with this span, or null. */
export function nodeWithSpan({ tree }: CodeDocument, { start, end }: Span): SyntaxNode | null {
  for (let node: SyntaxNode | null = tree.resolveInner(start, 1); node !== null; node = node.parent) {
    if (node.from === start && node.to === end) return node;
    if (node.from < start || node.to > end) return null;
  }
  return null;
}
