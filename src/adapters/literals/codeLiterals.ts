import type { SyntaxNode } from '@lezer/common';
import { unused } from '../../core/prompt/documentPrompts.ts';
import type { PromptMessage } from '../../core/prompt/foundPrompt.ts';
import type { Role } from '../../core/prompt/promptDocument.ts';
import type { CodeDocument } from './codeDocument.ts';
import { type Literal, readLiteral } from './literal.ts';
import { markedExpression } from './markedExpression.ts';
import { blockRole, contentRole } from './messageContext.ts';
import { looksLikeSql, promptComment, promptName, type Sensitivity, talksToPeople } from './names.ts';
import { childrenOf, enclosing, functionNodes, sourceOf, unwrapped } from './nodes.ts';
import type { Source } from './readDraft.ts';
import { type Site, sitesOf } from './sites.ts';
import { symbolOf } from './symbols.ts';

/** A literal that is a prompt, with the expression that it was read from. */
export interface PromptLiteral {
  readonly literal: Literal;
  readonly node: SyntaxNode;
  readonly role: PromptMessage['role'];
  /** Its symbol, or `#` with its place in the order. */
  readonly identity: string;
}

/**
 * Finds the literals of a document that are prompts: named or passed as one, or marked by a comment. Length and wording
 * alone never make one; strict takes only names whose noun is a prompt’s.
 */
export function promptLiterals(document: CodeDocument, sensitivity: Sensitivity): readonly PromptLiteral[] {
  const source = { text: document.text, isPython: document.language === 'python' };
  const candidates: Candidate[] = [];
  for (const site of sitesOf(document.tree, source.text)) {
    const node = nodeAt(document, site);
    if (node !== null) candidates.push(...candidatesAt(source, site, node, sensitivity));
  }
  // Of two that share text the outer one is the program’s string; of two with one place the marked one.
  candidates.sort((a, b) => a.node.from - b.node.from || b.node.to - a.node.to || (a.isMarked ? -1 : 1));
  const found: PromptLiteral[] = [];
  const taken = new Set<string>();
  let end = -1;
  for (const { node, literal, role, name } of candidates) {
    if (node.from < end) continue;
    end = node.to;
    const symbol = symbolOf(source.text, node, name);
    found.push({
      literal,
      node,
      role,
      identity: unused(symbol === '' ? `#${found.length + 1}` : symbol, taken),
    });
  }
  return found;
}

interface Candidate {
  readonly node: SyntaxNode;
  readonly literal: Literal;
  readonly role: PromptMessage['role'];
  readonly name: string;
  readonly isMarked: boolean;
}

function nodeAt({ tree }: CodeDocument, { from, to, type }: Site): SyntaxNode | null {
  for (let node: SyntaxNode | null = tree.resolveInner(from, 1); node !== null; node = node.parent) {
    if (node.from === from && node.to === to && node.type.id === type) return node;
    if (node.from < from || node.to > to) return null;
  }
  return null;
}

function candidatesAt(
  source: Source,
  site: Site,
  node: SyntaxNode,
  sensitivity: Sensitivity,
): readonly Candidate[] {
  if (site.via === 'comment') return marked(source, node);
  if (site.name === 'content') return passed(source, site, node, contentRole(source.text, node, sensitivity));
  if (site.name === 'text') return passed(source, site, node, blockRole(source.text, node, sensitivity));
  const name = promptName(site.name, sensitivity);
  if (name === null || isForPeople(source.text, node)) return [];
  return expressionsOf(source, site, node, sensitivity).flatMap((expression): Candidate[] => {
    const literal = readLiteral(source, expression, isFormatted(source, site.name));
    if (literal === null || literal.slots.length === 0) return [];
    const least = name.isVague && site.via === 'variable' ? 4 : site.via === 'function' ? 3 : 2;
    if (!isPromptText(literal, least)) return [];
    return [{ node: expression, literal, role: name.role, name: site.name, isMarked: false }];
  });
}

function marked(source: Source, node: SyntaxNode): readonly Candidate[] {
  const mark = promptComment(sourceOf(source.text, node));
  const found = mark === null ? null : markedExpression(source, node);
  if (mark === null || found === null) return [];
  const { expression, name } = found;
  const literal = readLiteral(source, expression, isFormatted(source, name));
  if (literal === null || literal.slots.length === 0) return [];
  const role: Role = mark.role ?? promptName(name, 'relaxed')?.role ?? 'user';
  return [{ node: expression, literal, role, name, isMarked: true }];
}

// What stands in a message is a prompt, however short.
function passed(
  source: Source,
  site: Site,
  node: SyntaxNode,
  role: PromptMessage['role'] | null,
): readonly Candidate[] {
  const literal = role === null ? null : readLiteral(source, node);
  if (role === null || literal === null || literal.slots.length === 0) return [];
  if (literal.text.text.trim() === '') return [];
  return [{ node, literal, role, name: site.name, isMarked: false }];
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

const callNodes: ReadonlySet<string> = new Set([
  'CallExpression',
  'NewExpression',
  'Decorator',
  ...functionNodes,
]);

/** Whether the value is passed to something that asks a person, logs or fails. */
function isForPeople(source: string, node: SyntaxNode): boolean {
  const call = enclosing(node.parent, callNodes);
  if (call === null || functionNodes.has(call.name)) return false;
  const list = call.getChild('ArgList');
  if (list === null || node.from < list.from) return false;
  return talksToPeople(
    source
      .slice(call.from, list.from)
      .replace(/^(?:new\s+|@\s*)/, '')
      .trim(),
  );
}

// A template that is kept by a name and formatted elsewhere in the file.
function isFormatted(source: Source, name: string): boolean {
  return source.isPython && name !== '' && source.text.includes(`${name}.format(`);
}

function isPromptText({ text: { text, variables } }: Literal, leastWords: number): boolean {
  const words = text.match(
    /\p{L}{2,}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}/gu,
  );
  const count = words?.length ?? 0;
  if (looksLikeSql(text)) return false;
  return count >= leastWords || (variables.length > 0 && count > 0);
}
