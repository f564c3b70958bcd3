import type { LineShape } from './line.ts';
import type { Flags } from './shapedLines.ts';

/** How many lines may lie between two grades of one scale. */
const reach = 4;

/** Lines that are grades of a rating scale or a list of severities: in them every word is a distinction. */
export function scaleLines(shapes: readonly LineShape[], opaque: Flags): ReadonlySet<number> {
  const found = new Set<number>();
  let previous: number | null = null;
  shapes.forEach((shape, i) => {
    if (opaque[i] === 1 || shape.scale === null) return;
    if (shape.scale === 'whole') {
      found.add(i);
      return;
    }
    const before = previous === null ? undefined : shapes[previous];
    if (previous !== null && before?.scale === shape.scale && between(shapes, previous, i) <= reach) {
      for (let line = previous; line <= i; line++) if (shapes[line]?.blank === false) found.add(line);
    }
    previous = i;
  });
  return found;
}

function between(shapes: readonly LineShape[], from: number, to: number): number {
  let count = 0;
  for (let i = from + 1; i < to && count <= reach; i++) if (shapes[i]?.blank === false) count++;
  return count;
}
