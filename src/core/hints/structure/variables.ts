import type { PromptDocument } from '../document.ts';
import { adviceAt, type Candidate, type DocumentRule, ruleFacts } from '../rule.ts';
import { wordSet } from '../vocabulary.ts';
import { type Variable, variablesOf } from './templates.ts';

const listKey = /^(?:inputs|input_variables|parameters|variables|arguments|params):[ \t]*(.*)$/;
const listItem = /^([ \t]+|(?=- ))(?:-[ \t]+)?(?:name:[ \t]*)?["']?([A-Za-z_]\w*)["']?(?:[ \t]*$|:|[ \t]*#)/;
// Names that hosts and template languages give themselves.
const given = wordSet(
  'loop self super range true false none item selection selectedText file fileBasename fileDirname workspaceFolder',
  'workspaceFolderBasename ARGUMENTS HOME PATH',
);

/** Variables that are declared and not used, or used and not declared. */
export const variables: DocumentRule = {
  info: ruleFacts('PT26', 'advice'),
  *find(document) {
    const declared = declaredIn(document);
    if (declared.length === 0) return;
    const used = [...variablesOf(document)].map((each) => ({ ...each, name: each.name.split('.')[0] ?? '' }));
    const usedNames = new Set(used.map(({ name }) => name));
    const anywhere = document.text.slice(document.mask.spans[0]?.end ?? 0);
    for (const each of declared) {
      if (!usedNames.has(each.name) && !new RegExp(`\\b${each.name}\\b`).test(anywhere))
        yield advice(each, 'unused');
    }
    const told = new Set([...given, ...declared.map(({ name }) => name)]);
    for (const each of used) {
      if (told.has(each.name) || !isPlain(document, each)) continue;
      told.add(each.name);
      yield advice(each, 'undeclared');
    }
  },
};

function advice({ name, start, end }: Variable, state: 'unused' | 'undeclared'): Candidate {
  return adviceAt(start, end - start, { variable: name, state });
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
    const [key, list = ''] = listKey.exec(line) ?? [];
    if (key !== undefined) {
      inList = true;
      indent = 0;
      const offset = end - list.length;
      for (const { index, 0: name } of list.matchAll(/[A-Za-z_]\w*/g)) add(name, offset + index);
      continue;
    }
    if (!/^[\s-]/.test(line)) inList = false;
    const [item, margin = '', name = ''] = listItem.exec(line) ?? [];
    if (!inList || item === undefined) continue;
    const depth = Math.max(margin.length, 1);
    indent ||= depth;
    if (depth === indent) add(name, start + line.indexOf(name, margin.length));
  }
  return found;
}
