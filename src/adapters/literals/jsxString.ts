import type { Span } from '../../core/prompt/promptDocument.ts';
import { type Draft, mapBuilder } from './draft.ts';

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u{a0}',
};
const entity = /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]*));/g;

/**
 * Reads a string in quotes of a JSX attribute: entities, no escapes. Null where compilers differ (line breaks) or where
 * it would take the whole table of named entities.
 */
export function readJsxString(source: string, token: Span): Draft | null {
  const quote = source[token.start] ?? '';
  const content = { start: token.start + 1, end: token.end - 1 };
  if (content.end < content.start || source[content.end] !== quote) return null;
  const inside = source.slice(content.start, content.end);
  if (/[\r\n]/.test(inside)) return null;
  const builder = mapBuilder();
  let at = 0;
  for (const match of inside.matchAll(entity)) {
    const [written, decimal, hex, name] = match;
    const text =
      name === undefined
        ? codePoint(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal))
        : Object.hasOwn(entities, name)
          ? entities[name]
          : null;
    if (text == null) return null;
    builder.same(inside.slice(at, match.index), content.start + at);
    at = match.index + written.length;
    builder.escape(text, content.start + match.index, content.start + at);
  }
  builder.same(inside.slice(at), content.start + at);
  const form = { syntax: 'jsx', quote, raw: false, doubled: '' } as const;
  return { mapped: builder.done(), holes: [], slots: [{ ...content, form }], margin: '' };
}

function codePoint(code: number): string | null {
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : null;
}
