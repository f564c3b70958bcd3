import type { SyntaxNode } from '@lezer/common';
import type { PromptMessage, PromptParameter, Unread } from '../../core/prompt/foundPrompt.ts';
import type { Span } from '../../core/prompt/promptDocument.ts';
import { callParameter } from './callParameter.ts';
import { resolveConstant } from './constants.ts';
import { oneLine } from './draft.ts';
import { formattingAt } from './formatting.ts';
import { readLiteral, readText } from './literal.ts';
import { literalValue } from './literalValue.ts';
import { type Entry, entriesAt, isSpreadSign, type Spread, spreadsOf } from './messageContext.ts';
import { messageRole } from './names.ts';
import { itemsOf, unwrapped } from './nodes.ts';
import type { Source } from './readDraft.ts';

/** What a call of the Messages API sends, as far as its file tells. */
export interface PromptCall {
  readonly span: Span;
  readonly messages: readonly PromptMessage[];
  readonly parameters: readonly PromptParameter[];
  readonly unread: readonly Unread[];
}

/** Reads a call of the Messages API: what is a literal or a constant of the same file; the rest is listed as unread. */
export function readCall(source: Source, call: SyntaxNode): PromptCall {
  const result: Reading = { system: [], turns: [], parameters: [], unread: [], spreadsLeft: mostSpreads };
  const list = call.getChild('ArgList');
  const container = source.isPython ? list : firstArgument(source, list);
  if (container !== null) {
    for (const entry of argumentsIn(source, container, result)) readArgument(source, entry, result);
  }
  return {
    span: { start: call.from, end: call.to },
    messages: [...result.system, ...result.turns],
    parameters: result.parameters,
    unread: result.unread.sort((a, b) => a.start - b.start),
  };
}

interface Reading {
  readonly system: PromptMessage[];
  readonly turns: PromptMessage[];
  readonly parameters: PromptParameter[];
  readonly unread: Unread[];
  spreadsLeft: number;
}

/** So many spreads of constants are followed in a call: a list may hold itself, or be doubled line by line. */
const mostSpreads = 100;

/** The arguments by name; of those with one name the last, which is what the program takes. */
function argumentsIn(source: Source, container: SyntaxNode, out: Reading): readonly Entry[] {
  const parts = [...entriesAt(source.text, container), ...spreadsOf(container)];
  const named = new Map<string, Entry>();
  for (const part of parts.sort((a, b) => a.from - b.from)) {
    const object = 'value' in part ? null : spreadValue(source, part, objects, out);
    const entries = 'value' in part ? [part] : object === null ? [] : argumentsIn(source, object, out);
    for (const entry of entries) {
      named.delete(entry.name);
      named.set(entry.name, entry);
    }
  }
  return [...named.values()];
}

const objects = /^(?:Object|Dictionary)Expression$/;
const lists = /^ArrayExpression$/;

/** The constant of the file that is spread, if it is of one of these kinds; else it is listed as unread. */
function spreadValue(source: Source, spread: Spread, kinds: RegExp, out: Reading): SyntaxNode | null {
  const { from: start, to: end, expression } = spread;
  const resolved = out.spreadsLeft-- > 0 ? resolveConstant(source, expression) : null;
  const value = resolved !== null && 'value' in resolved ? unwrapped(resolved.value) : null;
  if (value !== null && kinds.test(value.name)) return value;
  out.unread.push({ name: nameOf(source, spread), reason: 'spread', start, end });
  return null;
}

function firstArgument(source: Source, list: SyntaxNode | null): SyntaxNode | null {
  const first = list === null ? undefined : itemsOf(list)[0];
  if (first === undefined) return null;
  const resolved = resolveConstant(source, first);
  const value = 'value' in resolved ? unwrapped(resolved.value) : null;
  return value?.name === 'ObjectExpression' ? value : null;
}

function readArgument(source: Source, entry: Entry, out: Reading): void {
  switch (entry.name) {
    // Whether the program streams is its own affair.
    case 'stream':
      return;
    case 'system':
      for (const text of readContent(source, entry.value, out)) out.system.push({ role: 'system', ...text });
      return;
    case 'messages':
      readMessages(source, entry.value, out);
      return;
    default: {
      const read = callParameter(source, entry);
      if ('reason' in read) out.unread.push(read);
      else out.parameters.push(read);
    }
  }
}

