import * as vscode from 'vscode';
import { bodySpan } from '../../core/prompt/promptDocument.ts';
import type { RunPrompt } from '../../core/run/record.ts';
import { gitApi } from '../gitExtension.ts';
import { kindOfDocument } from '../promptSource.ts';

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
  const committed = await repository.show(commit, uri.fsPath).catch(() => null);
  return { commit, modified: committed === null || !(await holds(committed, prompt, uri)) };
}

async function holds(committed: string, { text, place }: RunPrompt, uri: vscode.Uri): Promise<boolean> {
  const plain = (of: string) => of.replaceAll('\r\n', '\n');
  if (place?.spans != null) return plain(committed).includes(plain(text));
  const document = await vscode.workspace.openTextDocument(uri);
  const { start, end } = bodySpan(committed, kindOfDocument(document));
  return plain(committed.slice(start, end)) === plain(text);
}
