import type { Span } from '../../core/prompt/promptDocument.ts';
import { type Draft, type Hole, mapBuilder, oneLine, type SlotForm } from './draft.ts';

const simple: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
const numeric = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]+)\})/y;
const octal = /\\([0-3][0-7]{0,2}|[4-7][0-7]?)/y;
const lineEnd = /\r\n|[\n\r\u{2028}\u{2029}]/uy;

/** How a template literal is read: as it is, by `String.raw`, by the `dedent` of npm, which resolves a few escapes itself, or by `outdent`, which takes them as they are read. */
export type TemplateTag = 'none' | 'raw' | 'dedent' | 'outdent';

/** Reads a string in quotes of JavaScript or TypeScript (ECMAScript 2025, 12.9.4); null where it is not terminated or not valid. */
export function readScriptString(source: string, token: Span): Draft | null {
  const quote = source[token.start] ?? '';
  const content = { start: token.start + 1, end: token.end - 1 };
  if (content.end < content.start || source[content.end] !== quote) return null;
  const form: SlotForm = { syntax: 'script', quote, raw: false, doubled: '' };
  return readContent(source, content, form, []);
}

/** Reads a template literal with its interpolations; null where it is not terminated or not valid. */
export function readTemplate(
  source: string,
  token: Span,
  interpolations: readonly Span[],
  tag: TemplateTag,
): Draft | null {
  const content = { start: token.start + 1, end: token.end - 1 };
  if (content.end < content.start || source[content.end] !== '`') return null;
  const syntax = tag === 'none' ? 'template' : (`${tag}-template` as const);
  return readContent(
    source,
    content,
    { syntax, quote: '`', raw: tag === 'raw' || tag === 'dedent', doubled: '' },
    interpolations,
  );
}

type Escape = { readonly text: string; readonly length: number } | null;

function readContent(
  source: string,
  content: Span,
  form: SlotForm,
  interpolations: readonly Span[],
): Draft | null {
  const isTemplate = form.quote === '`';
  const builder = mapBuilder();
  const holes: Hole[] = [];
  let at = content.start;
  let plain = at;
  const flush = (): void => builder.same(source.slice(plain, at), plain);
  while (at < content.end) {
    const character = source[at];
    const hole = interpolations[holes.length];
    if (hole?.start === at) {
      flush();
      const expression = source.slice(hole.start, hole.end);
      builder.hole(oneLine(expression), hole.start, hole.end);
      holes.push({ name: oneLine(expression.slice(2, -1)), syntax: 'template-literal' });
      at = hole.end;
      plain = at;
      continue;
    }
    let written: Escape | 'none' = 'none';
    if (character === '\\') written = readEscape(source, at, form);
    else if (character === '\r' && isTemplate)
      written = { text: '\n', length: source[at + 1] === '\n' ? 2 : 1 };
    else if ((character === '\n' || character === '\r') && !isTemplate) return null;
    if (written === null) return null;
    if (written === 'none') {
      at += 1;
      continue;
    }
    flush();
    builder.escape(written.text, at, at + written.length);
    at += written.length;
    plain = at;
  }
  flush();
  if (holes.length < interpolations.length) return null;
  return { mapped: builder.done(), holes, slots: [{ ...content, form }], margin: '' };
}

function readEscape(source: string, at: number, form: SlotForm): Escape | 'none' {
  if (form.syntax === 'raw-template') {
    return source[at + 1] === '\r' ? 'none' : { text: source.slice(at, at + 2), length: 2 };
  }
  if (form.syntax === 'dedent-template') return dedentEscape(source, at);
  lineEnd.lastIndex = at + 1;
  const line = lineEnd.exec(source);
  if (line !== null) return { text: '', length: 1 + line[0].length };
  const next = source[at + 1] ?? '';
  if (Object.hasOwn(simple, next)) return { text: simple[next] ?? '', length: 2 };
  numeric.lastIndex = at;
  const match = numeric.exec(source);
  if (match !== null) {
    const code = Number.parseInt(match[1] ?? match[2] ?? match[3] ?? '', 16);
    return code > 0x10_ff_ff ? null : { text: String.fromCodePoint(code), length: match[0].length };
  }
  if (next === 'x' || next === 'u') return null;
  if (/\d/.test(next)) return readOctal(source, at, form);
  const character = String.fromCodePoint(source.codePointAt(at + 1) ?? 0);
  return { text: character, length: 1 + character.length };
}

function readOctal(source: string, at: number, form: SlotForm): Escape {
  octal.lastIndex = at;
  const match = octal.exec(source);
  const isNul = match?.[1] === '0' && !/\d/.test(source[at + 2] ?? '');
  if (form.quote === '`') return isNul ? { text: '\0', length: 2 } : null;
  if (match === null) return { text: source[at + 1] ?? '', length: 2 };
  return { text: String.fromCodePoint(Number.parseInt(match[1] ?? '', 8)), length: match[0].length };
}

// Before the indentation goes: an escaped line end, backtick, dollar or brace. Everything else stays as it is written;
// what releases of the package read differently is not read at all.
function dedentEscape(source: string, at: number): Escape | 'none' {
  const line = /^\\(?:\r\n|\n|\r)[ \t]*/.exec(source.slice(at, at + 200));
  if (line !== null) return { text: '', length: line[0].length };
  const next = source[at + 1] ?? '';
  if (next === '`' || next === '$' || next === '{') return { text: next, length: 2 };
  if (next === 'x' || next === 'u') return null;
  if (next !== '\\') return 'none';
  return /[\r\n${nxu]/.test(source[at + 2] ?? '') ? null : { text: '\\\\', length: 2 };
}
