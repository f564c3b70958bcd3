import { globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { BuildOptions, Plugin } from 'esbuild';
import { projectRoot } from '../test/support/paths.ts';
import { ranksApart } from './tokenRanks.ts';

/** What is built: `dev` keeps the code readable and adds source maps. */
export interface BundleMode {
  readonly dev: boolean;
}

/** Options of a build whose files and metafile are handed back and not written. */
export type BundleOptions = BuildOptions & { readonly metafile: true; readonly write: false };

const shared = (mode: BundleMode): BundleOptions => ({
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

/** What VS Code loads: one CommonJS file, since an ES module costs its start several turns of a busy loop. */
export function entryOptions(mode: BundleMode): BundleOptions {
  return {
    ...shared(mode),
    ...host,
    entryPoints: { extension: 'src/extension.ts' },
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    splitting: false,
    external: ['vscode', './start.js'],
    plugins: [startApart],
  };
}

/** Everything else of the extension host, in chunks: what starts right after the entry, what that loads, the worker. */
export function hostOptions(mode: BundleMode): BundleOptions {
  return {
    ...shared(mode),
    ...host,
    entryPoints: { start: 'src/vscode/start.ts', historyWorker: 'src/adapters/history/historyWorker.ts' },
    chunkNames: 'chunks/[name]-[hash]',
    mainFields: ['module', 'main'],
    // What the package gives to Node is CommonJS, whose `require` an ES module does not have.
    alias: { yaml: join(projectRoot, 'node_modules/yaml/browser/index.js') },
    external: ['vscode'],
    plugins: [ranksApart],
  };
}

const host = {
  outdir: 'dist',
  platform: 'node',
  target: 'node22',
  // By its table esbuild takes Node for older: it would make these expressions anew each time they are used.
  supported: { 'regexp-unicode-property-escapes': true },
} as const;

const startApart: Plugin = {
  name: 'start apart',
  setup(build) {
    build.onResolve({ filter: /\/start\.ts$/ }, () => ({ path: './start.js', external: true }));
  },
};

/** The esbuild options of all webviews (a shared chunk, one script and style sheet each). */
export function webviewOptions(mode: BundleMode): BundleOptions {
  // A list, because a script and a style sheet of one name are two entries.
  const entryPoints: { in: string; out: string }[] = [];
  for (const file of globSync('src/webview/*/main.ts', { cwd: projectRoot })) {
    entryPoints.push({ in: file, out: basename(dirname(file)) });
  }
  for (const file of globSync('src/webview/*/*.css', { cwd: projectRoot })) {
    const name = basename(file, '.css');
    entryPoints.push({ in: file, out: name === 'main' ? basename(dirname(file)) : name });
  }
  return {
    ...shared(mode),
    entryPoints,
    outdir: 'dist/webview',
    chunkNames: 'chunks/[name]-[hash]',
    platform: 'browser',
    target: 'chrome128',
  };
}
