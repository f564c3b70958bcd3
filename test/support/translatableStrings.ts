import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parser } from '@lezer/javascript';
import { rules } from '../../src/core/hints/rules.ts';
import { metricTexts } from '../../src/vscode/output/metricTexts.ts';
import { projectRoot } from './paths.ts';

const typeScript = parser.configure({ dialect: 'ts' });
const translators = new Set(['t', 'l10n.t', 'vscode.l10n.t']);

/** Every English text that the extension hands to VS Code's `l10n.t`: literals, and the tables that are read by key. */
export function translatableStrings(): ReadonlySet<string> {
  const texts = globSync('src/**/*.ts', { cwd: projectRoot }).flatMap((file) =>
    literalsIn(readFileSync(join(projectRoot, file), 'utf8')),
  );
  const ruleTexts = rules.flatMap(({ title, why, evidence }) => [title, why, evidence]);
  const numberTexts = Object.values(metricTexts).flatMap(({ label, hover, absentWhen }) => [
    label,
    hover,
    absentWhen,
  ]);
  return new Set([...texts, ...ruleTexts, ...numberTexts].filter((text) => /\p{L}/u.test(text)));
}

function literalsIn(source: string): readonly string[] {
  if (!source.includes('l10n')) return [];
  const found: string[] = [];
  typeScript.parse(source).iterate({
    enter: ({ name, node }) => {
      if (name !== 'CallExpression') return;
      const called = node.firstChild;
      const text = node.getChild('ArgList')?.getChild('String') ?? null;
      if (called === null || text === null || !translators.has(source.slice(called.from, called.to))) return;
      if (text.prevSibling?.name === '(') found.push(stringOf(source.slice(text.from, text.to)));
    },
  });
  return found;
}

/** What a quoted literal without line breaks stands for. */
function stringOf(literal: string): string {
  const inner = literal.slice(1, -1).replaceAll("\\'", "'");
  return JSON.parse(`"${inner.replaceAll(/(?<!\\)"/g, '\\"')}"`) as string;
}
