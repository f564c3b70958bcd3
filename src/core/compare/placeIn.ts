import { type DiffPart, lineDiff, wordDiff } from './wordDiff.ts';

/** A stretch of characters. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Characters that two texts have in common, and what stands around them in both. */
interface Common {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/**
 * Where a stretch of a text stands in another version of it, with the same line ends: where all of it stands once, else
 * from its own first to its own last characters or between what surrounds it, by lines and then by the words of a changed
 * line. Null where both changed, or nothing is left of it.
 */
export function placeIn(text: string, { start, end }: Stretch, other: string): Stretch | null {
  const own = text.slice(start, end);
  const at = other.indexOf(own);
  if (at >= 0 && other.indexOf(own, at + 1) < 0) return { start: at, end: at + own.length };
  const common = commonOf(lineDiff(text, other));
  const place = {
    start: placeOf(start, 'start', text, other, common),
    // The end of a line belongs to it.
    end: placeOf(end + lineEndAt(text, end), 'end', text, other, common),
  };
  if (place.start === null || place.end === null) return null;
  return trimmedLike(own, { start: place.start, end: place.end }, other);
}

/** Without space at an end where the text itself has none; null where nothing else is left. */
function trimmedLike(own: string, { start, end }: Stretch, other: string): Stretch | null {
  const found = other.slice(start, end);
  if (found.trim() === '') return null;
  const before = /^\s/.test(own) ? 0 : found.length - found.trimStart().length;
  const after = /\s$/.test(own) ? 0 : found.length - found.trimEnd().length;
  return { start: start + before, end: end - after };
}

type Side = 'start' | 'end';

function placeOf(
  at: number,
  side: Side,
  text: string,
  other: string,
  common: readonly Common[],
): number | null {
  const known = placeBeside(at, side, common);
  if (known !== null) return known;
  const before = common.findLast(({ from, length }) => from + length <= at);
  const after = common.find(({ from }) => from >= at);
  const [from, to] = [ends(before?.from, before), ends(before?.to, before)];
  const change = text.slice(from, after?.from ?? text.length);
  const changed = other.slice(to, after?.to ?? other.length);
  if (changed === '') return to;
  // Space that two lines share tells nothing of where one is in the other.
  const words = commonOf(wordDiff(change, changed)).filter((part) =>
    /[\p{L}\p{N}]/u.test(change.slice(part.from, part.from + part.length)),
  );
  const within = placeBeside(at - from, side, words) ?? edgeOf(at, side, text, changed);
  return within === null ? null : to + within;
}

function lineEndAt(text: string, at: number): number {
  return /^\r?\n/.exec(text.slice(at, at + 2))?.[0].length ?? 0;
}

/** Its own characters first, then those next to it. */
function placeBeside(at: number, side: Side, common: readonly Common[]): number | null {
  const starts = common.find(({ from, length }) => from <= at && at < from + length);
  const ends = common.find(({ from, length }) => from < at && at <= from + length);
  const found = side === 'start' ? (starts ?? ends) : (ends ?? starts);
  return found === undefined ? null : found.to + at - found.from;
}

// Nothing surrounds the text as a whole.
function edgeOf(at: number, side: Side, text: string, changed: string): number | null {
  if (side === 'start') return at === 0 ? 0 : null;
  return at === text.length ? changed.length : null;
}

function ends(place: number | undefined, part: Common | undefined): number {
  return (place ?? 0) + (part?.length ?? 0);
}

function commonOf(parts: readonly DiffPart[]): readonly Common[] {
  let [from, to] = [0, 0];
  return parts.flatMap(({ kind, text: { length } }) => {
    const here = { from, to, length };
    if (kind !== 'added') from += length;
    if (kind !== 'removed') to += length;
    return kind === 'same' ? [here] : [];
  });
}
