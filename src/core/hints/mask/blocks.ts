import type { Span } from '../../prompt/promptDocument.ts';
import { commentSpans } from './comments.ts';
import { dataSpans } from './data.ts';
import { fencedLines } from './fences.ts';
import { fewShotLines } from './fewShot.ts';
import { indentedCodeLines } from './indentedCode.ts';
import { isForeign, sumOfSigns } from './languages.ts';
import type { LineShape } from './line.ts';
import { scaleLines } from './scales.ts';
import type { MaskSpan, SpanKind } from './span.ts';

/** The lines of a text as the readers of blocks see them. */
export interface ShapedLines {
  readonly text: string;
  readonly lines: readonly Span[];
  readonly shapes: readonly LineShape[];
}

/** The spans that follow from lines and their neighbours, and the lines in which nothing further is looked for. */
export interface Blocks {
  readonly spans: readonly MaskSpan[];
  readonly opaque: ReadonlySet<number>;
}

/** Reads the blocks of a text whose front matter ends before the given line. */
export function readBlocks(shaped: ShapedLines, bodyLine: number): Blocks {
  const { lines, shapes } = shaped;
  const spans: MaskSpan[] = [];
  const opaque = new Set<number>();
  const cover = (kind: SpanKind, from: number, to: number) => {
    const start = lines[from]?.start;
    const end = lines[to]?.end;
    if (start !== undefined && end !== undefined) spans.push({ kind, start, end });
  };
  const coverAll = (kind: SpanKind, numbers: Iterable<number>) => {
    for (const [from, to] of runsOf(numbers)) cover(kind, from, to);
  };
  if (bodyLine > 0) cover('front-matter', 0, bodyLine - 1);
  for (let i = 0; i < bodyLine; i++) opaque.add(i);

  const code = fencedLines(shapes, bodyLine);
  spans.push(...dataSpans(shaped, new Set([...opaque, ...code])));
  for (const number of indentedCodeLines(shapes, bodyLine, code)) code.add(number);
  coverAll('code', code);
  for (const number of code) opaque.add(number);

  const comments = commentSpans(shaped, opaque);
  spans.push(...comments.spans);
  for (const number of comments.whole) opaque.add(number);

  const fewShot = fewShotLines(shapes, opaque);
  const tables = tableLines(shapes, opaque);
  for (const number of headingLines(shapes, opaque, tables)) cover('heading', number, number);
  coverAll('table', tables);
  coverAll('few-shot', fewShot);
  coverAll('scale', scaleLines(shapes, opaque));
  coverAll('foreign', foreignLines(shapes, opaque));
  return { spans, opaque };
}

/** First and last of numbers that follow each other. */
function runsOf(numbers: Iterable<number>): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}

function headingLines(
  shapes: readonly LineShape[],
  opaque: ReadonlySet<number>,
  tables: ReadonlySet<number>,
): ReadonlySet<number> {
  const found = new Set<number>();
  shapes.forEach((shape, i) => {
    if (opaque.has(i) || shape.blank) return;
    if (shape.headingLevel > 0 || shape.boldHeading) found.add(i);
    const above = shapes[i - 1];
    if (shape.rule === null || above === undefined || opaque.has(i - 1) || tables.has(i - 1)) return;
    if (isUnderlined(above)) found.add(i - 1).add(i);
  });
  return found;
}

function isUnderlined(above: LineShape): boolean {
  return (
    !above.blank && above.short && above.rule === null && above.itemIndent === 0 && above.headingLevel === 0
  );
}

function tableLines(shapes: readonly LineShape[], opaque: ReadonlySet<number>): ReadonlySet<number> {
  const found = new Set<number>();
  shapes.forEach((shape, i) => {
    if (opaque.has(i) || shape.cells === null) return;
    if (shape.cells === 'row') found.add(i);
    else if (shape.cells === 'delimiter') {
      found.add(i);
      if (shapes[i - 1]?.cells != null) found.add(i - 1);
    } else if (found.has(i - 1)) found.add(i);
  });
  return found;
}

/** Lines that are not English by their own words, else by those of their paragraph, else by those of the document. */
function foreignLines(shapes: readonly LineShape[], opaque: ReadonlySet<number>): readonly number[] {
  const found: number[] = [];
  const visible = shapes.map((_, i) => i).filter((i) => !opaque.has(i) && !shapes[i]?.blank);
  const signsOf = (numbers: readonly number[]) => sumOfSigns(numbers.flatMap((i) => shapes[i]?.signs ?? []));
  const document = isForeign(signsOf(visible));
  for (let at = 0; at < visible.length; ) {
    let end = at + 1;
    while (end < visible.length && visible[end] === (visible[end - 1] ?? 0) + 1) end++;
    const paragraph = visible.slice(at, end);
    const whole = isForeign(signsOf(paragraph));
    for (const i of paragraph) if (isForeign(signsOf([i])) ?? whole ?? document) found.push(i);
    at = end;
  }
  return found;
}
