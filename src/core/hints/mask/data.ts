import type { LineShape } from './line.ts';
import { type Flags, type ShapedLines, spanOfLines } from './shapedLines.ts';
import type { MaskSpan } from './span.ts';

const mostLines = 200;
const leastRun = 3;

/** JSON without fences, and runs of lines that are YAML or CSV. */
export function dataSpans(shaped: ShapedLines, opaque: Flags): readonly MaskSpan[] {
  const { lines, shapes } = shaped;
  const spans: MaskSpan[] = [];
  const isFree = (i: number) => opaque[i] !== 1 && shapes[i]?.blank === false;
  for (let i = 0; i < lines.length; ) {
    if (isFree(i) && shapes[i]?.json === true) {
      const last = jsonEnd(shaped, opaque, i);
      spans.push(spanOfLines('data', lines, i, last));
      i = last + 1;
      continue;
    }
    const end = runEnd(shapes, isFree, i);
    if (end - i >= leastRun) spans.push(spanOfLines('data', lines, i, end - 1));
    i = Math.max(i + 1, end);
  }
  return spans;
}

/** Last line of the value that begins on this line; where it never closes, the last line of the paragraph. */
function jsonEnd({ text, lines, shapes }: ShapedLines, opaque: Flags, from: number): number {
  let depth = 0;
  let inString = false;
  for (let i = from; i < Math.min(lines.length, from + mostLines) && opaque[i] !== 1; i++) {
    const { start, end } = lines[i] ?? { start: 0, end: 0 };
    for (let at = start; at < end; at++) {
      const character = text.charCodeAt(at);
      if (character === 0x22) inString = !inString;
      else if (character === 0x5c) at++;
      else if (inString) continue;
      else if (character === 0x7b || character === 0x5b) depth++;
      else if (character === 0x7d || character === 0x5d) depth--;
    }
    inString = false;
    if (depth <= 0) return i;
  }
  let last = from;
  while (shapes[last + 1]?.blank === false && opaque[last + 1] !== 1) last++;
  return last;
}

function runEnd(shapes: readonly LineShape[], isFree: (i: number) => boolean, from: number): number {
  const first = shapes[from];
  if (first === undefined || !isFree(from)) return from;
  let end = from + 1;
  if (first.yaml) {
    while (isFree(end) && shapes[end]?.yaml === true) end++;
  } else if (first.commas >= 2) {
    while (isFree(end) && shapes[end]?.commas === first.commas) end++;
  }
  return end;
}
