import { parser as scriptParser } from '@lezer/javascript';
import { parser as pythonParser } from '@lezer/python';

type LRParser = typeof pythonParser;

/** A language whose string literals are read, by VS Code’s language id. */
export type CodeLanguage = 'python' | 'javascript' | 'javascriptreact' | 'typescript' | 'typescriptreact';

const parsers: Readonly<Record<CodeLanguage, LRParser>> = {
  python: pythonParser,
  javascript: scriptParser.configure({ dialect: 'jsx' }),
  javascriptreact: scriptParser.configure({ dialect: 'jsx' }),
  typescript: scriptParser.configure({ dialect: 'ts' }),
  typescriptreact: scriptParser.configure({ dialect: 'ts jsx' }),
};

/** The language of a document, or null where its strings are not read. */
export function codeLanguageOf(languageId: string): CodeLanguage | null {
  return Object.hasOwn(parsers, languageId) ? (languageId as CodeLanguage) : null;
}

/** The incremental parser of a language. */
export function parserOf(language: CodeLanguage): LRParser {
  return parsers[language];
}
