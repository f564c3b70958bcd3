import { textLines } from '../textLines.ts';

/** A stretch of two texts: in both, only in the first, or only in the second. */
export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

// Beyond so many differing words the two have so little in common that marking it would help nobody.
const mostEdits = 2_000;

/**
 * How the first text becomes the second, by words and the white space between them: the fewest words removed and added
 * (E. W. Myers, “An O(ND) Difference Algorithm and Its Variations”, Algorithmica 1, 1986). Texts that differ in more
 * than 2,000 words are replaced as a whole.
 */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  return tokenDiff(wordsOf(before), wordsOf(after));
}

/** The same by lines, each with its end. */
export function lineDiff(before: string, after: string): readonly DiffPart[] {
  return tokenDiff(textLines(before), textLines(after));
}

function tokenDiff(a: readonly string[], b: readonly string[]): readonly DiffPart[] {
  const trail = editTrail(a, b);
  if (trail === null) return joined([part('removed', a.join('')), part('added', b.join(''))]);
  const parts: DiffPart[] = [];
  let [x, y] = [a.length, b.length];
  for (let edits = trail.length - 1; edits >= 0; edits--) {
    const reach = trail[edits] as Int32Array;
    const down = goesDown(reach, edits, x - y);
    const line = down ? x - y + 1 : x - y - 1;
    const fromX = edits === 0 ? 0 : at(reach, edits, line);
    const fromY = edits === 0 ? 0 : fromX - line;
    for (; x > fromX && y > fromY; x--, y--) parts.push(part('same', a[x - 1]));
    if (edits === 0) break;
    parts.push(down ? part('added', b[fromY]) : part('removed', a[fromX]));
    [x, y] = [fromX, fromY];
  }
  return joined(parts.reverse());
}

/** Whether the second text is the first with words taken out and none put in or moved. */
export function isTrimOf(before: string, after: string): boolean {
  const [left, kept] = [bareWords(before), bareWords(after)];
  let at = 0;
  for (const word of left) if (word === kept[at]) at += 1;
  return at === kept.length && kept.length < left.length;
}

/** Before each number of edits: how far along the first text each diagonal had come; null for too many edits. */
function editTrail(a: readonly string[], b: readonly string[]): readonly Int32Array[] | null {
  const trail: Int32Array[] = [];
  let reach = new Int32Array(3);
  for (let edits = 0; edits <= Math.min(a.length + b.length, mostEdits); edits++) {
    trail.push(reach);
    const next = new Int32Array(2 * edits + 5);
    for (let line = -edits; line <= edits; line += 2) {
      let x = 0;
      if (edits > 0) {
        x = goesDown(reach, edits, line) ? at(reach, edits, line + 1) : at(reach, edits, line - 1) + 1;
      }
      while (x < a.length && x - line < b.length && a[x] === b[x - line]) x += 1;
      next[line + edits + 2] = x;
      if (x >= a.length && x - line >= b.length) return trail;
    }
    reach = next;
  }
  return null;
}

// The row before holds diagonals from 1 − edits to edits − 1, with two places to spare on each side.
function at(reach: Int32Array, edits: number, line: number): number {
  return reach[line + edits + 1] ?? 0;
}

function goesDown(reach: Int32Array, edits: number, line: number): boolean {
  return line === -edits || (line !== edits && at(reach, edits, line - 1) < at(reach, edits, line + 1));
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu) ?? [];
}

function bareWords(text: string): readonly string[] {
  return text.match(/[^\s.,;:!?]+/g) ?? [];
}

function part(kind: DiffPart['kind'], text: string | undefined): DiffPart {
  return { kind, text: text ?? '' };
}

function joined(parts: readonly DiffPart[]): readonly DiffPart[] {
  const all: DiffPart[] = [];
  for (const { kind, text } of parts) {
    const last = all.at(-1);
    if (text === '') continue;
    if (last?.kind === kind) all[all.length - 1] = { kind, text: last.text + text };
    else all.push({ kind, text });
  }
  return all;
}
