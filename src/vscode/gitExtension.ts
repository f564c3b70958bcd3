import * as vscode from 'vscode';

/** The part of VS Code's git extension (API version 1) that is used here. */
export interface GitApi {
  getRepository(uri: vscode.Uri): Repository | null;
  openRepository?(root: vscode.Uri): Promise<Repository | null>;
}

/** A repository as the git extension knows it. */
export interface Repository {
  readonly rootUri: vscode.Uri;
  readonly state: { readonly HEAD: { readonly name?: string; readonly commit?: string } | undefined };
  /** The text of a file at a branch, tag or commit; rejects where there is none. */
  show(ref: string, path: string): Promise<string>;
  getRefs(query: { readonly sort?: 'committerdate' }): Promise<readonly GitRef[]>;
  getMergeBase(one: string, other: string): Promise<string | undefined>;
}

/** A branch or a tag. */
export interface GitRef {
  /** 0: branch, 1: branch of a remote, 2: tag. */
  readonly type: number;
  readonly name?: string;
  readonly commit?: string;
}

interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

/** The git extension's API where it is there and running; null else. Waits for nothing. */
export function gitApi(): GitApi | null {
  const git = vscode.extensions.getExtension<GitExtension>('vscode.git');
  return git?.isActive === true && git.exports.enabled ? git.exports.getAPI(1) : null;
}

/** The repository that a document lies in, started and opened where needed; null without one. */
export async function repositoryOf(uri: vscode.Uri): Promise<Repository | null> {
  await vscode.extensions.getExtension<GitExtension>('vscode.git')?.activate();
  const api = gitApi();
  const known = api?.getRepository(uri) ?? null;
  const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  if (known !== null || api === null || folder === undefined) return known;
  return (await api.openRepository?.(folder)) ?? null;
}
