import type { Span } from '../../prompt/promptDocument.ts';
import { tidyDeletion } from '../tidy.ts';

/** The span to delete so that a sentence goes with the space behind it, or with its line where nothing else is on it. */
export function sentenceDeletion(text: string, { start, end }: Span): Span | null {
  const spaces = /^[ \t]+(?=\S)/.exec(text.slice(end, end + 8))?.[0].length ?? 0;
  return spaces > 0 ? { start, end: end + spaces } : tidyDeletion(text, { start, end });
}
