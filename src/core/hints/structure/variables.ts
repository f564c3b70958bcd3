import type { PromptDocument } from '../document.ts';
import { type Candidate, type DocumentRule, ruleFacts } from '../rule.ts';
import { type Variable, variablesOf } from './templates.ts';

const listKey = /^(?:inputs|input_variables|parameters|variables|arguments|params):[ \t]*(.*)$/;
// Names that hosts and template languages give themselves.
const given: ReadonlySet<string> = new Set(
  'loop self super range true false none item selection selectedText file fileBasename fileDirname workspaceFolder workspaceFolderBasename ARGUMENTS HOME PATH'.split(
    ' ',
  ),
);

/** Variables that are declared and not used, or used and not declared. */
export const variables: DocumentRule = {
  info: ruleFacts('PT26', 'advice'),
  *find(document) {
    const declared = declaredIn(document);
    if (declared.length === 0) return;
    const used = [...variablesOf(document)];
    const names = new Set(declared.map(({ name }) => name));
    const usedNames = new Set(used.map(({ name }) => name.split('.')[0] ?? name));
    const anywhere = document.text.slice(document.mask.spans[0]?.end ?? 0);
    for (const each of declared) {
      if (!usedNames.has(each.name) && !new RegExp(`\\b${each.name}\\b`).test(anywhere))
        yield advice(each, 'unused');
    }
    const told = new Set<string>();
    for (const each of used) {
      const name = each.name.split('.')[0] ?? each.name;
      if (names.has(name) || given.has(name) || told.has(name) || !isPlain(document, each)) continue;
      told.add(name);
      yield advice(each, 'undeclared');
    }
  },
};

function advice({ name, start, end }: Variable, state: 'unused' | 'undeclared'): Candidate {
  return { tier: 'advice', start, end, replacement: null, data: { variable: name, state } };
}

/** Other forms than double braces belong to the host, which asks for them by itself. */
function isPlain({ text }: PromptDocument, { start }: Variable): boolean {
  return text.startsWith('{{', start) && !/\{%[-~]?\s*(?:for|set|macro)\b/.test(text);
}

/** What the front matter declares: the keys of a map, or the items of a list. */
function declaredIn({ text, lines, mask }: PromptDocument): readonly Variable[] {
  const [front] = mask.spans;
  if (front?.kind !== 'front-matter') return [];
  const found: Variable[] = [];
  const add = (name: string, start: number) => found.push({ name, start, end: start + name.length });
  let inList = false;
  let indent = 0;
  for (const { start, end } of lines) {
    if (end > front.end) break;
    const line = text.slice(start, end);
    const key = listKey.exec(line);
    if (key !== null) {
      inList = true;
      indent = 0;
      const offset = start + line.length - (key[1]?.length ?? 0);
      for (const item of (key[1] ?? '').matchAll(/[A-Za-z_]\w*/g)) add(item[0], offset + item.index);
      continue;
    }
    const nested =
      /^([ \t]+|(?=- ))(?:-[ \t]+)?(?:name:[ \t]*)?["']?([A-Za-z_]\w*)["']?(?:[ \t]*$|:|[ \t]*#)/.exec(line);
    if (!/^[\s-]/.test(line)) inList = false;
    if (!inList || nested === null) continue;
    const depth = (nested[1] ?? '').length;
    if (indent === 0) indent = Math.max(depth, 1);
    if (Math.max(depth, 1) === indent) add(nested[2] ?? '', start + line.indexOf(nested[2] ?? '', depth));
  }
  return found;
}
