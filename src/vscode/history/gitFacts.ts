import * as vscode from 'vscode';
import { bodySpan } from '../../core/prompt/promptDocument.ts';
import type { RunPrompt } from '../../core/run/record.ts';
import { isNotebookCell } from '../documentSchemes.ts';
import { gitApi } from '../gitExtension.ts';
import { kindOfDocument } from '../promptSource.ts';
import { foundInText } from '../sources/foundIn.ts';
import { textOfFound } from '../sources/promptParts.ts';

/** What a run keeps of the repository that its prompt lies in; null without one. */
export interface GitFacts {
  readonly commit: string | null;
  /** The prompt's text differs from the one in that commit. */
  readonly modified: boolean | null;
}

const none: GitFacts = { commit: null, modified: null };

/**
 * The commit that is checked out where a prompt's document lies, as VS Code's git extension knows it. Whether the prompt
 * differs is told from the texts: the extension hears of changed files only some time later.
 */
export async function gitFactsOf(uri: vscode.Uri, prompt: RunPrompt): Promise<GitFacts> {
  const repository = gitApi()?.getRepository(uri);
  const commit = repository?.state.HEAD?.commit;
  if (repository == null || commit === undefined) return none;
  // A notebook's file holds no cell as it stands.
  if (isNotebookCell(uri)) return { commit, modified: null };
  const committed = await repository.show(commit, uri.fsPath).catch(() => null);
  return { commit, modified: committed === null || !(await holdsPrompt(committed, prompt, uri)) };
}

/** Whether a version of a prompt's document holds the prompt as it was run; line ends are no difference. */
export async function holdsPrompt(
  version: string,
  { text, place }: Pick<RunPrompt, 'text' | 'place'>,
  uri: vscode.Uri,
): Promise<boolean> {
  const plain = (of: string) => of.replaceAll('\r\n', '\n');
  if (place?.spans != null && place.part === undefined) return plain(version).includes(plain(text));
  const document = await vscode.workspace.openTextDocument(uri);
  if (place?.part !== undefined) {
    // What the program sees of a string may stand nowhere in its file.
    const { prompts } = await foundInText(document, version);
    const there = prompts.find(({ identity }) => identity === place.part);
    return there !== undefined && plain(textOfFound(there, version)) === plain(text);
  }
  const { start, end } = bodySpan(version, kindOfDocument(document));
  return plain(version.slice(start, end)) === plain(text);
}
