import * as vscode from 'vscode';

/** Where the extension host runs: `local`, VS Code’s name of the remote such as `ssh-remote`, or `server`. */
export function currentPlace(): string {
  const { remoteName } = vscode.env;
  if (remoteName === undefined) return 'local';
  // A VS Code server without a resolver goes by its address, whose port changes with each start.
  return /[.:]/.test(remoteName) ? 'server' : remoteName;
}
