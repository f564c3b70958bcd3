import { homedir } from 'node:os';
import { basename, dirname, extname, relative, sep } from 'node:path';
import * as vscode from 'vscode';
import { isWatchedScheme } from '../documentSchemes.ts';

/**
 * The value of a variable that VS Code fills (“Variables reference” of its documentation), such as `file` or `env:HOME`;
 * null where there is none. Files are those of the active editor, and where that shows the prompt itself, of another
 * one in view. Commands are not run for a value, and the environment is read in trusted workspaces alone.
 */
export function predefinedValue(name: string, prompt: vscode.Uri): string | null {
  const [word = '', scope] = split(name);
  const editor = editorBeside(prompt);
  const uri = editor?.document.uri ?? prompt;
  const path = pathOf(uri);
  const folder =
    scope === undefined
      ? (vscode.workspace.getWorkspaceFolder(uri) ?? vscode.workspace.workspaceFolders?.[0])
      : vscode.workspace.workspaceFolders?.find((candidate) => candidate.name === scope);
  const root = folder === undefined ? null : pathOf(folder.uri);
  switch (word) {
    case 'userHome':
      return homedir();
    case 'workspaceFolder':
    case 'fileWorkspaceFolder':
    case 'cwd':
      return root;
    case 'workspaceFolderBasename':
    case 'fileWorkspaceFolderBasename':
      return root === null ? null : basename(root);
    case 'file':
      return path;
    case 'relativeFile':
      return root === null ? path : relative(root, path);
    case 'relativeFileDirname':
      return root === null ? dirname(path) : relative(root, dirname(path)) || '.';
    case 'fileBasename':
      return basename(path);
    case 'fileBasenameNoExtension':
      return basename(path, extname(path));
    case 'fileExtname':
      return extname(path);
    case 'fileDirname':
      return dirname(path);
    case 'fileDirnameBasename':
      return basename(dirname(path));
    case 'lineNumber':
      return editor === null ? null : String(editor.selection.active.line + 1);
    case 'columnNumber':
      return editor === null ? null : String(editor.selection.active.character + 1);
    case 'selection':
    case 'selectedText':
      return editor === null ? null : editor.document.getText(editor.selection) || null;
    case 'execPath':
      return process.execPath;
    case 'pathSeparator':
    case '/':
      return sep;
    case 'env':
      return vscode.workspace.isTrusted ? (process.env[scope ?? ''] ?? null) : null;
    case 'config':
      return scope === undefined ? null : configured(scope, uri);
    default:
      return null;
  }
}

function split(name: string): readonly string[] {
  const colon = name.indexOf(':');
  return colon < 0 ? [name] : [name.slice(0, colon), name.slice(colon + 1)];
}

function editorBeside(prompt: vscode.Uri): vscode.TextEditor | null {
  const isOther = ({ document: { uri } }: vscode.TextEditor) =>
    uri.toString() !== prompt.toString() && isWatchedScheme(uri.scheme);
  const active = vscode.window.activeTextEditor;
  if (active !== undefined && isOther(active)) return active;
  return vscode.window.visibleTextEditors.find(isOther) ?? null;
}

function pathOf(uri: vscode.Uri): string {
  return uri.scheme === 'file' || uri.scheme === 'vscode-remote' ? uri.fsPath : uri.path;
}

function configured(id: string, uri: vscode.Uri): string | null {
  const value: unknown = vscode.workspace.getConfiguration(undefined, uri).get(id);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : null;
}
