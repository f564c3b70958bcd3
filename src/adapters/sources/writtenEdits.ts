import type { TextEdit } from '../../core/prompt/mappedText.ts';
import type { CodeDocument } from '../literals/codeDocument.ts';
import { promptLiterals } from '../literals/codeLiterals.ts';
import type { Sensitivity } from '../literals/names.ts';
import { type WrittenBack, writeBack, writeBackEdits } from '../literals/writeBack.ts';

/** What a string in code is to become: a whole text, or edits of the text that the program sees. */
export type StringChange = { readonly text: string } | { readonly edits: readonly TextEdit[] };

/** The edits of the source after which the program's string is exactly as wanted; null where there is no such prompt. */
export function writtenEdits(
  document: CodeDocument,
  sensitivity: Sensitivity,
  identity: string,
  change: StringChange,
): WrittenBack | null {
  const found = promptLiterals(document, sensitivity).find((prompt) => prompt.identity === identity);
  if (found === undefined) return null;
  return 'text' in change
    ? writeBack(document, found.literal, change.text)
    : writeBackEdits(document, found.literal, change.edits);
}
