import type { Span } from '../../prompt/promptDocument.ts';
import { firstIndex } from '../search.ts';

/** Number of the line, from 1, on which an offset lies. */
export function lineNumber(lines: readonly Span[], offset: number): number {
  return firstIndex(lines, ({ start }) => start > offset);
}
