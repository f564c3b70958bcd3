import { commentSpans } from './comments.ts';
import { dataSpans } from './data.ts';
import { fencedLines } from './fences.ts';
import { fewShotLines } from './fewShot.ts';
import { indentedCodeLines } from './indentedCode.ts';
import { isForeign } from './languages.ts';
import type { LineShape } from './line.ts';
import { scaleLines } from './scales.ts';
import type { Flags, ShapedLines } from './shapedLines.ts';
import type { MaskSpan, SpanKind } from './span.ts';

/** The spans that follow from lines and their neighbours, and the lines in which nothing further is looked for. */
export interface Blocks {
  readonly spans: readonly MaskSpan[];
  readonly opaque: Flags;
}

/** Reads the blocks of a text whose front matter ends before the given line. */
export function readBlocks(shaped: ShapedLines, bodyLine: number): Blocks {
  const { lines, shapes } = shaped;
  const spans: MaskSpan[] = [];
  const opaque = new Uint8Array(lines.length);
  const cover = (kind: SpanKind, from: number, to: number) => {
    const start = lines[from]?.start;
    const end = lines[to]?.end;
    if (start !== undefined && end !== undefined) spans.push({ kind, start, end });
  };
  const coverAll = (kind: SpanKind, numbers: Iterable<number>) => {
    const covered = new Uint8Array(lines.length + 1);
    for (const number of numbers) covered[number] = 1;
    for (let from = covered.indexOf(1); from !== -1; ) {
      const to = covered.indexOf(0, from);
      cover(kind, from, to - 1);
      from = covered.indexOf(1, to);
    }
  };
  if (bodyLine > 0) cover('front-matter', 0, bodyLine - 1);
  opaque.fill(1, 0, bodyLine);

  const code = fencedLines(shapes, bodyLine);
  for (const number of code) opaque[number] = 1;
  spans.push(...dataSpans(shaped, opaque));
  for (const number of indentedCodeLines(shapes, bodyLine, code)) code.add(number);
  coverAll('code', code);
  for (const number of code) opaque[number] = 1;

  const comments = commentSpans(shaped, opaque);
  spans.push(...comments.spans);
  for (const number of comments.whole) opaque[number] = 1;

  const fewShot = fewShotLines(shapes, opaque);
  const tables = tableLines(shapes, opaque);
  for (const number of headingLines(shapes, opaque, tables)) cover('heading', number, number);
  coverAll('table', tables);
  coverAll('few-shot', fewShot);
  coverAll('scale', scaleLines(shapes, opaque));
  coverAll('foreign', foreignLines(shapes, opaque));
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
    if (shape.rule === null || above === undefined || opaque[i - 1] === 1 || tables.has(i - 1)) return;
    if (isUnderlined(above)) found.add(i - 1).add(i);
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
  shapes.forEach((shape, i) => {
    if (opaque[i] === 1 || shape.cells === null) return;
    if (shape.cells === 'row') found.add(i);
    else if (shape.cells === 'delimiter') {
      found.add(i);
      if (shapes[i - 1]?.cells != null) found.add(i - 1);
    } else if (found.has(i - 1)) found.add(i);
  });
  return found;
}

/** Lines that are not English by their own words, else by those of their paragraph, else by those of the document. */
export function foreignLines(shapes: readonly LineShape[], opaque: Flags): readonly number[] {
  const found: number[] = [];
  const isVisible = (i: number) => opaque[i] === 0 && shapes[i]?.blank === false;
  let document: boolean | null | undefined;
  for (let start = 0; start < shapes.length; start++) {
    if (!isVisible(start)) continue;
    let end = start + 1;
    while (isVisible(end)) end++;
    let whole: boolean | null | undefined;
    for (let i = start; i < end; i++) {
      let verdict = shapes[i]?.foreign ?? null;
      if (verdict === null) {
        // Null is an answer too, so these ask for undefined.
        if (whole === undefined) whole = isForeignTogether(shapes, start, end, isVisible);
        if (document === undefined) document = isForeignTogether(shapes, 0, shapes.length, isVisible);
        verdict = whole ?? document;
      }
      if (verdict === true) found.push(i);
    }
    start = end;
  }
  return found;
}

function isForeignTogether(
  shapes: readonly LineShape[],
  start: number,
  end: number,
  isVisible: (i: number) => boolean,
): boolean | null {
  const sum = { english: 0, foreign: 0, letters: 0, otherScript: 0 };
  for (let i = start; i < end; i++) {
    const signs = shapes[i]?.signs;
    if (signs === undefined || !isVisible(i)) continue;
    sum.english += signs.english;
    sum.foreign += signs.foreign;
    sum.letters += signs.letters;
    sum.otherScript += signs.otherScript;
  }
  return isForeign(sum);
}
