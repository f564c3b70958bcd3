import type { LineShape } from './line.ts';

/** How far apart two lines of code may be for the lines between them to be code. */
const longestGap = 6;

/**
 * Lines of code without fences: indented by four columns more than the text around them, after a blank line, as
 * CommonMark has it; and statements. A text that is indented as a whole, as one lifted out of a program, is none.
 */
export function indentedCodeLines(
  shapes: readonly LineShape[],
  from: number,
  fenced: ReadonlySet<number>,
): readonly number[] {
  const found: number[] = [];
  const base = commonIndent(shapes, from, fenced);
  const items: number[] = [];
  let blank = true;
  let codeIndent: number | null = null;
  for (let i = from; i < shapes.length; i++) {
    const shape = shapes[i];
    if (shape === undefined || fenced.has(i)) {
      blank = false;
      codeIndent = null;
      continue;
    }
    if (shape.blank) {
      blank = true;
      continue;
    }
    const { indent, itemIndent } = shape;
    if (blank) while ((items.at(-1) ?? 0) > indent) items.pop();
    if (codeIndent !== null && indent < codeIndent) codeIndent = null;
    const least = Math.max(base, items.at(-1) ?? 0) + 4;
    if (blank && codeIndent === null && indent >= least && (itemIndent === 0 || items.length === 0))
      codeIndent = least;
    if (codeIndent !== null || shape.code) found.push(i);
    else if (itemIndent > 0) {
      while ((items.at(-1) ?? 0) > indent) items.pop();
      items.push(itemIndent);
    } else if (shape.headingLevel > 0) items.length = 0;
    blank = false;
  }
  return [...found, ...betweenStatements(shapes, found)];
}

/** Lines that stand between two lines of code close to each other: members, arguments, comments. */
function betweenStatements(shapes: readonly LineShape[], code: readonly number[]): readonly number[] {
  const gaps: number[] = [];
  for (const [i, number] of code.entries()) {
    const next = code[i + 1] ?? number;
    if (next - number < 2 || next - number > longestGap) continue;
    const between = Array.from({ length: next - number - 1 }, (_, offset) => number + 1 + offset);
    if (between.every((line) => shapes[line]?.blank === false && (shapes[line]?.indent ?? 0) > 0))
      gaps.push(...between);
  }
  return gaps;
}

/** The least indentation of all lines but the first, from four columns on. */
function commonIndent(shapes: readonly LineShape[], from: number, fenced: ReadonlySet<number>): number {
  let least = Number.POSITIVE_INFINITY;
  let first = true;
  for (let i = from; i < shapes.length; i++) {
    const shape = shapes[i];
    if (shape === undefined || shape.blank || fenced.has(i)) continue;
    if (!first || shape.indent > 0) least = Math.min(least, shape.indent);
    first = false;
    if (least < 4) return 0;
  }
  return Number.isFinite(least) ? least : 0;
}
