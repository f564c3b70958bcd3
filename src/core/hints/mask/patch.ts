import type { PromptKind, Span } from '../../prompt/promptDocument.ts';
import { commonEnd, commonStart } from '../common.ts';
import { firstIndex } from '../search.ts';
import { foreignLines } from './blocks.ts';
import { readInline } from './inline.ts';
import { type LineShape, readLine } from './line.ts';
import { byStart } from './lookup.ts';
import { type Flags, type ShapedLines, type Stretch, spokenIn } from './shapedLines.ts';
import type { MaskSpan, SpanKind } from './span.ts';

/** What a reading of a text found, for the next version to go on from. */
export interface Reading extends ShapedLines {
  readonly kind: PromptKind;
  readonly opaque: Flags;
  readonly stretches: readonly Stretch[];
  /** In order of their start. */
  readonly spans: readonly MaskSpan[];
}

const inlineKinds: ReadonlySet<SpanKind> = new Set(['code', 'tag', 'template', 'url', 'path', 'quote']);
const commentMark = /<!--|-->/;

/**
 * The reading of a text that differs from the last one within one line which is still a line of the same shape: all
 * but what lies in its stretch is taken over. Null where the edit may have changed more than that.
 */
export function patched(
  last: Reading,
  text: string,
  kind: PromptKind,
  lines: readonly Span[],
): Reading | null {
  if (kind !== last.kind || lines.length !== last.lines.length || last.text === '') return null;
  const from = commonStart(last.text, text);
  const to = last.text.length - commonEnd(last.text, text, from);
  const number = firstIndex(last.lines, ({ end }) => end >= from);
  const old = last.lines[number];
  const line = lines[number];
  const before = last.shapes[number];
  if (old === undefined || line === undefined || before === undefined || to > old.end || from < old.start)
    return null;
  // The first lines tell whether there is front matter.
  if (number < 2 || last.opaque[number] === 1) return null;
  const written = text.slice(line.start, line.end);
  const shape = readLine(written);
  if (!isAlike(before, shape) || commentMark.test(written + last.text.slice(old.start, old.end))) return null;
  const shapes = last.shapes.with(number, shape);
  const saysTheSame = shape.signs === before.signs && shape.foreign === before.foreign;
  if (!saysTheSame && `${foreignLines(last.shapes, last.opaque)}` !== `${foreignLines(shapes, last.opaque)}`)
    return null;
  const stretch = stretchOf(last.stretches, number);
  if (stretch === null) return null;
  const next = { text, lines, shapes };
  const spans = patchedSpans(last, next, stretch, old);
  return spans === null ? null : { ...next, kind, opaque: last.opaque, stretches: last.stretches, spans };
}

function patchedSpans(
  last: Reading,
  next: ShapedLines,
  stretch: Stretch,
  line: Span,
): readonly MaskSpan[] | null {
  const { first, last: end } = stretch;
  const start = next.lines[first]?.start ?? 0;
  const oldEnd = last.lines[end]?.end ?? 0;
  const found = readInline(next.text.slice(start, next.lines[end]?.end));
  if (found.some(({ kind }) => kind === 'tag')) return null;
  const fresh = [
    ...found.map((span): MaskSpan => ({ kind: span.kind, start: span.start + start, end: span.end + start })),
    ...spokenIn(next, stretch),
  ];
  const shift = next.text.length - last.text.length;
  const spans: MaskSpan[] = [];
  for (const span of last.spans) {
    if (span.start >= start && span.end <= oldEnd && inlineKinds.has(span.kind)) {
      if (span.kind === 'tag') return null;
      continue;
    }
    const touches = span.start <= line.end && span.end >= line.start;
    if (touches && (span.kind === 'data' || span.kind === 'comment')) return null;
    spans.push(span.end <= line.start ? span : shifted(span, line, shift));
  }
  return [...spans, ...fresh].sort(byStart);
}

function shifted({ kind, start, end }: MaskSpan, line: Span, shift: number): MaskSpan {
  return { kind, start: start <= line.start ? start : start + shift, end: end + shift };
}

function stretchOf(stretches: readonly Stretch[], number: number): Stretch | null {
  const stretch = stretches[firstIndex(stretches, ({ last }) => last >= number)];
  return stretch !== undefined && stretch.first <= number ? stretch : null;
}

/** Whether a line is the same to its neighbours: all but its own words. */
function isAlike(a: LineShape, b: LineShape): boolean {
  if (a.blank || b.blank || a.fence !== null || b.fence !== null || a.json || b.json) return false;
  for (const key in a) {
    if (key === 'signs' || key === 'spoken' || key === 'foreign') continue;
    if (a[key as keyof LineShape] !== b[key as keyof LineShape]) return false;
  }
  return true;
}
