import { dirname, join } from 'node:path/posix';
import { type Import, importsOf, withoutComments, withoutTexts } from './imports.ts';

/** Source texts by their path relative to the project's root, such as `src/core/text.ts`. */
export type Sources = ReadonlyMap<string, string>;

/** A rule about the sources: each breach as `FILE: what is wrong`. */
export type LayerRule = (sources: Sources) => readonly string[];

type Layer = 'core' | 'adapters' | 'protocol' | 'common' | 'view' | 'vscode' | 'root';

function layerOf(path: string): Layer {
  if (path.startsWith('src/core/')) return 'core';
  if (path.startsWith('src/adapters/')) return 'adapters';
  if (path.startsWith('src/webview/common/')) return 'common';
  if (/^src\/webview\/[^/]+\//.test(path)) return 'view';
  if (path.startsWith('src/webview/')) return 'protocol';
  return path.startsWith('src/vscode/') ? 'vscode' : 'root';
}

const arrows: Readonly<Record<Layer, readonly Layer[]>> = {
  core: ['core'],
  adapters: ['core', 'adapters'],
  protocol: ['core', 'protocol'],
  common: ['core', 'protocol', 'common'],
  view: ['core', 'protocol', 'common', 'view'],
  vscode: ['core', 'protocol', 'adapters', 'vscode'],
  root: ['core', 'protocol', 'adapters', 'vscode'],
};

/** Imports between files keep to the arrows between layers, and nobody imports the composition root. */
export const keepsToArrows: LayerRule = (sources) =>
  eachImport(sources, (path, { from, kind }) => {
    const target = resolved(path, from);
    if (target === null) return null;
    const [here, there] = [layerOf(path), layerOf(target)];
    if (!arrows[here].includes(there)) return `imports ${target}`;
    if (here === 'view' && there === 'view' && dirnameOfView(path) !== dirnameOfView(target)) {
      return `imports ${target}, a part of another view`;
    }
    if (here === 'vscode' && there === 'adapters' && kind === 'value') {
      return `loads ${target} at once: import its types, its values by import()`;
    }
    return null;
  });

/** Packages and modules of Node stand only where a layer allows them. */
export const keepsPackagesOut: LayerRule = (sources) =>
  eachImport(sources, (path, { from }) => {
    if (from.startsWith('.')) return null;
    const layer = layerOf(path);
    const allowed =
      from === 'vscode'
        ? layer === 'vscode' || layer === 'root'
        : from.startsWith('node:')
          ? layer === 'adapters' || layer === 'vscode' || layer === 'root'
          : layer === 'adapters' || ((layer === 'common' || layer === 'view') && isViewPackage(from));
    return allowed ? null : `imports ${from}`;
  });

const impure =
  /(?<![\w$.])(?:Date|performance|process|crypto|setTimeout|setInterval|setImmediate|queueMicrotask|requestAnimationFrame|fetch|console)(?![\w$]|\s*[:?])|\bMath\s*\.\s*random\b|\bglobalThis\b/g;

/** The core has no clock, no timer, no randomness and no surroundings. */
export const keepsCorePure: LayerRule = (sources) =>
  [...sources].flatMap(([path, code]) =>
    layerOf(path) === 'core'
      ? [...new Set(withoutTexts(code).match(impure))].map((name) => `${path}: uses ${name}`)
      : [],
  );

/** No file only hands on what others export. */
export const hasNoBarrels: LayerRule = (sources) =>
  [...sources].flatMap(([path, code]) => {
    const reExport = /^[ \t]*export\b[^'"`;]*?\bfrom\s*['"][^'"]+['"];?/gm;
    const text = withoutComments(code);
    return reExport.test(text) && text.replaceAll(reExport, '').trim() === ''
      ? [`${path}: only re-exports`]
      : [];
  });

/** No file imports itself by way of others, types included. */
export const hasNoCycles: LayerRule = (sources) => {
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) found.push([...trail.slice(start), path].join(' → '));
    if (start >= 0 || done.has(path)) return;
    for (const { from } of importsOf(sources.get(path) ?? '')) {
      const target = resolved(path, from);
      if (target !== null && sources.has(target)) visit(target, [...trail, path]);
    }
    done.add(path);
  };
  for (const path of sources.keys()) visit(path, []);
  return found;
};

function eachImport(
  sources: Sources,
  breach: (path: string, found: Import) => string | null,
): readonly string[] {
  return [...sources].flatMap(([path, code]) =>
    importsOf(code).flatMap((found) => {
      const what = breach(path, found);
      return what === null ? [] : [`${path}: ${what}`];
    }),
  );
}

function resolved(path: string, from: string): string | null {
  return from.startsWith('.') ? join(dirname(path), from) : null;
}

function dirnameOfView(path: string): string {
  return path.split('/')[2] ?? '';
}

function isViewPackage(from: string): boolean {
  return /^(?:lit|lit-html|uplot|@vscode-elements\/elements)(?:\/|$)/.test(from);
}
