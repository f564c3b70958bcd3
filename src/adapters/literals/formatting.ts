import type { SyntaxNode, Tree } from '@lezer/common';
import type { CodeDocument } from './codeDocument.ts';
import { scopesAround } from './declarations.ts';
import { childrenOf, lastName, sourceOf } from './nodes.ts';
import { percentOperands, positional, type Source } from './readDraft.ts';

/** How a program of Python fills a string in another place than where it stands, and the expressions that it fills in. */
export type Formatting =
  | { readonly by: 'format'; readonly operands: readonly string[] }
  | { readonly by: 'percent'; readonly operands: readonly string[] | string };

/** What an expression formats and how: `NAME.format(…)`, `NAME % …`; null for everything else. */
export function formattingAt(
  source: Source,
  node: SyntaxNode,
): { readonly object: SyntaxNode; readonly formatting: Formatting } | null {
  const [object, second, third] = childrenOf(node);
  if (!source.isPython || object === undefined || second === undefined) return null;
  if (node.name === 'CallExpression') {
    const template = object.name === 'MemberExpression' ? object.firstChild : null;
    if (template === null || lastName(source.text, object) !== 'format') return null;
    return { object: template, formatting: { by: 'format', operands: positional(source, second) } };
  }
  if (node.name !== 'BinaryExpression' || third === undefined || sourceOf(source.text, second) !== '%')
    return null;
  const operands = percentOperands(source, third);
  return operands === null ? null : { object, formatting: { by: 'percent', operands } };
}

const use = /(?:\s|\\\n)*(?:\.\s*format\s*\(|%)/y;

/** The first use of a name by where the function begins that it is in, -1 outside of all; under `anywhere` what counts for all. */
type Uses = ReadonlyMap<number | 'anywhere', Formatting>;

// Strings of a file have the same names: each is looked for once.
const known = new WeakMap<Tree, Map<string, Uses>>();

/** How a document formats the string `literal` that has this name; null where it does not. */
export function formattingOf(document: CodeDocument, name: string, literal: SyntaxNode): Formatting | null {
  const byName = known.get(document.tree) ?? new Map<string, Uses>();
  known.set(document.tree, byName);
  const uses = byName.get(name) ?? usesOf(document, name);
  byName.set(name, uses);
  return uses.get(scopesAround(literal)[0] ?? -1) ?? uses.get('anywhere') ?? null;
}

function usesOf({ text, tree, language }: CodeDocument, name: string): Uses {
  const source = { text, isPython: language === 'python' };
  const uses = new Map<number | 'anywhere', Formatting>();
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const end = at + name.length;
    use.lastIndex = end;
    if (!use.test(text)) continue;
    const named = tree.resolveInner(at, 1);
    if (named.from !== at || named.to !== end) continue;
    const isAttribute = named.name === 'PropertyName';
    const object = isAttribute ? named.parent : named;
    const around = object?.parent ?? null;
    const whole = around?.name === 'MemberExpression' ? around.parent : around;
    const found = whole === null ? null : formattingAt(source, whole);
    if (found === null || found.object.to !== end) continue;
    const { formatting } = found;
    // Prose has percent signs: where a function formats its own variable, that says nothing of others of that name.
    const places = isAttribute || formatting.by === 'format' ? ['anywhere' as const] : scopesAround(named);
    for (const place of places) if (!uses.has(place)) uses.set(place, formatting);
  }
  return uses;
}
