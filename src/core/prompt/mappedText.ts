import type { Span } from './promptDocument.ts';

/**
 * A stretch of a text and where it stands in the source. `same` stands there character by character; `escape` is
 * written in another way (an escape sequence, a line break of two characters); `hole` is an expression that the program
 * fills in.
 */
export interface Piece extends Span {
  readonly kind: 'same' | 'escape' | 'hole';
  /** Offset in the text. */
  readonly at: number;
  /** Length in the text. */
  readonly length: number;
}

/** A text as a program sees it, with its way back to the source: the pieces cover the text, in the order of both. */
export interface MappedText {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** A change of a text: what stands in the span becomes `text`. */
export interface TextEdit extends Span {
  readonly text: string;
}

/** An edit that a program makes to a text of its own; `hole` marks what the program fills in later. */
export interface ProgramEdit extends TextEdit {
  readonly hole?: boolean;
}

/** The text with the edits applied; they are in order and don’t overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** A text that stands in the source as it is, from `start` on. */
export function sameText(text: string, start: number): MappedText {
  if (text === '') return { text, pieces: [] };
  return { text, pieces: [{ kind: 'same', at: 0, length: text.length, start, end: start + text.length }] };
}

/** The texts one after the other. */
export function joinMapped(parts: readonly MappedText[]): MappedText {
  const pieces: Piece[] = [];
  let at = 0;
  for (const part of parts) {
    for (const piece of part.pieces) pieces.push({ ...piece, at: piece.at + at });
    at += part.text.length;
  }
  return { text: parts.map(({ text }) => text).join(''), pieces };
}

/** The part of a text between two of its offsets; a piece that is not `same` stays whole if any of it is inside. */
export function sliceMapped({ text, pieces }: MappedText, start: number, end: number): MappedText {
  const kept: Piece[] = [];
  for (let i = Math.max(0, pieceAt(pieces, start)); i < pieces.length; i += 1) {
    const piece = pieces[i];
    if (piece === undefined || piece.at >= end) break;
    const from = Math.max(start, piece.at);
    const to = Math.min(end, piece.at + piece.length);
    if (from >= to) continue;
    const inside =
      piece.kind === 'same'
        ? { start: piece.start + from - piece.at, end: piece.start + to - piece.at }
        : { start: piece.start, end: piece.end };
    kept.push({ kind: piece.kind, at: from - start, length: to - from, ...inside });
  }
  return { text: text.slice(start, end), pieces: kept };
}

/**
 * The text after edits that the program makes itself (removed indentation, resolved braces), still with its way back.
 * The edits are in order and don't overlap; what they put in stands for the source of what it replaces.
 */
export function editMapped(mapped: MappedText, edits: readonly ProgramEdit[]): MappedText {
  const parts: MappedText[] = [];
  let at = 0;
  for (const edit of edits) {
    parts.push(sliceMapped(mapped, at, edit.start));
    if (edit.text !== '') {
      const { start, end } = sourceSpan(mapped, edit);
      const kind = edit.hole === true ? 'hole' : 'escape';
      parts.push({ text: edit.text, pieces: [{ kind, at: 0, length: edit.text.length, start, end }] });
    }
    at = edit.end;
  }
  parts.push(sliceMapped(mapped, at, mapped.text.length));
  return joinMapped(parts);
}

/** Where the characters of a span of the text stand in the source; an empty span stands before the next character. */
export function sourceSpan(mapped: MappedText, span: Span): Span {
  const { pieces, text } = mapped;
  const first = pieces[pieceAt(pieces, Math.min(span.start, text.length - 1))];
  if (first === undefined) return { start: 0, end: 0 };
  const inside = span.start - first.at;
  if (span.start >= text.length) return { start: first.end, end: first.end };
  const start = first.kind === 'same' ? first.start + inside : first.start;
  if (span.end <= span.start) return { start, end: start };
  const last = pieces[pieceAt(pieces, span.end - 1)] ?? first;
  return { start, end: last.kind === 'same' ? last.start + span.end - last.at : last.end };
}

/** Index of the piece that holds the character at `offset`; -1 before the first. */
export function pieceAt(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pieces[middle]?.at ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
