import { applyEdits, type TextEdit } from '../../core/prompt/mappedText.ts';
import type { Span } from '../../core/prompt/promptDocument.ts';
import { editsBetweenHoles } from './alignHoles.ts';
import { type CodeDocument, editCode } from './codeDocument.ts';
import type { Literal } from './literal.ts';
import { literalAt } from './literalAt.ts';
import { sourceEdits } from './sourceEdits.ts';

/** The edits of the source, or why there are none: a hole would be touched, or these quotes can’t hold the text. */
export type WrittenBack =
  | { readonly edits: readonly TextEdit[] }
  | { readonly refused: 'hole' | 'not-expressible' };

/** The edits after which the program’s string is exactly `text`: quotes, indentation and holes stay. */
export function writeBack(document: CodeDocument, literal: Literal, text: string): WrittenBack {
  const edits = editsBetweenHoles(literal.text.text, text, holesOf(literal));
  return edits === null ? { refused: 'hole' } : writeBackEdits(document, literal, edits);
}

/**
 * The edits of the source that make these edits of the literal’s text. The result is parsed and read back: where the
 * smallest edits would change more than they should, everything between two holes is written anew, and where that does
 * not help either, nothing is. The edits are in order and don’t overlap.
 */
export function writeBackEdits(
  document: CodeDocument,
  literal: Literal,
  edits: readonly TextEdit[],
): WrittenBack {
  const holes = holesOf(literal);
  const touchesHole = edits.some((edit) =>
    holes.some(({ start, end }) => edit.start < end && start < edit.end && edit.end > edit.start),
  );
  const splitsHole = edits.some((edit) =>
    holes.some(({ start, end }) => start < edit.start && edit.start < end),
  );
  if (touchesHole || splitsHole) return { refused: 'hole' };
  for (const isCareful of [false, true]) {
    const wanted = isCareful ? wholeSegments(literal, edits) : edits;
    const found = allSourceEdits(document, literal, wanted, isCareful);
    if (found !== null && isRead(document, literal, edits, found)) return { edits: found };
  }
  return { refused: 'not-expressible' };
}

function holesOf({ text: { pieces } }: Literal): readonly Span[] {
  return pieces
    .filter(({ kind }) => kind === 'hole')
    .map(({ at, length }) => ({ start: at, end: at + length }));
}

function allSourceEdits(
  document: CodeDocument,
  literal: Literal,
  edits: readonly TextEdit[],
  isCareful: boolean,
): readonly TextEdit[] | null {
  const lineEnd = document.text.indexOf('\n');
  const lineBreak = document.text[lineEnd - 1] === '\r' ? '\r\n' : '\n';
  const found = edits.map((edit) => sourceEdits(literal, edit, lineBreak, isCareful));
  if (!found.every((part) => part !== null)) return null;
  const flat = found.flat().filter((edit) => edit.end > edit.start || edit.text !== '');
  const inOrder = flat.every((edit, index) => index === 0 || (flat[index - 1]?.end ?? 0) <= edit.start);
  return inOrder ? flat : null;
}

/** The edits made as wide as what stands between two holes. */
function wholeSegments(literal: Literal, edits: readonly TextEdit[]): readonly TextEdit[] {
  const { text } = literal.text;
  const holes = holesOf(literal);
  return Array.from({ length: holes.length + 1 }, (_, index): TextEdit | null => {
    const [start, end] = [holes[index - 1]?.end ?? 0, holes[index]?.start ?? text.length];
    const inside = edits.filter((edit) => start <= edit.start && edit.end <= end);
    if (inside.length === 0) return null;
    const moved = inside.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
    return { start, end, text: applyEdits(text.slice(start, end), moved) };
  }).filter((edit) => edit !== null);
}

function isRead(
  document: CodeDocument,
  literal: Literal,
  edits: readonly TextEdit[],
  found: readonly TextEdit[],
): boolean {
  const next = editCode(document, found);
  const end = literal.span.end + next.text.length - document.text.length;
  const read = literalAt(next, { start: literal.span.start, end }, literal.formatting);
  const wanted = applyEdits(literal.text.text, edits);
  return read !== null && read.text.text === wanted && holesOf(read).length === holesOf(literal).length;
}
