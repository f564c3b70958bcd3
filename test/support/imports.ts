/** One import of a TypeScript source. */
export interface Import {
  readonly from: string;
  /** `type`: erased when it is compiled; `dynamic`: loaded when it is reached. */
  readonly kind: 'value' | 'type' | 'dynamic';
}

const lexeme =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`|(?<=[(,=:[!&|?{};\n]\s*|return\s+)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/\w*/g;

/** The code without its comments. */
export function withoutComments(code: string): string {
  return code.replaceAll(lexeme, (found) => (/^\/[/*]/.test(found) ? ' ' : found));
}

/** The code without its comments, its strings and its regular expressions: names alone. */
export function withoutTexts(code: string): string {
  return code.replaceAll(lexeme, (found) => (found.startsWith('`') ? placeholders(found) : ' '));
}

// What stands in a template's ${…} is code.
function placeholders(template: string): string {
  return [...template.matchAll(/\$\{([\s\S]*?)\}/g)]
    .map(([, code]) => ` ${withoutTexts(code ?? '')} `)
    .join('');
}

const statement =
  /^[ \t]*(?:import|export)\b([^'"`;]*?)\bfrom\s*['"]([^'"]+)['"]|^[ \t]*import\s*['"]([^'"]+)['"]/gm;
const call = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** All imports and re-exports of a source, in their order, calls of `import()` last. */
export function importsOf(code: string): readonly Import[] {
  const text = withoutComments(code);
  const found: Import[] = [];
  for (const [, names = '', named, bare] of text.matchAll(statement)) {
    found.push({ from: named ?? bare ?? '', kind: isErased(names) ? 'type' : 'value' });
  }
  for (const { 0: whole, 1: from = '', index } of text.matchAll(call)) {
    const isType =
      /typeof\s*$|[:<|&]\s*$/.test(text.slice(0, index)) && text.charAt(index + whole.length) === '.';
    found.push({ from, kind: isType || /typeof\s*$/.test(text.slice(0, index)) ? 'type' : 'dynamic' });
  }
  return found;
}

function isErased(names: string): boolean {
  if (/^\s*type\b(?!\s*,)/.test(names)) return true;
  const list = /^\s*\{([^}]*)\}\s*$/.exec(names)?.[1];
  const items = (list ?? '').split(',').filter((item) => item.trim() !== '');
  return items.length > 0 && items.every((item) => /^\s*type\s/.test(item));
}
