import type { TextEdit } from '../../core/prompt/mappedText.ts';
import { type CodeDocument, editSteps, parseSteps } from '../literals/codeDocument.ts';
import { codeLanguageOf } from '../literals/languages.ts';
import { inTurns } from '../turns.ts';

/**
 * The text parsed, in turns: from the version before where there is one, whose subtrees are taken over as far as the text
 * is the same. Null where the strings of this language are not read, or as soon as the text is not wanted any more.
 */
export async function keepParsed(
  languageId: string,
  text: string,
  before: CodeDocument | null,
  isWanted: () => boolean,
): Promise<CodeDocument | null> {
  const language = codeLanguageOf(languageId);
  if (language === null) return null;
  if (before === null || before.language !== language) return inTurns(parseSteps(language, text), isWanted);
  if (before.text === text) return before;
  return inTurns(editSteps(before, [changeBetween(before.text, text)], text), isWanted);
}

/** The one edit that makes one text of another: all between what both begin and what both end with. */
function changeBetween(before: string, after: string): TextEdit {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  let tail = 0;
  const left = most - head;
  while (
    tail < left &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail += 1;
  return { start: head, end: before.length - tail, text: after.slice(head, after.length - tail) };
}
