import type { SyntaxNode } from '@lezer/common';
import type { PromptMessage } from '../../core/prompt/foundPrompt.ts';
import type { Role } from '../../core/prompt/promptDocument.ts';
import { type Literal, readLiteral } from './literal.ts';
import { markedExpression } from './markedExpression.ts';
import { blockRole, contentRole } from './messageContext.ts';
import { looksLikeSql, promptComment, promptName, type Sensitivity, talksToPeople } from './names.ts';
import { childrenOf, enclosing, functionNodes, sourceOf, unwrapped } from './nodes.ts';
import type { Source } from './readDraft.ts';
import type { Site } from './sites.ts';
import { type Unread, unreadString } from './unreadString.ts';

/** A literal that is taken for a prompt. */
export interface Candidate {
  readonly expression: SyntaxNode;
  readonly literal: Literal;
  readonly role: PromptMessage['role'];
  /** Its own name, empty where it has none. */
  readonly name: string;
  readonly isMarked: boolean;
}

/** The literals of a site that are prompts, and strings that would be if they were read. */
export function candidatesAt(
  source: Source,
  site: Site,
  node: SyntaxNode,
  sensitivity: Sensitivity,
): readonly (Candidate | Unread)[] {
  const { text } = source;
  if (site.via === 'comment') return marked(source, node);
  if (site.name === 'content') return passed(source, node, 'content', contentRole(text, node, sensitivity));
  if (site.name === 'text') return passed(source, node, 'text', blockRole(text, node, sensitivity));
  const name = promptName(site.name, sensitivity);
  if (name === null || isForPeople(text, node)) return [];
  return expressionsOf(source, site, node, sensitivity).flatMap((expression): (Candidate | Unread)[] => {
    const literal = readLiteral(source, expression);
    if (literal === null) return unreadOf(source, expression, false);
    if (literal.slots.length === 0) return [];
    const least = name.isVague && site.via === 'variable' ? 4 : site.via === 'function' ? 3 : 2;
    if (!isPromptText(literal, least)) return [];
    return [{ expression, literal, role: name.role, name: site.name, isMarked: false }];
  });
}

function marked(source: Source, node: SyntaxNode): readonly (Candidate | Unread)[] {
  const mark = promptComment(sourceOf(source.text, node));
  const found = mark === null ? null : markedExpression(source, node);
  if (mark === null || found === null) return [];
  if ('reason' in found) return [found];
  const { expression, name } = found;
  const literal = readLiteral(source, expression);
  if (literal === null) return unreadOf(source, expression, true);
  if (literal.slots.length === 0) return [];
  const role: Role = mark.role ?? promptName(name, 'relaxed')?.role ?? 'user';
  return [{ expression, literal, role, name, isMarked: true }];
}

function unreadOf(source: Source, expression: SyntaxNode, isMarked: boolean): Unread[] {
  const unread = unreadString(source, expression, isMarked);
  return unread === null ? [] : [unread];
}

// What stands in a message is a prompt, however short.
function passed(
  source: Source,
  node: SyntaxNode,
  name: string,
  role: PromptMessage['role'] | null,
): readonly Candidate[] {
  const literal = role === null ? null : readLiteral(source, node);
  if (role === null || literal === null || literal.slots.length === 0) return [];
  if (literal.text.text.trim() === '') return [];
  return [{ expression: node, literal, role, name, isMarked: false }];
}

/** The expressions that may be the prompt’s text: the value, the branches of a condition, what a function returns. */
function expressionsOf(
  source: Source,
  site: Site,
  node: SyntaxNode,
  sensitivity: Sensitivity,
): readonly SyntaxNode[] {
  const value = unwrapped(node);
  if (site.via === 'function') return returned(node);
  if (
    value.name === 'ArrowFunction' ||
    value.name === 'FunctionExpression' ||
    value.name === 'LambdaExpression'
  ) {
    const last = value.lastChild;
    return last === null || last.name === 'Block' ? returned(value) : [last];
  }
  if (value.name === 'ConditionalExpression') return childrenOf(value);
  const isCollection = /^(?:ArrayExpression|DictionaryExpression|ObjectExpression)$/.test(value.name);
  if (!isCollection) return [node];
  return sensitivity === 'relaxed' && promptName(site.name, sensitivity)?.isCollection === true
    ? entriesOf(source, value)
    : [];
}

function entriesOf(source: Source, collection: SyntaxNode): readonly SyntaxNode[] {
  const children = childrenOf(collection);
  if (collection.name === 'ArrayExpression') return children;
  if (source.isPython) return children.filter((_, index) => children[index - 1]?.name === ':');
  return children.flatMap((child) => childrenOf(child)[2] ?? []);
}

function returned(node: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  const visit = (inner: SyntaxNode): void => {
    for (const child of childrenOf(inner)) {
      if (child.name === 'ReturnStatement') found.push(...childrenOf(child).slice(1, 2));
      else if (!functionNodes.has(child.name) && !/^Class/.test(child.name)) visit(child);
    }
  };
  visit(node);
  return found;
}

const barriers: ReadonlySet<string> = new Set(['Block', 'Body', 'ClassBody', 'Script', ...functionNodes]);
const callNodes: ReadonlySet<string> = new Set(['CallExpression', 'NewExpression', 'Decorator', ...barriers]);

/** Whether the value is passed to something that asks a person, logs or fails. */
function isForPeople(source: string, node: SyntaxNode): boolean {
  const call = enclosing(node.parent, callNodes);
  if (call === null || barriers.has(call.name)) return false;
  const list = call.getChild('ArgList');
  if (list === null || node.from < list.from) return false;
  return talksToPeople(
    source
      .slice(call.from, list.from)
      .replace(/^(?:new\s+|@\s*)/, '')
      .trim(),
  );
}

function isPromptText({ text: { text, variables } }: Literal, leastWords: number): boolean {
  const words = text.match(
    /\p{L}{2,}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}/gu,
  );
  const count = words?.length ?? 0;
  if (looksLikeSql(text)) return false;
  return count >= leastWords || (variables.length > 0 && count > 0);
}
