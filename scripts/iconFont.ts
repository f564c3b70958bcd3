import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { projectRoot } from '../test/support/paths.ts';

const source = join(projectRoot, 'node_modules/@vscode/codicons/dist');
const rule = /^\.codicon-([a-z0-9-]+):before \{ content: "\\([0-9a-f]+)" \}\n/gm;

/** The icon font and its style sheet with the icons that the pages name and no others, by the absolute path that they get in `dist/webview`. */
export async function iconFont(): Promise<ReadonlyMap<string, Uint8Array>> {
  const used = usedIcons();
  const css = readFileSync(join(source, 'codicon.css'), 'utf8');
  const codes = new Map(Array.from(css.matchAll(rule), ([, name = '', code = '']) => [name, code]));
  const missing = [...used].filter((name) => !codes.has(name));
  if (missing.length > 0) throw new Error(`The icon font has no ${missing.join(', ')}`);
  const text = String.fromCodePoint(...[...used].map((name) => Number.parseInt(codes.get(name) ?? '', 16)));
  const font = readFileSync(join(source, 'codicon.ttf'));
  return new Map<string, Uint8Array>([
    [
      join(projectRoot, 'dist/webview/codicon.css'),
      Buffer.from(css.replaceAll(rule, (line, name: string) => (used.has(name) ? line : ''))),
    ],
    [
      join(projectRoot, 'dist/webview/codicon.ttf'),
      await subsetFont(font, text, { targetFormat: 'truetype' }),
    ],
  ]);
}

/** Names of the icons in the sources of the pages: classes, and icons of buttons. */
function usedIcons(): ReadonlySet<string> {
  const files = globSync('src/webview/**/*.{ts,css}', { cwd: projectRoot });
  const texts = files.map((path) => readFileSync(join(projectRoot, path), 'utf8'));
  const names = texts.flatMap((text) => [...text.matchAll(/\bcodicon-([a-z0-9-]+)|\bicon="([a-z0-9-]+)"/g)]);
  const used = new Set(names.map(([, inClass, ofButton]) => inClass ?? ofButton ?? ''));
  used.delete('modifier-spin');
  return used;
}
