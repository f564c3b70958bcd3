import type { SyntaxNode } from '@lezer/common';
import { unused } from '../../core/prompt/documentPrompts.ts';
import type { PromptMessage } from '../../core/prompt/foundPrompt.ts';
import type { UnreadString } from '../../core/prompt/problem.ts';
import type { Span } from '../../core/prompt/promptDocument.ts';
import { allAtOnce, type Steps } from '../turns.ts';
import { type Candidate, candidatesAt } from './candidates.ts';
import type { CodeDocument } from './codeDocument.ts';
import { formattingOf } from './formatting.ts';
import { type Literal, movedLiteral } from './literal.ts';
import { literalAt, nodeWithSpan } from './literalAt.ts';
import type { Sensitivity } from './names.ts';
import { type Part, type Region, regionSteps } from './regions.ts';
import type { Site } from './sites.ts';
import { symbolOf } from './symbols.ts';

/** A literal that is a prompt. */
export interface PromptLiteral {
  readonly literal: Literal;
  readonly role: PromptMessage['role'];
  /** Its symbol, or `#` with its place in the order. */
  readonly identity: string;
}

/** A string that would be a prompt if it were read. */
export interface UnreadLiteral extends Span {
  readonly reason: UnreadString;
}

/** What a document holds of prompts. */
export interface FoundLiterals {
  readonly prompts: readonly PromptLiteral[];
  readonly unread: readonly UnreadLiteral[];
}

/**
 * Finds the literals of a document that are prompts: named or passed as one, or marked by a comment. Length and wording
 * alone never make one; strict takes only names whose noun is a prompt’s.
 */
export function promptLiterals(document: CodeDocument, sensitivity: Sensitivity): readonly PromptLiteral[] {
  return allAtOnce(literalSteps(document, sensitivity)).prompts;
}

/** Finds the literals of a document that are prompts as {@link promptLiterals} does, and those that are not read. */
export function* literalSteps(document: CodeDocument, sensitivity: Sensitivity): Steps<FoundLiterals> {
  const out: (Found | UnreadLiteral)[] = [];
  const search = { document, sensitivity, out };
  const region = yield* regionSteps(document.tree, document.text);
  yield* judgeSteps(search, region, 0);
  collect(search, region, 0, []);
  const candidates = out.filter((found) => 'literal' in found);
  // Its name and a comment may both lead to one.
  const unread = new Map(out.flatMap((found) => ('reason' in found ? [[found.start, found] as const] : [])));
  // Of two that share text the outer one is the program’s string; of two with one place the marked one.
  candidates.sort(
    ({ literal: { span: a }, isMarked }, { literal: { span: b } }) =>
      a.start - b.start || b.end - a.end || (isMarked ? -1 : 1),
  );
  const prompts: PromptLiteral[] = [];
  const taken = new Map<string, number>();
  let end = -1;
  for (const candidate of candidates) {
    if (candidate.literal.span.start < end) continue;
    end = candidate.literal.span.end;
    if (isDedentedElse(document, candidate)) {
      unread.set(candidate.literal.span.start, { ...candidate.literal.span, reason: 'tag' });
      continue;
    }
    const literal = formattedElsewhere(document, candidate);
    const symbol = candidate.symbol.join('.');
    const identity = unused(symbol === '' ? `#${prompts.length + 1}` : symbol, taken);
    prompts.push({ literal, role: candidate.role, identity });
  }
  return { prompts, unread: [...unread.values()] };
}

/** A candidate by its place alone. */
type Found = Omit<Candidate, 'expression'> & {
  /** The names around it, from the outside in. */
  readonly symbol: readonly string[];
};

interface Search {
  readonly document: CodeDocument;
  readonly sensitivity: Sensitivity;
  readonly out: (Found | UnreadLiteral)[];
}

/** What was found in a closed region, relative to its start. */
interface Judged {
  readonly candidates: readonly (Found | UnreadLiteral)[];
  readonly comments: readonly Site[];
  readonly closed: readonly Part[];
  /** Whether there is nothing in it and in its parts. */
  isBarren: boolean;
}

const judgedRegions: Readonly<Record<Sensitivity, WeakMap<Region, Judged>>> = {
  strict: new WeakMap(),
  relaxed: new WeakMap(),
};

/** Judges the closed regions that are new, from the outside in. */
function* judgeSteps(search: Search, region: Region, base: number): Steps<void> {
  if (judgedRegions[search.sensitivity].has(region)) return;
  const { closed } = judge(search, region, base);
  yield;
  for (const part of closed) yield* judgeSteps(search, part.region, base + part.offset);
}

