import { parser as scriptParser } from '@lezer/javascript';
import { parser as pythonParser } from '@lezer/python';
import { keepingActions } from './keptActions.ts';

type LRParser = typeof pythonParser;

/** A language whose string literals are read, by VS Code’s language id. */
export type CodeLanguage = 'python' | 'javascript' | 'javascriptreact' | 'typescript' | 'typescriptreact';

const javascript = ofDialect(scriptParser, 'jsx');

const parsers: Readonly<Record<CodeLanguage, LRParser>> = {
  python: ofDialect(pythonParser, ''),
  javascript,
  javascriptreact: javascript,
  typescript: ofDialect(scriptParser, 'ts'),
  typescriptreact: ofDialect(scriptParser, 'ts jsx'),
};

// What `configure` returns was filled by `Object.assign`, and V8 looks the many fields of such an object up by their
// names. Made in one go they have places, which makes parsing a third faster; made in the same way, all parsers share
// them.
function ofDialect(parser: LRParser, dialect: string): LRParser {
  const configured = parser.configure({ dialect, wrap: keepingActions() });
  return Object.create(Object.getPrototypeOf(configured), Object.getOwnPropertyDescriptors(configured));
}

/** The language of a document, or null where its strings are not read. */
export function codeLanguageOf(languageId: string): CodeLanguage | null {
  return Object.hasOwn(parsers, languageId) ? (languageId as CodeLanguage) : null;
}

/** The incremental parser of a language. */
export function parserOf(language: CodeLanguage): LRParser {
  return parsers[language];
}
