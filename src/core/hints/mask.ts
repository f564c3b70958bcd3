import { bodySpan, type PromptKind, type Span } from '../prompt/promptDocument.ts';
import { linesOf } from './lines.ts';
import { readBlocks, type ShapedLines } from './mask/blocks.ts';
import { dataBlocks } from './mask/dataBlocks.ts';
import { readInline } from './mask/inline.ts';
import { type LineShape, readLine } from './mask/line.ts';
import { byStart, type Mask, maskFrom } from './mask/lookup.ts';
import type { InlineSpan, MaskSpan } from './mask/span.ts';

/** Reads masks; what one reading found out about lines that have not changed serves the next. */
export type Masker = (text: string, kind: PromptKind) => Mask;

/** The mask of a text, read once. */
export function maskOf(text: string, kind: PromptKind): Mask {
  return createMasker()(text, kind);
}

/** A reader for the versions of one document. It remembers no more than the last version. */
export function createMasker(): Masker {
  const shapeOf = remembering(readLine);
  const inlineOf = remembering(readInline);
  return (text, kind) => {
    const lines = linesOf(text);
    const shapes = lines.map(({ start, end }) => shapeOf.read(text.slice(start, end)));
    const shaped = { text, lines, shapes };
    const { spans, opaque } = readBlocks(shaped, frontMatterLines(text, kind, lines));
    const inline: InlineSpan[] = [];
    for (const { start, end } of stretches(shaped, opaque)) {
      for (const span of inlineOf.read(text.slice(start, end))) {
        inline.push({ ...span, start: span.start + start, end: span.end + start });
      }
    }
    shapeOf.forgetUnused();
    inlineOf.forgetUnused();
    const all: MaskSpan[] = [...spans, ...spokenSpans(shaped, opaque), ...dataBlocks(inline, text)];
    for (const { kind: of, start, end } of inline) all.push({ kind: of, start, end });
    return maskFrom(all.sort(byStart));
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

/** Runs of lines in which a quotation or a code span may go on from one line to the next. */
function stretches({ lines, shapes }: ShapedLines, opaque: ReadonlySet<number>): readonly Span[] {
  const found: Span[] = [];
  let open: { start: number; end: number } | null = null;
  lines.forEach(({ start, end }, i) => {
    const shape = shapes[i];
    if (shape === undefined || shape.blank || opaque.has(i)) {
      open = null;
      return;
    }
    if (open !== null && continues(shape)) {
      open.end = end;
      return;
    }
    open = { start, end };
    found.push(open);
    if (shape.headingLevel > 0) open = null;
  });
  return found;
}

function continues(shape: LineShape): boolean {
  return shape.itemIndent === 0 && shape.headingLevel === 0 && shape.cells !== 'row' && shape.label === null;
}

function spokenSpans({ lines, shapes }: ShapedLines, opaque: ReadonlySet<number>): readonly MaskSpan[] {
  return lines.flatMap(({ start, end }, i) => {
    const offset = shapes[i]?.spoken ?? -1;
    return offset === -1 || opaque.has(i) ? [] : [{ kind: 'quote', start: start + offset, end }];
  });
}

/** Remembers results by text. Keys are always those of the last asking, so that old documents are let go. */
function remembering<T>(read: (text: string) => T): { read(text: string): T; forgetUnused(): void } {
  let before = new Map<string, T>();
  let now = new Map<string, T>();
  return {
    read(text) {
      const known = now.get(text) ?? before.get(text);
      const value = known === undefined ? read(text) : known;
      now.set(text, value);
      return value;
    },
    forgetUnused() {
      before = now;
      now = new Map();
    },
  };
}
