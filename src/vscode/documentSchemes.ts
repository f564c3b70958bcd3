import type * as vscode from 'vscode';

/** The schemes under which prompts are found: real, unsaved, remote and virtual files, notebook cells and user data. */
const schemes = [
  'file',
  'untitled',
  'vscode-remote',
  'vscode-vfs',
  'vscode-notebook-cell',
  'vscode-userdata',
];

/** Languages of documents that may be prompts; which of them are is decided by name and language together. */
const promptLanguages = ['prompt', 'instructions', 'chatagent', 'chatmode', 'skill', 'prompty', 'markdown'];

/** Languages whose strings may be prompts. */
export const codeLanguages: readonly string[] = [
  'python',
  'javascript',
  'javascriptreact',
  'typescript',
  'typescriptreact',
];

/** Selects documents that may be prompts or hold some. */
export const sourceSelector: vscode.DocumentSelector = schemes.flatMap((scheme) =>
  [...promptLanguages, ...codeLanguages].map((language) => ({ scheme, language })),
);

/** Selects every document under those schemes. */
export const textSelector: vscode.DocumentSelector = schemes.map((scheme) => ({ scheme }));

/** Whether documents of this scheme are looked at: not the output, settings editors and other made-up documents. */
export function isWatchedScheme(scheme: string): boolean {
  return schemes.includes(scheme);
}

/** Whether a document is a cell: it shares its path with its notebook, which is another text. */
export function isNotebookCell({ scheme }: Pick<vscode.Uri, 'scheme'>): boolean {
  return scheme === 'vscode-notebook-cell';
}
