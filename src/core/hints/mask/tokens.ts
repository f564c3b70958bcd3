import type { MaskSpan, SpanKind } from './span.ts';

const boundary = /[\s`"<>()[\]{}“”‘’«»,;|]/;
const url =
  /^(?:[a-z][\w+.-]*:\/\/\S+|www\.\S+|mailto:\S+|(?:[\w-]+\.)+(?:com|org|net|io|dev|ai|gov|edu|co)(?:\/\S*)?)$/i;
const email = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/;
const variable =
  /^(?:\$\w+(?:[:.]\w+)*|%\w+%|#[A-Za-z][\w-]*(?::\S+)?|@[A-Za-z][\w./-]*|__[A-Z][A-Z0-9_]*__)$/;
const rooted = /^(?:\.{0,2}\/[\w.*~@-][\w./*~@+-]*|~\/\S*|[A-Za-z]:\\\S*)$/;
const nested = /^[\w.*@~+-]+(?:[/\\][\w.*@~+-]*){2,}$/;
const folder = /^[\w.@~-]+[/\\](?:[\w.*~-]+\.[A-Za-z]\w{0,7})?$/;
const file =
  /^(?:[\w.*-]*[\w*-])?\.(?:md|mdc|mdx|txt|json|jsonc|jsonl|ya?ml|toml|ini|env|csv|tsv|xml|html?|css|scss|less|jsx?|tsx?|mjs|cjs|vue|svelte|astro|py|ipynb|rb|rs|go|java|kt|swift|cs|csproj|sln|cpp|hpp|cc|c|h|php|sql|sh|bash|ps1|bat|tf|bicep|lock|log|cfg|conf|pdf|docx?|xlsx?|pptx?|png|jpe?g|gif|svg|webp|avif|mp3|mp4|wav|zip|gz|exe|dll|r|qmd|prompty|gitignore|dockerignore|editorconfig)$/i;

/** The address, path or variable that the word around this offset is, and where that word ends. */
export function readToken(
  text: string,
  at: number,
): { readonly end: number; readonly spans: readonly MaskSpan[] } {
  let start = at;
  while (start > 0 && !boundary.test(text.charAt(start - 1))) start--;
  let end = at + 1;
  while (end < text.length && !boundary.test(text.charAt(end))) end++;
  let from = start;
  let to = end;
  while (from < to && isWrapping(text.charAt(from))) from++;
  while (to > from && /[*.:!?'’~]/.test(text.charAt(to - 1))) to--;
  const kind = kindOf(text.slice(from, Math.min(to, from + 500)));
  return { end, spans: kind === null ? [] : [{ kind, start: from, end: to }] };
}

function isWrapping(character: string): boolean {
  return character === '*' || character === "'" || character === '’' || character === ':';
}

function kindOf(token: string): SpanKind | null {
  if (token.length < 2) return null;
  if (url.test(token) || email.test(token)) return 'url';
  if (variable.test(token)) return 'template';
  if (rooted.test(token) || nested.test(token) || folder.test(token) || file.test(token)) return 'path';
  return null;
}
