import type { Span } from '../../prompt/promptDocument.ts';

/** Number of the line, from 1, on which an offset lies. */
export function lineNumber(lines: readonly Span[], offset: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
