import { textLines } from '../../core/textLines.ts';

/** A replacement in a text: UTF-16 offsets, end exclusive. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

// How many lines, of both texts together, may lie before the next one that both have.
const reach = 40;

/** Replacements that make one text of another, in order: small ones, line by line, so that cursors stay where they are. */
export function lineEdits(before: string, after: string): readonly TextChange[] {
  const old = textLines(before);
  const made = textLines(after);
  const changes: TextChange[] = [];
  let i = 0;
  let j = 0;
  let offset = 0;
  const replace = (oldLines: number, madeLines: number): void => {
    const from = old.slice(i, i + oldLines).join('');
    const to = made.slice(j, j + madeLines).join('');
    if (from !== to) changes.push(trimmed(from, to, offset));
    i += oldLines;
    j += madeLines;
    offset += from.length;
  };
  while (i < old.length || j < made.length) {
    const [gone, come] = untilCommon(old, made, i, j);
    // Where as many lines came as went, each stands for the old one in its place.
    if (gone === come) for (let n = 0; n < gone; n++) replace(1, 1);
    else replace(gone, come);
    while (i < old.length && old[i] === made[j]) replace(1, 1);
  }
  return changes;
}

// How many lines of each text lie before the next common one, the fewest.
function untilCommon(
  old: readonly string[],
  made: readonly string[],
  i: number,
  j: number,
): readonly [number, number] {
  for (let sum = 0; sum <= reach; sum++) {
    for (let gone = 0; gone <= sum; gone++) {
      const line = old[i + gone];
      if (line === undefined || made[j + sum - gone] !== line) continue;
      // A blank line is found everywhere and says nothing of the place.
      if (sum === 0 || line.trim() !== '') return [gone, sum - gone];
    }
  }
  return [old.length - i, made.length - j];
}

function trimmed(from: string, to: string, offset: number): TextChange {
  const most = Math.min(from.length, to.length);
  let head = 0;
  while (head < most && from[head] === to[head]) head += 1;
  while (tears(from, head) || tears(to, head)) head -= 1;
  let tail = 0;
  while (tail < most - head && from.at(-1 - tail) === to.at(-1 - tail)) tail += 1;
  while (tears(from, from.length - tail) || tears(to, to.length - tail)) tail -= 1;
  return { start: offset + head, end: offset + from.length - tail, text: to.slice(head, to.length - tail) };
}

// Whether a cut here would part a pair of surrogates or a line break of two characters.
function tears(text: string, at: number): boolean {
  return /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)$/.test(text.slice(Math.max(0, at - 1), at + 1));
}
