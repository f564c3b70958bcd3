import { bodySpan, type PromptKind, type Span } from '../prompt/promptDocument.ts';
import { linesOf } from './lines.ts';
import { readBlocks } from './mask/blocks.ts';
import { dataBlocks } from './mask/dataBlocks.ts';
import { readInline } from './mask/inline.ts';
import type { LineShape } from './mask/line.ts';
import { byStart, type Mask, maskFrom } from './mask/lookup.ts';
import { patched, type Reading, type Stretch } from './mask/patch.ts';
import { type Flags, lineShaper, type ShapedLines } from './mask/shapedLines.ts';
import type { InlineSpan, MaskSpan } from './mask/span.ts';

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
    for (const stretch of found) {
      const offset = lines[stretch.first]?.start ?? 0;
      for (const { kind: of, start, end, tag } of inlineOf(shaped, stretch)) {
        inline.push({ kind: of, start: start + offset, end: end + offset, tag });
      }
    }
    const all: MaskSpan[] = [...spans, ...spokenSpans(shaped, opaque), ...dataBlocks(inline, text)];
    for (const { kind: of, start, end } of inline) all.push({ kind: of, start, end });
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
  let open: { first: number; last: number } | null = null;
  shapes.forEach((shape, i) => {
    if (shape.blank || opaque[i] === 1) open = null;
    else if (open !== null && continues(shape)) open.last = i;
    else {
      open = { first: i, last: i };
      found.push(open);
      if (shape.headingLevel > 0) open = null;
    }
  });
  return found;
}

function continues(shape: LineShape): boolean {
  return shape.itemIndent === 0 && shape.headingLevel === 0 && shape.cells !== 'row' && shape.label === null;
}

function spokenSpans({ lines, shapes }: ShapedLines, opaque: Flags): readonly MaskSpan[] {
  const found: MaskSpan[] = [];
  for (const [i, { spoken }] of shapes.entries()) {
    const { start, end } = lines[i] ?? { start: 0, end: 0 };
    if (spoken !== -1 && opaque[i] === 0) found.push({ kind: 'quote', start: start + spoken, end });
  }
  return found;
}

/** Reads what is within stretches; one whose lines kept their shapes is not read again. */
function stretchReader(): (shaped: ShapedLines, stretch: Stretch) => readonly InlineSpan[] {
  const known = new WeakMap<
    LineShape,
    { readonly shapes: readonly LineShape[]; readonly spans: readonly InlineSpan[] }
  >();
  return ({ text, lines, shapes }, { first, last }) => {
    const opening = shapes[first];
    if (opening === undefined) return [];
    const before = known.get(opening);
    if (before !== undefined && before.shapes.length === last - first + 1) {
      if (before.shapes.every((shape, i) => shape === shapes[first + i])) return before.spans;
    }
    const spans = readInline(text.slice(lines[first]?.start, lines[last]?.end));
    known.set(opening, { shapes: shapes.slice(first, last + 1), spans });
    return spans;
  };
}
