import { type Piece, pieceAt, type TextEdit } from '../../core/prompt/mappedText.ts';
import type { Slot } from './draft.ts';
import { encode } from './encode.ts';
import type { Literal } from './literal.ts';

/** The edits of the source that a change of a literal’s text takes; null where there is no place for it, or a hole is in the way. */
export function sourceEdits(
  literal: Literal,
  edit: TextEdit,
  lineBreak: string,
  isCareful: boolean,
): readonly TextEdit[] | null {
  const wide = withWholeEscapes(literal, edit);
  const covered = coveredPieces(literal, wide);
  if (covered.some(({ kind }) => kind === 'hole')) return null;
  const { margin } = literal;
  const before = literal.text.text[wide.start - 1] ?? '';
  const after = literal.text.text[wide.end] ?? '';
  const write = ({ form }: Slot, text: string): string =>
    encode(text, { form, lineBreak, margin, before, after, isCareful });
  if (covered.length === 0) {
    const place = insertionPlace(literal, wide.start);
    if (place === null) return null;
    const written = write(place.slot, wide.text);
    // At the end of a line there is nothing that the margin could go before.
    const surplus = wide.text.endsWith('\n') && (after === '' || after === '\n') ? margin.length : 0;
    return [{ start: place.at, end: place.at, text: written.slice(0, written.length - surplus) }];
  }
  const bySlot = new Map<Slot, { start: number; end: number }>();
  for (const piece of covered) {
    const slot = literal.slots.find(({ start, end }) => start <= piece.start && piece.end <= end);
    if (slot === undefined) return null;
    const range = bySlot.get(slot);
    bySlot.set(slot, { start: range?.start ?? piece.start, end: piece.end });
  }
  const last = [...bySlot.keys()].at(-1);
  return Array.from(bySlot, ([slot, { start, end }], index): TextEdit => {
    const text = index === 0 ? wide.text : '';
    // The white space that a dedent takes belongs to the line: it goes where the line’s start goes.
    const gapEnd = slot === last ? gapAfter(literal, wide, slot, end) : end;
    const keepsGap = gapEnd > end && text.endsWith('\n');
    const written = write(slot, text);
    return keepsGap
      ? { start, end, text: written.slice(0, written.length - margin.length) }
      : { start, end: gapEnd, text: written };
  });
}

/** An edit that begins or ends inside an escape sequence, made to cover it whole. */
function withWholeEscapes({ text: { text, pieces } }: Literal, edit: TextEdit): TextEdit {
  const first = pieces[pieceAt(pieces, edit.start)];
  const startsInside =
    first !== undefined &&
    first.kind === 'escape' &&
    first.at < edit.start &&
    edit.start < first.at + first.length;
  const start = startsInside ? first.at : edit.start;
  const last = pieces[pieceAt(pieces, edit.end - 1)];
  const lastEnd = last === undefined ? edit.end : last.at + last.length;
  const endsInside = last?.kind === 'escape' && edit.end < lastEnd && (edit.end > edit.start || startsInside);
  const end = endsInside ? lastEnd : edit.end;
  return { start, end, text: text.slice(start, edit.start) + edit.text + text.slice(edit.end, end) };
}

/** The pieces that an edit covers, those that stand as they are cut to it. */
function coveredPieces({ text: { pieces } }: Literal, { start, end }: TextEdit): readonly Piece[] {
  const covered: Piece[] = [];
  for (let index = Math.max(0, pieceAt(pieces, start)); index < pieces.length; index++) {
    const piece = pieces[index];
    if (piece === undefined || piece.at >= end) break;
    const [from, to] = [Math.max(start, piece.at), Math.min(end, piece.at + piece.length)];
    if (from >= to) continue;
    const isSame = piece.kind === 'same';
    covered.push({
      ...piece,
      start: isSame ? piece.start + from - piece.at : piece.start,
      end: isSame ? piece.start + to - piece.at : piece.end,
    });
  }
  return covered;
}

interface Place {
  readonly slot: Slot;
  readonly at: number;
}

/** Where text that goes in at an offset is written: behind what stands before it, at the start of a line before what comes next. */
function insertionPlace({ text: { text, pieces }, slots }: Literal, offset: number): Place | null {
  const before = offset === 0 ? undefined : pieces[pieceAt(pieces, offset - 1)];
  const after = pieces[pieceAt(pieces, offset)];
  if (before !== undefined && before === after) {
    return placeIn(slots, before.start + offset - before.at);
  }
  const next = after !== undefined && after.at === offset ? after : undefined;
  const isLineStart = text[offset - 1] === '\n';
  const places = [
    before === undefined || before.kind === 'hole' ? null : placeIn(slots, before.end),
    next === undefined || next.kind === 'hole' ? null : placeIn(slots, next.start),
  ];
  if (isLineStart) places.reverse();
  const [near, far] = places;
  if (near != null || far != null) return near ?? far ?? null;
  const [from, to] = [before?.end ?? 0, next?.start ?? Number.POSITIVE_INFINITY];
  const slot = slots.find(({ start, end }) => from <= start && end <= to);
  return slot === undefined ? null : { slot, at: slot.start };
}

function placeIn(slots: readonly Slot[], at: number): Place | null {
  const slot = slots.find(({ start, end }) => start <= at && at <= end);
  return slot === undefined ? null : { slot, at };
}

/** The end of the white space behind an edit that ends with a line break, where the program takes it away; else `end`. */
function gapAfter({ text: { text, pieces } }: Literal, edit: TextEdit, slot: Slot, end: number): number {
  if (text[edit.end - 1] !== '\n') return end;
  const next = pieces[pieceAt(pieces, edit.end)];
  return next !== undefined && next.at === edit.end && next.start <= slot.end ? next.start : end;
}
