import * as vscode from 'vscode';
import { gitApi } from '../gitExtension.ts';

/** What a run keeps of the repository that its prompt lies in; null without one. */
export interface GitFacts {
  readonly commit: string | null;
  /** The document differs from that commit. */
  readonly modified: boolean | null;
}

const none: GitFacts = { commit: null, modified: null };

/** The commit that is checked out where a document lies, as VS Code's git extension knows it; waits for nothing. */
export function gitFactsOf(uri: vscode.Uri): GitFacts {
  const state = gitApi()?.getRepository(uri)?.state;
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
