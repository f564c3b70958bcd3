import type { Flags, ShapedLines } from './shapedLines.ts';
import type { MaskSpan } from './span.ts';

/** HTML comments outside opaque lines, and the lines that lie in one as a whole. One that is never closed ends with its line. */
export function commentSpans(
  { text, lines, shapes }: ShapedLines,
  opaque: Flags,
): { readonly spans: readonly MaskSpan[]; readonly whole: readonly number[] } {
  const spans: MaskSpan[] = [];
  const whole: number[] = [];
  let reached = 0;
  let last = text.lastIndexOf('-->');
  if (!text.includes('<!--')) return { spans, whole };
  lines.forEach(({ start, end }, i) => {
    if (reached >= end && reached > start) whole.push(i);
    if (opaque[i] === 1 || shapes[i]?.comment !== true) return;
    let at = text.indexOf('<!--', Math.max(start, reached));
    while (at !== -1 && at < end) {
      const close = at < last ? text.indexOf('-->', at + 4) : -1;
      reached = close === -1 ? end : close + 3;
      spans.push({ kind: 'comment', start: at, end: reached });
      if (close === -1) last = -1;
      at = text.indexOf('<!--', reached);
    }
  });
  return { spans, whole };
}
