import type { InlineSpan, MaskSpan } from './span.ts';
import { holdsInstructions } from './tags.ts';

/** The content of tags that hold data, from tags in order; a tag without its other half has no content. */
export function dataBlocks(inline: readonly InlineSpan[], text: string): readonly MaskSpan[] {
  const spans: MaskSpan[] = [];
  const open = new Map<string, InlineSpan[]>();
  let reached = 0;
  for (const span of inline) {
    if (span.start < reached || span.tag === null || span.tag.side === 'alone') continue;
    reached = span.end;
    const { name, side } = span.tag;
    const before = open.get(name) ?? [];
    open.set(name, before);
    if (side === 'open') {
      before.push(span);
      continue;
    }
    const start = before.pop();
    if (start === undefined || holdsInstructions(name)) continue;
    if (text.slice(start.end, span.start).trim() !== '') {
      spans.push({ kind: 'data-block', start: start.end, end: span.start });
    }
  }
  return spans;
}
