import { commentSpans } from './comments.ts';
import { dataSpans } from './data.ts';
import { fencedLines } from './fences.ts';
import { fewShotLines } from './fewShot.ts';
import { indentedCodeLines } from './indentedCode.ts';
import { isForeign, noSigns } from './languages.ts';
import type { LineShape } from './line.ts';
import { scaleLines } from './scales.ts';
import { type Flags, type ShapedLines, spanOfLines } from './shapedLines.ts';
import type { MaskSpan, SpanKind } from './span.ts';

/** The spans that follow from lines and their neighbours, and the lines in which nothing further is looked for. */
export interface Blocks {
  readonly spans: readonly MaskSpan[];
  readonly opaque: Flags;
}

/** Reads the blocks of a text whose front matter ends before the given line. */
export function readBlocks(shaped: ShapedLines, bodyLine: number): Blocks {
  const { lines, shapes } = shaped;
  const opaque = new Uint8Array(lines.length).fill(1, 0, bodyLine);
  const spans = bodyLine > 0 ? [spanOfLines('front-matter', lines, 0, bodyLine - 1)] : [];
  const hide = (numbers: Iterable<number>): void => {
    for (const number of numbers) opaque[number] = 1;
  };
  const cover = (kind: SpanKind, covered: ReadonlySet<number>): void => {
    for (const from of covered) {
      if (covered.has(from - 1)) continue;
      let to = from;
      while (covered.has(to + 1)) to += 1;
      spans.push(spanOfLines(kind, lines, from, to));
    }
  };
  const code = fencedLines(shapes, bodyLine);
  hide(code);
  spans.push(...dataSpans(shaped, opaque));
  for (const number of indentedCodeLines(shapes, bodyLine, code)) code.add(number);
  cover('code', code);
  hide(code);

  const comments = commentSpans(shaped, opaque);
  spans.push(...comments.spans);
  hide(comments.whole);

  const tables = tableLines(shapes, opaque);
  for (const number of headingLines(shapes, opaque, tables))
    spans.push(spanOfLines('heading', lines, number, number));
  cover('table', tables);
  cover('few-shot', fewShotLines(shapes, opaque));
  cover('scale', scaleLines(shapes, opaque));
  cover('foreign', new Set(foreignLines(shapes, opaque)));
  return { spans, opaque };
}

function headingLines(
  shapes: readonly LineShape[],
  opaque: Flags,
  tables: ReadonlySet<number>,
): ReadonlySet<number> {
  const found = new Set<number>();
  shapes.forEach((shape, i) => {
    if (opaque[i] === 1 || shape.blank) return;
    if (shape.headingLevel > 0 || shape.boldHeading) found.add(i);
    const above = shapes[i - 1];
    if (shape.rule && above && opaque[i - 1] === 0 && !tables.has(i - 1) && isUnderlined(above)) {
      found.add(i - 1).add(i);
    }
  });
  return found;
}

function isUnderlined(above: LineShape): boolean {
  return (
    !above.blank && above.short && above.rule === null && above.itemIndent === 0 && above.headingLevel === 0
  );
}

function tableLines(shapes: readonly LineShape[], opaque: Flags): ReadonlySet<number> {
  const found = new Set<number>();
  shapes.forEach(({ cells }, i) => {
    if (opaque[i] === 1 || cells === null) return;
    if (cells !== 'maybe' || found.has(i - 1)) found.add(i);
    if (cells === 'delimiter' && shapes[i - 1]?.cells) found.add(i - 1);
  });
  return found;
}

/** Lines that are not English by their own words, else by those of their paragraph, else by those of the document. */
export function foreignLines(shapes: readonly LineShape[], opaque: Flags): readonly number[] {
  const found: number[] = [];
  const isVisible = (i: number): boolean => opaque[i] === 0 && shapes[i]?.blank === false;
  const together = (start: number, end: number): boolean | null => {
    const sum = { ...noSigns };
    for (let i = start; i < end; i++) {
      if (!isVisible(i)) continue;
      const { english, foreign, letters, otherScript } = (shapes[i] as LineShape).signs;
      sum.english += english;
      sum.foreign += foreign;
      sum.letters += letters;
      sum.otherScript += otherScript;
    }
    return isForeign(sum);
  };
  let document: boolean | null | undefined;
  for (let start = 0; start < shapes.length; start++) {
    let end = start;
    while (isVisible(end)) end++;
    let whole: boolean | null | undefined;
    for (let i = start; i < end; i++) {
      let verdict = shapes[i]?.foreign ?? null;
      if (verdict === null) {
        // Null is an answer too, so these ask for undefined.
        if (whole === undefined) whole = together(start, end);
        if (document === undefined) document = together(0, shapes.length);
        verdict = whole ?? document;
      }
      if (verdict) found.push(i);
    }
    start = end;
  }
  return found;
}
