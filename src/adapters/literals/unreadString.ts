import type { SyntaxNode } from '@lezer/common';
import type { UnreadString } from '../../core/prompt/problem.ts';
import { mostTerms } from './longSums.ts';
import { childrenOf, hasError, sourceOf, unwrapped } from './nodes.ts';
import type { Source } from './readDraft.ts';

/** An expression that is a string for its author and is not read, and why. */
export interface Unread {
  readonly expression: SyntaxNode;
  readonly reason: UnreadString;
}

/**
 * Why an expression that is not read is none, where it is a string that a person would take for a prompt, as `isMarked`
 * says of every tag; null for all others.
 */
export function unreadString(source: Source, expression: SyntaxNode, isMarked = false): Unread | null {
  const node = unwrapped(expression);
  const because = (reason: UnreadString): Unread => ({ expression: node, reason });
  switch (node.name) {
    case 'VariableName': {
      // The parser takes the prefix for a name.
      const isPrefix =
        /^(?:t|rt|tr)$/i.test(sourceOf(source.text, node)) && /["']/.test(source.text[node.to] ?? '');
      return source.isPython && isPrefix ? because('template-string') : null;
    }
    case 'String':
    case 'FormatString': {
      const written = sourceOf(source.text, node);
      const isNamed = source.isPython && !/^\w*[rb]/i.test(written) && written.includes('\\N{');
      return isNamed ? because('character-name') : null;
    }
    case 'ContinuedString':
      return firstOf(source, childrenOf(node), isMarked);
    case 'TaggedTemplateExpression':
      return isMarked || isTagOfText(source, node.firstChild) ? because('tag') : null;
    case 'BinaryExpression': {
      if (hasError(node)) return isLongSum(node) ? because('long-sum') : null;
      const [left, operator, right] = childrenOf(node);
      const isSum = operator !== undefined && sourceOf(source.text, operator) === '+';
      return isSum && left !== undefined && right !== undefined
        ? firstOf(source, [left, right], isMarked)
        : null;
    }
    default:
      return null;
  }
}

function firstOf(source: Source, nodes: readonly SyntaxNode[], isMarked: boolean): Unread | null {
  for (const node of nodes) {
    const found = unreadString(source, node, isMarked);
    if (found !== null) return found;
  }
  return null;
}

/** Whether a tag may stand for text: it is a name, and not that of another language. */
function isTagOfText(source: Source, tag: SyntaxNode | null): boolean {
  const languages = /^(?:css|keyframes|html|svg|gql|graphql|sql|glsl|dedent|outdent)$/;
  return tag?.name === 'VariableName' && !languages.test(sourceOf(source.text, tag));
}

function isLongSum(node: SyntaxNode): boolean {
  let terms = 1;
  for (let left: SyntaxNode | null = node; left?.name === 'BinaryExpression'; left = left.firstChild)
    terms += 1;
  return terms > mostTerms;
}