/** Collects the candidates of a closed region that begins at `base`; returns whether there was anything. */
function collect(search: Search, region: Region, base: number, path: readonly string[]): boolean {
  const judged = judgedRegions[search.sensitivity].get(region) ?? judge(search, region, base);
  if (judged.isBarren) return false;
  for (const candidate of judged.candidates) {
    const found = moved(candidate, base);
    search.out.push('reason' in found ? found : { ...found, symbol: [...path, ...found.symbol] });
  }
  const whole = { start: 0, end: search.document.text.length };
  for (const site of judged.comments) {
    const node = nodeAt(search.document, site, base);
    if (node !== null) search.out.push(...foundAt(search, site, node, whole));
  }
  let isBarren = judged.candidates.length === 0 && judged.comments.length === 0;
  const inner = region.name === '' ? path : [...path, region.name];
  for (const part of judged.closed) {
    if (collect(search, part.region, base + part.offset, inner)) isBarren = false;
  }
  judged.isBarren = isBarren;
  return !isBarren;
}

function judge(search: Search, region: Region, base: number): Judged {
  const candidates: (Found | UnreadLiteral)[] = [];
  const comments: Site[] = [];
  const closed: Part[] = [];
  const within = { start: base, end: base + region.length };
  const visit = ({ region: inner, offset }: Part): void => {
    for (const site of inner.sites) {
      const node = nodeAt(search.document, site, base + offset);
      if (node === null) continue;
      for (const found of foundAt(search, site, node, within)) candidates.push(moved(found, -base));
    }
    for (const site of inner.comments)
      comments.push({ ...site, from: site.from + offset, to: site.to + offset });
    for (const part of inner.parts) {
      const placed = { region: part.region, offset: part.offset + offset };
      if (part.region.isClosed) closed.push(placed);
      else visit(placed);
    }
  };
  visit({ region, offset: 0 });
  const judged = { candidates, comments, closed, isBarren: false };
  judgedRegions[search.sensitivity].set(region, judged);
  return judged;
}

function moved<T extends Found | UnreadLiteral>(found: T, by: number): T {
  return 'reason' in found
    ? { ...found, start: found.start + by, end: found.end + by }
    : { ...found, literal: movedLiteral(found.literal, by) };
}

function nodeAt({ tree }: CodeDocument, site: Site, base: number): SyntaxNode | null {
  const [from, to] = [site.from + base, site.to + base];
  for (let node: SyntaxNode | null = tree.resolveInner(from, 1); node !== null; node = node.parent) {
    if (node.from === from && node.to === to && node.type.id === site.type) return node;
    if (node.from < from || node.to > to) return null;
  }
  return null;
}

function foundAt(
  { document, sensitivity }: Search,
  site: Site,
  node: SyntaxNode,
  within: Span,
): readonly (Found | UnreadLiteral)[] {
  const source = { text: document.text, isPython: document.language === 'python' };
  return candidatesAt(source, site, node, sensitivity).map((candidate) => {
    if ('reason' in candidate) {
      const { expression, reason } = candidate;
      return { reason, start: expression.from, end: expression.to };
    }
    const { expression, ...found } = candidate;
    return { ...found, symbol: symbolOf(source.text, expression, found.name, within) };
  });
}

/** Whether the file has a tag from another package than the one that is read, which has the tag’s name. */
const fromElsewhere = {
  'dedent-template':
    /\bimport\b[^;'"]*\bdedent\b[^;'"]*\bfrom\s*["'](?!dedent["'])|\bdedent\b[^;\n]*=\s*require\(\s*["'](?!dedent["'])/,
  'outdent-template':
    /\bimport\b[^;'"]*\boutdent\b[^;'"]*\bfrom\s*["'](?!outdent["'])|\boutdent\b[^;\n]*=\s*require\(\s*["'](?!outdent["'])/,
} as const;

/** Whether the literal goes through a tag that its file has from another package than the one that is read. */
function isDedentedElse({ text }: CodeDocument, { literal }: Found): boolean {
  return literal.slots.some(
    ({ form: { syntax } }) =>
      (syntax === 'dedent-template' || syntax === 'outdent-template') && fromElsewhere[syntax].test(text),
  );
}

/** The literal, read as a string that is formatted where Python does so by its name elsewhere in the file. */
function formattedElsewhere(document: CodeDocument, { literal, name }: Found): Literal {
  const { text, pieces } = literal.text;
  const canBe = document.language === 'python' && /[{%]/.test(text) && /^\w+$/.test(name);
  if (!canBe || pieces.some(({ kind }) => kind === 'hole')) return literal;
  const node = nodeWithSpan(document, literal.span);
  const formatting = node === null ? null : formattingOf(document, name, node);
  return (formatting === null ? null : literalAt(document, literal.span, formatting)) ?? literal;
}
