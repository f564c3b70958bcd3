/**
 * Names that VS Code fills in `${…}`: "Variables reference" and "Use prompt files" of its documentation, those with a
 * scope (`${env:NAME}`) by their first word.
 */
export const predefinedNames: ReadonlySet<string> = new Set([
  'userHome',
  'workspaceFolder',
  'workspaceFolderBasename',
  'file',
  'fileWorkspaceFolder',
  'fileWorkspaceFolderBasename',
  'relativeFile',
  'relativeFileDirname',
  'fileBasename',
  'fileBasenameNoExtension',
  'fileExtname',
  'fileDirname',
  'fileDirnameBasename',
  'cwd',
  'lineNumber',
  'columnNumber',
  'selectedText',
  'selection',
  'execPath',
  'defaultBuildTask',
  'pathSeparator',
  '/',
  'env',
  'config',
  'command',
]);
