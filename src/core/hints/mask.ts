import { bodySpan, type PromptKind, type Span } from '../prompt/promptDocument.ts';
import { linesOf } from './lines.ts';
import { readBlocks } from './mask/blocks.ts';
import { dataBlocks } from './mask/dataBlocks.ts';
import { readInline } from './mask/inline.ts';
import type { LineShape } from './mask/line.ts';
import { byStart, type Mask, maskFrom } from './mask/lookup.ts';
import { patched, type Reading } from './mask/patch.ts';
import { type Flags, lineShaper, type ShapedLines, type Stretch, spokenIn } from './mask/shapedLines.ts';
import type { InlineSpan } from './mask/span.ts';

/** Reads masks; what one reading found out about lines that have not changed serves the next. */
export type Masker = (text: string, kind: PromptKind, lines?: readonly Span[]) => Mask;

/** The mask of a text, read once. */
export function maskOf(text: string, kind: PromptKind): Mask {
  return createMasker()(text, kind);
}

/** A reader for the versions of one document. It remembers no more than the last version. */
export function createMasker(): Masker {
  const shape = lineShaper();
  const inlineOf = stretchReader();
  let last: Reading | null = null;
  const read = (text: string, kind: PromptKind, lines: readonly Span[]): Reading => {
    const shaped = shape(text, lines);
    const { spans, opaque } = readBlocks(shaped, frontMatterLines(text, kind, lines));
    const found = stretches(shaped, opaque);
    const inline: InlineSpan[] = [];
    const all = [...spans];
    for (const stretch of found) {
      const offset = lines[stretch.first]?.start ?? 0;
      for (const { kind: of, start: from, end: to, tag } of inlineOf(shaped, stretch)) {
        const place = { kind: of, start: from + offset, end: to + offset };
        inline.push({ ...place, tag });
        all.push(place);
      }
      for (const spoken of spokenIn(shaped, stretch)) all.push(spoken);
    }
    all.push(...dataBlocks(inline, text));
    return { ...shaped, kind, opaque, stretches: found, spans: all.sort(byStart) };
  };
  return (text, kind, lines = linesOf(text)) => {
    last = (last === null ? null : patched(last, text, kind, lines)) ?? read(text, kind, lines);
    return maskFrom(last.spans);
  };
}

/** How many lines the front matter takes; in plain text it is only seen where it holds keys. */
function frontMatterLines(text: string, kind: PromptKind, lines: readonly Span[]): number {
  if (!/^\u{feff}?---[ \t]*\r?\n/u.test(text)) return 0;
  const isPlain = kind === 'text' || kind === 'code';
  if (isPlain && !/^["']?[A-Za-z_][\w-]*["']?:(?:\s|$)/.test(text.slice(lines[1]?.start, lines[1]?.end)))
    return 0;
  const body = bodySpan(text, isPlain ? 'prompt' : kind).start;
  if (body <= 1) return 0;
  let count = lines.findLastIndex(({ end }) => end < body) + 1;
  while (count > 0 && lines[count - 1]?.start === lines[count - 1]?.end) count--;
  return count;
}

function stretches({ shapes }: ShapedLines, opaque: Flags): readonly Stretch[] {
  const found: { first: number; last: number }[] = [];
  let open: { first: number; last: number } | undefined;
  shapes.forEach(({ blank, itemIndent, headingLevel, cells, label }, i) => {
    const begins = itemIndent > 0 || headingLevel > 0 || cells === 'row' || label !== null;
    if (blank || opaque[i] === 1) open = undefined;
    else if (open && !begins) open.last = i;
    else {
      open = { first: i, last: i };
      found.push(open);
      if (headingLevel > 0) open = undefined;
    }
  });
  return found;
}

/** Reads what is within stretches; one whose lines kept their shapes is not read again. */
function stretchReader(): (shaped: ShapedLines, stretch: Stretch) => readonly InlineSpan[] {
  const known = new WeakMap<
    LineShape,
    { readonly own: readonly LineShape[]; readonly spans: readonly InlineSpan[] }
  >();
  return ({ text, lines, shapes }, { first, last }) => {
    const opening = shapes[first] as LineShape;
    const before = known.get(opening);
    if (
      before?.own.length === last - first + 1 &&
      before.own.every((shape, i) => shape === shapes[first + i])
    ) {
      return before.spans;
    }
    const spans = readInline(text.slice(lines[first]?.start, lines[last]?.end));
    known.set(opening, { own: shapes.slice(first, last + 1), spans });
    return spans;
  };
}
