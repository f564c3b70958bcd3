import type { SyntaxNode } from '@lezer/common';
import type { UnreadReason } from '../../core/prompt/foundPrompt.ts';
import { declarationsOf, scopesAround } from './declarations.ts';
import { classOf, isSelf, type Member, memberAt, memberValues } from './members.ts';
import { entriesAt, spreadsOf } from './messageContext.ts';
import { sourceOf, unwrapped } from './nodes.ts';
import type { Source } from './readDraft.ts';

/** The value that a name has in its file, or why it can’t be told. */
export type Resolved = { readonly value: SyntaxNode } | { readonly reason: UnreadReason };

const names: ReadonlySet<string> = new Set(['VariableName', 'PropertyDefinition']);
/** A name of a name is followed, but not in circles. */
const longestChain = 5;

const notLiteral: Resolved = { reason: 'not-literal' };

/**
 * The value of an expression: itself, or what a constant of the same file stands for: a name, a member of a class
 * (`self.model`, `Desk.model`) or of an object (`settings.model`).
 */
export function resolveConstant(source: Source, expression: SyntaxNode, depth = 0): Resolved {
  const node = unwrapped(expression);
  const member = memberAt(node);
  if (member === null && !names.has(node.name)) return { value: expression };
  if (depth > longestChain) return notLiteral;
  return member === null ? resolveName(source, node, depth) : resolveMember(source, member, depth);
}

function resolveName(source: Source, node: SyntaxNode, depth: number): Resolved {
  const found = declarationsOf(source, sourceOf(source.text, node), node);
  if (found === 'imported') return { reason: 'imported' };
  // The nearest scope that declares the name hides the others.
  const scope = scopesAround(node).find((around) => found.has(around));
  return scope === undefined ? notLiteral : onlyOf(source, found.get(scope) ?? [], depth);
}

function resolveMember(source: Source, member: Member, depth: number): Resolved {
  const name = sourceOf(source.text, member.name);
  const owner = classOf(source, member);
  if (owner !== null) return onlyOf(source, memberValues(source, owner, name), depth);
  if (isSelf(source, member.object)) return notLiteral;
  const object = resolveConstant(source, member.object, depth + 1);
  if ('reason' in object) return object;
  const node = unwrapped(object.value);
  if (node.name !== 'ObjectExpression') return notLiteral;
  if (spreadsOf(node).length > 0) return { reason: 'spread' };
  const entry = entriesAt(source.text, node).findLast((candidate) => candidate.name === name);
  return entry === undefined ? notLiteral : resolveConstant(source, entry.value, depth + 1);
}

function onlyOf(source: Source, values: readonly (SyntaxNode | null)[], depth: number): Resolved {
  const [only] = values;
  if (values.length > 1) return { reason: 'reassigned' };
  return only == null ? notLiteral : resolveConstant(source, only, depth + 1);
}
