import type { TextEdit } from '../../core/prompt/mappedText.ts';
import type { Span } from '../../core/prompt/promptDocument.ts';

/**
 * The edits that make `after` of `before` without touching the holes, one at most between two of them; null where
 * `after` does not hold all of the holes, in their order and as they are written.
 */
export function editsBetweenHoles(
  before: string,
  after: string,
  holes: readonly Span[],
): readonly TextEdit[] | null {
  const places = placesOf(before, after, holes);
  if (places === null) return null;
  const edits: TextEdit[] = [];
  for (let index = 0; index <= holes.length; index++) {
    const [from, to] = [holes[index - 1]?.end ?? 0, holes[index]?.start ?? before.length];
    const [newFrom, newTo] = [places[index - 1]?.end ?? 0, places[index]?.start ?? after.length];
    const edit = oneEdit(before.slice(from, to), after.slice(newFrom, newTo));
    if (edit !== null) edits.push({ start: from + edit.start, end: from + edit.end, text: edit.text });
  }
  return edits;
}

// What stands in the part that both texts begin or end with stands still; the rest is looked for in order.
function placesOf(before: string, after: string, holes: readonly Span[]): readonly Span[] | null {
  const { start, endBefore, endAfter } = commonEnds(before, after);
  const shift = endAfter - endBefore;
  const places: Span[] = [];
  let at = 0;
  for (const hole of holes) {
    const written = before.slice(hole.start, hole.end);
    let place = -1;
    if (hole.end <= start) place = hole.start;
    else if (hole.start >= endBefore) place = hole.start + shift;
    if (place < at) place = after.indexOf(written, at);
    if (place < 0) return null;
    at = place + written.length;
    places.push({ start: place, end: at });
  }
  return places;
}

function oneEdit(before: string, after: string): TextEdit | null {
  if (before === after) return null;
  const { start, endBefore, endAfter } = commonEnds(before, after);
  return { start, end: endBefore, text: after.slice(start, endAfter) };
}

interface CommonEnds {
  /** Length of the common start. */
  readonly start: number;
  /** Where the common end begins in each. */
  readonly endBefore: number;
  readonly endAfter: number;
}

function commonEnds(before: string, after: string): CommonEnds {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  if (isInsidePair(before, start) || isInsidePair(after, start)) start -= 1;
  let length = 0;
  while (
    length < shorter - start &&
    before[before.length - 1 - length] === after[after.length - 1 - length]
  ) {
    length += 1;
  }
  if (
    length > 0 &&
    (isInsidePair(before, before.length - length) || isInsidePair(after, after.length - length))
  ) {
    length -= 1;
  }
  return { start, endBefore: before.length - length, endAfter: after.length - length };
}

function isInsidePair(text: string, at: number): boolean {
  return /^[\u{d800}-\u{dbff}]$/u.test(text[at - 1] ?? '') && /^[\u{dc00}-\u{dfff}]$/u.test(text[at] ?? '');
}
