import type { Span } from '../../core/prompt/promptDocument.ts';
import { namedCharacter } from './characterNames.ts';
import { type Draft, type Hole, mapBuilder, oneLine, type SlotForm } from './draft.ts';

const opening = /^([A-Za-z]*)("""|'''|"|')/;
const simple: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\u{7}',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
const byName = /\\N\{([A-Za-z][A-Za-z0-9 -]*)\}/y;
const numeric = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3}))/y;

/**
 * Reads one string token of Python (The Python Language Reference, 2.4.1): what the program sees, and where each
 * character of it stands. Null for bytes, unterminated strings and names of characters that are not known (`\N{…}`).
 * `fields` are the replacement fields of an f-string.
 */
export function readPythonString(source: string, token: Span, fields: readonly Span[]): Draft | null {
  const [open = '', prefix = '', quote = ''] = opening.exec(source.slice(token.start, token.end)) ?? [];
  const content = { start: token.start + open.length, end: token.end - quote.length };
  if (quote === '' || /b/i.test(prefix) || content.end < content.start) return null;
  if (source.slice(content.end, token.end) !== quote) return null;
  const isFormat = /f/i.test(prefix);
  const form: SlotForm = { syntax: 'python', quote, raw: /r/i.test(prefix), doubled: isFormat ? '{}' : '' };

  const builder = mapBuilder();
  const holes: Hole[] = [];
  let at = content.start;
  let plain = at;
  const flush = (): void => builder.same(source.slice(plain, at), plain);
  const rewritten = (text: string, length: number): void => {
    flush();
    builder.escape(text, at, at + length);
    at += length;
    plain = at;
  };
  while (at < content.end) {
    const character = source[at];
    const field = fields[holes.length];
    if (field !== undefined && field.start === at) {
      flush();
      const written = source.slice(field.start, field.end);
      builder.hole(oneLine(written), field.start, field.end);
      holes.push({ name: fieldName(written), syntax: 'f-string' });
      at = field.end;
      plain = at;
    } else if (isFormat && (character === '{' || character === '}')) {
      if (source[at + 1] !== character) return null;
      rewritten(character, 2);
    } else if (character === '\r') {
      rewritten('\n', source[at + 1] === '\n' ? 2 : 1);
    } else if (character === '\\' && !form.raw) {
      const read = readEscape(source, at, isFormat);
      if (read === null) return null;
      rewritten(read.text, read.length);
    } else if (character === '\\') {
      // In a raw string a backslash keeps a quote from ending it, and both are text.
      at += source[at + 1] === quote[0] || source[at + 1] === '\\' ? 2 : 1;
    } else {
      at += 1;
    }
  }
  flush();
  if (holes.length < fields.length) return null;
  return { mapped: builder.done(), holes, slots: [{ ...content, form }], margin: '' };
}

function readEscape(
  source: string,
  at: number,
  isFormat: boolean,
): { readonly text: string; readonly length: number } | null {
  const next = source[at + 1] ?? '';
  if (next === '\r') return { text: '', length: source[at + 2] === '\n' ? 3 : 2 };
  if (next === '\n') return { text: '', length: 2 };
  if (Object.hasOwn(simple, next)) return { text: simple[next] ?? '', length: 2 };
  numeric.lastIndex = at;
  const match = numeric.exec(source);
  if (match !== null) {
    const [whole, two, four, eight, octal] = match;
    const code =
      octal === undefined ? Number.parseInt(two ?? four ?? eight ?? '', 16) : Number.parseInt(octal, 8);
    return code > 0x10_ff_ff ? null : { text: String.fromCodePoint(code), length: whole.length };
  }
  byName.lastIndex = at;
  const [written = '', name = ''] = byName.exec(source) ?? [];
  const named = namedCharacter(name);
  if (named !== null) return { text: named, length: written.length };
  // A brace behind a backslash is a field that the parser does not tell.
  if (/[NxuU]/.test(next) || (isFormat && /[{}]/.test(next))) return null;
  // Any other backslash is text, and so is what follows it.
  return { text: `\\${next}`, length: 2 };
}

/** The expression of a replacement field, without conversion and format; `{x=}` writes its own name too and keeps the sign. */
function fieldName(written: string): string {
  const inside = written.slice(1, -1);
  let depth = 0;
  let end = inside.length;
  let quote = '';
  for (let at = 0; at < inside.length; at++) {
    const character = inside[at] ?? '';
    if (quote !== '') {
      if (character === '\\') at += 1;
      else if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character)) depth -= 1;
    else if (depth === 0 && (character === ':' || (character === '!' && inside[at + 1] !== '='))) {
      end = at;
      break;
    }
  }
  return oneLine(inside.slice(0, end));
}
