import type { LineShape } from './line.ts';
import type { Flags } from './shapedLines.ts';

/**
 * Lines that show the model what text looks like, rather than telling it what to do: those under a label such as
 * `User:`, quoted lines, and what stands under a heading or lead-in that announces examples.
 */
export function fewShotLines(shapes: readonly LineShape[], opaque: Flags): ReadonlySet<number> {
  const found = new Set<number>();
  const add = (from: number, to: number) => {
    for (let i = from; i < to; i++) if (opaque[i] !== 1 && shapes[i]?.blank === false) found.add(i);
  };
  const ends = shapes.flatMap((shape, i) => (shape.endsExample ? [i] : []));
  const markedEnd = (from: number) => ends.find((end) => end > from) ?? 0;
  for (let i = 0; i < shapes.length; i++) {
    const shape = shapes[i];
    if (shape === undefined || opaque[i] === 1 || shape.blank) continue;
    if (shape.quoted) found.add(i);
    if (shape.announcesExample && shape.headingLevel > 0) {
      const end = sectionEnd(shapes, opaque, i, shape.headingLevel);
      add(i + 1, end);
      i = end - 1;
    } else if (shape.announcesExample) {
      const end = Math.max(blockEnd(shapes, i), markedEnd(i));
      add(i + 1, end);
      i = end - 1;
    } else if (shape.label !== null && shape.headingLevel === 0) {
      const end = paragraphEnd(shapes, i);
      add(i, end);
      i = end - 1;
    }
  }
  return found;
}

function sectionEnd(shapes: readonly LineShape[], opaque: Flags, heading: number, level: number): number {
  for (let i = heading + 1; i < shapes.length; i++) {
    const found = opaque[i] === 1 ? 0 : (shapes[i]?.headingLevel ?? 0);
    if (found > 0 && found <= level) return i;
  }
  return shapes.length;
}

/** End of the block that a lead-in introduces: its paragraph, or the whole list, blank lines within it included. */
function blockEnd(shapes: readonly LineShape[], lead: number): number {
  const own = shapes[lead]?.itemIndent ?? 0;
  let at = lead + 1;
  while (shapes[at]?.blank === true) at++;
  const first = shapes[at];
  if (first === undefined || first.headingLevel > 0) return lead + 1;
  if (own > 0 && first.indent < own) return lead + 1;
  const inList = first.itemIndent > 0;
  for (; at < shapes.length; at++) {
    const shape = shapes[at];
    if (shape === undefined || shape.headingLevel > 0) break;
    if (shape.blank) {
      const next = shapes[at + 1];
      if (next?.blank === true) continue;
      if (next === undefined || !inList || next.indent < first.indent) break;
      if (next.itemIndent === 0 && next.indent < first.itemIndent) break;
    } else if (own > 0 && shape.indent < own) break;
  }
  return at;
}

/** End of a labelled paragraph: a blank line, a heading, or, where the label stands in a list item, the next item. */
function paragraphEnd(shapes: readonly LineShape[], from: number): number {
  const own = shapes[from];
  let at = from + 1;
  for (; at < shapes.length; at++) {
    const shape = shapes[at];
    if (shape === undefined || shape.blank || shape.headingLevel > 0) break;
    if (own !== undefined && own.itemIndent > 0 && shape.indent < own.itemIndent) break;
  }
  return at;
}
