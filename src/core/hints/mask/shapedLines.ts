import type { Span } from '../../prompt/promptDocument.ts';
import { commonEnd, commonStart } from '../common.ts';
import { type LineShape, readLine } from './line.ts';
import type { MaskSpan, SpanKind } from './span.ts';

/** The lines of a text as the readers of blocks see them. */
export interface ShapedLines {
  readonly text: string;
  readonly lines: readonly Span[];
  readonly shapes: readonly LineShape[];
}

/** Lines in which a quotation or a code span may go on from one to the next. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** Marks lines by number: 1 for those that are meant. */
export type Flags = Uint8Array;

/** The span from the start of one line to the end of another. */
export function spanOfLines(kind: SpanKind, lines: readonly Span[], from: number, to: number): MaskSpan {
  return { kind, start: (lines[from] as Span).start, end: (lines[to] as Span).end };
}

/** What the lines of a stretch tell the model to say. */
export function spokenIn({ lines, shapes }: ShapedLines, { first, last }: Stretch): readonly MaskSpan[] {
  const found: MaskSpan[] = [];
  for (let i = first; i <= last; i++) {
    const { spoken } = shapes[i] as LineShape;
    const { start, end } = lines[i] as Span;
    if (spoken !== -1) found.push({ kind: 'quote', start: start + spoken, end });
  }
  return found;
}

/** Reads the lines of the versions of one text; a line that stands before or behind all changes keeps its shape. */
export function lineShaper(): (text: string, lines: readonly Span[]) => ShapedLines {
  let last: ShapedLines = { text: '', lines: [], shapes: [] };
  return (text, lines) => {
    const shapes: LineShape[] = new Array(lines.length);
    const before = commonStart(last.text, text);
    const after = commonEnd(last.text, text, before);
    let first = 0;
    for (; first < lines.length; first++) {
      const shape = last.shapes[first];
      // The line break has to be equal too, so that the line ends where it did.
      if (shape === undefined || (lines[first]?.end ?? before) + 1 >= before) break;
      shapes[first] = shape;
    }
    let end = lines.length;
    const shift = last.lines.length - lines.length;
    for (; end > first; end--) {
      const shape = last.shapes[end - 1 + shift];
      if (shape === undefined || (lines[end - 1]?.start ?? 0) <= text.length - after) break;
      shapes[end - 1] = shape;
    }
    for (let i = first; i < end; i++) shapes[i] = readLine(text.slice(lines[i]?.start, lines[i]?.end));
    last = { text, lines, shapes };
    return last;
  };
}
