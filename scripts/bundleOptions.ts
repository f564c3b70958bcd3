import { existsSync, globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { BuildOptions } from 'esbuild';
import { projectRoot } from './paths.ts';

/** What is built: `dev` keeps the code readable and adds source maps. */
export interface BundleMode {
  readonly dev: boolean;
}

const shared = (mode: BundleMode): BuildOptions => ({
  absWorkingDir: projectRoot,
  bundle: true,
  format: 'esm',
  splitting: true,
  minify: !mode.dev,
  sourcemap: mode.dev ? 'linked' : false,
  legalComments: 'none',
  metafile: true,
  write: false,
  logLevel: 'silent',
});

/** The esbuild options of the extension host's part, or null while it has no entry. */
export function hostOptions(mode: BundleMode): BuildOptions | null {
  const entry = 'src/extension.ts';
  if (!existsSync(join(projectRoot, entry))) return null;
  return {
    ...shared(mode),
    entryPoints: { extension: entry },
    outdir: 'dist',
    chunkNames: 'chunks/[name]-[hash]',
    platform: 'node',
    target: 'node22',
    mainFields: ['module', 'main'],
    external: ['vscode'],
  };
}

/** The esbuild options of all webviews (a shared chunk, one script and style sheet each), or null without any. */
export function webviewOptions(mode: BundleMode): BuildOptions | null {
  // A list, because a script and a style sheet of one name are two entries.
  const entryPoints: { in: string; out: string }[] = [];
  for (const file of globSync('src/webview/*/main.ts', { cwd: projectRoot })) {
    entryPoints.push({ in: file, out: basename(dirname(file)) });
  }
  for (const file of globSync('src/webview/*/*.css', { cwd: projectRoot })) {
    const name = basename(file, '.css');
    entryPoints.push({ in: file, out: name === 'main' ? basename(dirname(file)) : name });
  }
  if (entryPoints.length === 0) return null;
  return {
    ...shared(mode),
    entryPoints,
    outdir: 'dist/webview',
    chunkNames: 'chunks/[name]-[hash]',
    platform: 'browser',
    target: 'chrome128',
  };
}
