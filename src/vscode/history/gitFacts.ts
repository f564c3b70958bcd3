import * as vscode from 'vscode';
import { bodySpan } from '../../core/prompt/promptDocument.ts';
import type { RunPrompt } from '../../core/run/record.ts';
import { kindOfDocument } from '../promptSource.ts';

/** What a run keeps of the repository that its prompt lies in; null without one. */
export interface GitFacts {
  readonly commit: string | null;
  /** The prompt's text differs from the one in that commit. */
  readonly modified: boolean | null;
}

const none: GitFacts = { commit: null, modified: null };

/** The part of VS Code's git extension (API version 1) that is used here. */
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): { getRepository(uri: vscode.Uri): Repository | null };
}

interface Repository {
  readonly state: { readonly HEAD: { readonly commit?: string } | undefined };
  /** The text of a file in a commit; rejects where it is not in it. */
  show(ref: string, path: string): Promise<string>;
}

/**
 * The commit that is checked out where a prompt's document lies, as VS Code's git extension knows it. Whether the prompt
 * differs is told from the texts: the extension hears of changed files only some time later.
 */
export async function gitFactsOf(uri: vscode.Uri, prompt: RunPrompt): Promise<GitFacts> {
  const git = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (git?.isActive !== true || !git.exports.enabled) return none;
  const repository = git.exports.getAPI(1).getRepository(uri);
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
