/** What a document is to the extension, decided by its language and name. */
export type PromptKind =
  | 'prompt'
  | 'instructions'
  | 'agent'
  | 'skill'
  | 'claude-md'
  | 'prompty'
  | 'markdown'
  | 'text'
  | 'code';

/** What a prompt is sent as. */
export type Role = 'user' | 'system';

/** A range of UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const kindOfLanguage: Readonly<Record<string, PromptKind>> = {
  prompt: 'prompt',
  instructions: 'instructions',
  chatagent: 'agent',
  chatmode: 'agent',
  skill: 'skill',
  prompty: 'prompty',
};

// The names that VS Code 1.139 gives these languages by; older versions call them all markdown.
const kindOfName: readonly (readonly [RegExp, PromptKind])[] = [
  [/\.prompt\.(?:md|txt)$/, 'prompt'],
  [/\.prompty$/, 'prompty'],
  [/\.instructions\.md$/, 'instructions'],
  [/(?:^|\/)copilot-instructions\.md$/, 'instructions'],
  [/(?:^|\/)\.claude\/rules\/.*\.md$/, 'instructions'],
  [/\.(?:agent|chatmode)\.md$/, 'agent'],
  [/(?:^|\/)\.claude\/agents\/[^/]*\.md$/, 'agent'],
  [/(?:^|\/)\.claude\/commands\/.*\.md$/, 'prompt'],
  [/(?:^|\/)skill\.md$/, 'skill'],
  [/(?:^|\/)(?:claude|claude\.local|agents)\.md$/, 'claude-md'],
];

/** What a document is, by its language id and, for Markdown and plain text, its path with either kind of slash. */
export function promptKindOf(document: { readonly languageId: string; readonly path: string }): PromptKind {
  const { languageId } = document;
  if (Object.hasOwn(kindOfLanguage, languageId)) return kindOfLanguage[languageId] ?? 'code';
  if (languageId !== 'markdown' && languageId !== 'plaintext') return 'code';
  const path = document.path.replaceAll('\\', '/').toLowerCase();
  const named = kindOfName.find(([pattern]) => pattern.test(path));
  return named?.[1] ?? (languageId === 'markdown' ? 'markdown' : 'text');
}

/** What a document of this kind is sent as: instructions to a model are its system prompt, the rest a user's message. */
export function roleOf(kind: PromptKind): Role {
  switch (kind) {
    case 'instructions':
    case 'agent':
    case 'skill':
    case 'claude-md':
      return 'system';
    default:
      return 'user';
  }
}

/** Whether the whole document can be run as a prompt; in code only a selection can. */
export function isPromptDocument(kind: PromptKind): boolean {
  return kind !== 'code';
}

/** Whether the document is a prompt by its very kind, so that it gets the line above it; other texts may be anything. */
export function showsCodeLens(kind: PromptKind): boolean {
  return kind !== 'markdown' && kind !== 'text' && kind !== 'code';
}

const fenced = /^(---[ \t]*\r?\n)((?:[\s\S]*?\r?\n)?)---[ \t]*(?:\r?\n|$)/;
// What a map of YAML can begin with, after blank lines and comments: a key, quoted or not, a brace.
const mapStart =
  /^(?:[ \t]*(?:#.*)?\r?\n)*(?:$|[ \t]*(?:\{|"[^"\n]*"[ \t]*:|'[^'\n]*'[ \t]*:|[^\s:][^:\n]*:(?:\s|$)))/;

/** The YAML between the fences of a document’s front matter, or null where it has none: two rules around prose are text. */
export function frontMatterSpan(text: string, kind: PromptKind): Span | null {
  if (kind === 'text' || kind === 'code') return null;
  const bom = text.startsWith('\u{feff}') ? 1 : 0;
  const [, open = '', yaml = ''] = fenced.exec(text.slice(bom)) ?? [];
  if (open === '' || !mapStart.test(yaml)) return null;
  const start = bom + open.length;
  return { start, end: start + yaml.length };
}

/**
 * The part of a document that is sent: without byte order mark, without YAML front matter and the blank lines below it.
 * Front matter that is never closed is text; a document with nothing else is empty.
 */
export function bodySpan(text: string, kind: PromptKind): Span {
  const start = text.startsWith('\u{feff}') ? 1 : 0;
  const yaml = frontMatterSpan(text, kind);
  if (yaml === null) return { start, end: text.length };
  const after = text.slice(yaml.end).replace(/^---[ \t]*\r?\n?/, '');
  const blank = /^(?:[ \t]*\r?\n)*(?:[ \t]*$)?/.exec(after);
  return { start: text.length - after.length + (blank?.[0].length ?? 0), end: text.length };
}

/** The name that a document goes by in the panel: its file name, with its folder where many files share the name. */
export function promptTitle(path: string, kind: PromptKind): string {
  const parts = path.replaceAll('\\', '/').split('/').filter(Boolean);
  const shared = kind === 'skill' || kind === 'claude-md';
  return parts.slice(shared ? -2 : -1).join('/');
}
