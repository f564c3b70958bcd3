import * as vscode from 'vscode';

/** What a run keeps of the repository that its prompt lies in; null without one. */
export interface GitFacts {
  readonly commit: string | null;
  /** The document differs from that commit. */
  readonly modified: boolean | null;
}

const none: GitFacts = { commit: null, modified: null };

/** The part of VS Code's git extension (API version 1) that is used here. */
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): { getRepository(uri: vscode.Uri): Repository | null };
}

interface Repository {
  readonly state: {
    readonly HEAD: { readonly commit?: string } | undefined;
    readonly indexChanges: readonly Change[];
    readonly workingTreeChanges: readonly Change[];
    readonly untrackedChanges?: readonly Change[];
    readonly mergeChanges: readonly Change[];
  };
}

interface Change {
  readonly uri: vscode.Uri;
}

/** The commit that is checked out where a document lies, as VS Code's git extension knows it; waits for nothing. */
export function gitFactsOf(uri: vscode.Uri): GitFacts {
  const git = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (git?.isActive !== true || !git.exports.enabled) return none;
  const state = git.exports.getAPI(1).getRepository(uri)?.state;
  const commit = state?.HEAD?.commit;
  if (state === undefined || commit === undefined) return none;
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  const changes = [
    ...state.indexChanges,
    ...state.workingTreeChanges,
    ...state.mergeChanges,
    ...(state.untrackedChanges ?? []),
  ];
  const modified =
    open?.isDirty === true || changes.some((change) => change.uri.toString() === uri.toString());
  return { commit, modified };
}
