import { type ChangedRange, Tree, TreeFragment } from '@lezer/common';
import { applyEdits, type TextEdit } from '../../core/prompt/mappedText.ts';
import { promptWords } from '../../core/prompt/promptWords.ts';
import { allAtOnce, type Steps } from '../turns.ts';
import { type CodeLanguage, parserOf } from './languages.ts';
import { movesBetween, takingLongSums } from './longSums.ts';

/** A version of a document in code, parsed as soon as it may hold a prompt. */
export interface CodeDocument {
  readonly language: CodeLanguage;
  readonly text: string;
  /** Empty where the text is not parsed. */
  readonly tree: Tree;
  /** What the next version’s parse may take over; null where the text is not parsed. */
  readonly fragments: readonly TreeFragment[] | null;
}

/** Length of what {@link parserInput} looks at as one. */
const sequence = 3;

// The grammar of JavaScript ends a string at an escaped line break of two characters. With both changed places it does
// not, and all offsets stay.
function parserInput(text: string): string {
  return text.replaceAll('\\\r\n', '\\\n ');
}

/** Parses a document, unless it holds none of the words without which there is no prompt. */
export function parseCode(language: CodeLanguage, text: string): CodeDocument {
  return allAtOnce(parseSteps(language, text));
}

/** Parses a document as {@link parseCode} does. */
export function* parseSteps(language: CodeLanguage, text: string): Steps<CodeDocument> {
  return promptWords.test(text)
    ? yield* parsed(language, text, [])
    : { language, text, tree: Tree.empty, fragments: null };
}

function* parsed(language: CodeLanguage, text: string, kept: readonly TreeFragment[]): Steps<CodeDocument> {
  const parse = parserOf(language).startParse(parserInput(text), kept);
  const letSumsGrow = takingLongSums(parse);
  let tree: Tree | null = null;
  for (let move = 1; tree === null; move++) {
    tree = parse.advance();
    if (move % movesBetween > 0) continue;
    letSumsGrow();
    yield;
  }
  return { language, text, tree, fragments: TreeFragment.addTree(tree, kept) };
}

/**
 * Parses the next version of a document: what the edits did not touch is taken over. The edits are in order and don’t
 * overlap; `text` is what they make, where the caller has it.
 */
export function editCode(
  document: CodeDocument,
  edits: readonly TextEdit[],
  text = applyEdits(document.text, edits),
): CodeDocument {
  return allAtOnce(editSteps(document, edits, text));
}

/** Parses the next version of a document as {@link editCode} does. */
export function* editSteps(
  { language, fragments }: CodeDocument,
  edits: readonly TextEdit[],
  text: string,
): Steps<CodeDocument> {
  if (fragments === null) {
    const isPlain = !edits.some((edit) => bringsWord(text, edit, edits));
    return isPlain ? { language, text, tree: Tree.empty, fragments } : yield* parsed(language, text, []);
  }
  const changes: ChangedRange[] = [];
  let shift = 0;
  for (const { start, end, text: inserted } of edits) {
    const fromB = start + shift;
    const room = Math.min(sequence, start, fromB);
    const last = changes.at(-1);
    const isApart = last === undefined || start - room > last.toA;
    if (!isApart) changes.pop();
    changes.push({
      fromA: isApart ? start - room : last.fromA,
      toA: end + sequence,
      fromB: isApart ? fromB - room : last.fromB,
      toB: fromB + inserted.length + sequence,
    });
    shift += inserted.length - (end - start);
  }
  const kept = TreeFragment.applyChanges(fragments, changes);
  return yield* parsed(language, text, kept);
}

/** Longer than the words, with room for what may stand inside them. */
const surroundings = 40;

/** Whether one of the words stands where an edit was made. */
function bringsWord(text: string, { start, text: inserted }: TextEdit, edits: readonly TextEdit[]): boolean {
  const shift = edits
    .filter((edit) => edit.start < start)
    .reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0);
  const from = start + shift;
  return promptWords.test(
    text.slice(Math.max(0, from - surroundings), from + inserted.length + surroundings),
  );
}