function readMessages(source: Source, expression: SyntaxNode, out: Reading): void {
  const resolved = resolveConstant(source, expression);
  const list = 'value' in resolved ? unwrapped(resolved.value) : null;
  if (list?.name !== 'ArrayExpression') {
    const reason = 'reason' in resolved ? resolved.reason : 'not-literal';
    out.unread.push({ name: 'messages', reason, start: expression.from, end: expression.to });
    return;
  }
  readItems(source, list, out);
}

function readItems(source: Source, list: SyntaxNode, out: Reading): void {
  const spreads = new Map(spreadsOf(list).map((spread) => [spread.expression.from, spread]));
  for (const item of itemsOf(list)) {
    const spread = spreads.get(item.from);
    const inner = spread === undefined ? null : spreadValue(source, spread, lists, out);
    if (inner !== null) readItems(source, inner, out);
    else if (spread === undefined && !isSpreadSign(item)) readMessage(source, item, out);
  }
}

function readMessage(source: Source, item: SyntaxNode, out: Reading): void {
  const resolved = resolveConstant(source, item);
  const node = 'value' in resolved ? unwrapped(resolved.value) : null;
  const entries = node === null || !objects.test(node.name) ? [] : entriesAt(source.text, node);
  const [role, content] = ['role', 'content'].map((key) => entries.find(({ name }) => name === key));
  const word = role === undefined ? null : literalValue(source, role.value);
  const known = word !== null && 'value' in word ? messageRole(String(word.value)) : null;
  if (content === undefined || known === null) {
    const reason = 'reason' in resolved ? resolved.reason : 'not-literal';
    out.unread.push({ name: nameOf(source, item), reason, start: item.from, end: item.to });
    return;
  }
  out.unread.push(...othersOf(entries, ['role', 'content']));
  for (const text of readContent(source, content.value, out)) out.turns.push({ role: known, ...text });
}

/** What a message or a block has besides, such as its `cache_control`. */
function othersOf(entries: readonly Entry[], taken: readonly string[]): readonly Unread[] {
  return entries
    .filter(({ name }) => !taken.includes(name))
    .map(({ name, from, value }) => ({ name, reason: 'not-supported', start: from, end: value.to }));
}

/** The texts of a system prompt or a message: of one expression, or of each block that is text. */
function readContent(
  source: Source,
  expression: SyntaxNode,
  out: Reading,
): readonly Pick<PromptMessage, 'text' | 'span'>[] {
  const resolved = resolveConstant(source, expression);
  const value = 'value' in resolved ? resolved.value : expression;
  const node = unwrapped(value);
  if (node.name !== 'ArrayExpression') return [textOf(source, expression)];
  return itemsOf(node).flatMap((block) => {
    const entries = objects.test(block.name) ? entriesAt(source.text, block) : [];
    const text = entries.find(({ name }) => name === 'text');
    if (text !== undefined) {
      out.unread.push(...othersOf(entries, ['type', 'text']));
      return [textOf(source, text.value)];
    }
    const { from, to } = block;
    out.unread.push({ name: nameOf(source, block), reason: 'not-literal', start: from, end: to });
    return [];
  });
}

function textOf(source: Source, expression: SyntaxNode): Pick<PromptMessage, 'text' | 'span'> {
  const filled = formattingAt(source, unwrapped(expression));
  const named = filled?.object ?? expression;
  const resolved = resolveConstant(source, named);
  const value = 'value' in resolved ? resolved.value : expression;
  if (filled !== null) {
    // A constant that is filled here is read where it stands.
    const literal = value === named ? null : readLiteral(source, value, filled.formatting);
    const { text, span } = literal?.formatting == null ? readText(source, expression) : literal;
    return { text, span };
  }
  const { text, span } = readLiteral(source, value) ?? readText(source, expression);
  return { text, span };
}

function nameOf(source: Source, { from, to }: { readonly from: number; readonly to: number }): string {
  const written = oneLine(source.text.slice(from, to));
  return written.length > 60 ? `${written.slice(0, 59)}…` : written;
}
