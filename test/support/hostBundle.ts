import { globSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { projectRoot } from './paths.ts';

/** A module with `run()` for the extension host, and the test files that it finds beside itself. */
export interface HostBundle {
  /** The module's source file, relative to the project's root. */
  readonly entry: string;
  /** A glob of further entries, relative to the project's root. */
  readonly tests?: string;
  /** Name of the folder in `out/` that receives the modules. */
  readonly folder: string;
}

// A bundled file would otherwise take `out/` for the place of its source and miss the files beside it.
const sourceUrls: Plugin = {
  name: 'source-urls',
  setup(builder) {
    builder.onLoad({ filter: /[\\/]test[\\/].*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll(
        /\bimport\.meta\.url\b/g,
        JSON.stringify(pathToFileURL(path).href),
      ),
      loader: 'ts',
    }));
  },
};

/** Bundles modules for the extension host to `out/FOLDER/*.cjs` and returns the entry's absolute path. */
export async function bundleForHost(bundle: HostBundle): Promise<string> {
  const outdir = join(projectRoot, 'out', bundle.folder);
  rmSync(outdir, { recursive: true, force: true });
  const tests = bundle.tests === undefined ? [] : globSync(bundle.tests, { cwd: projectRoot });
  await build({
    absWorkingDir: projectRoot,
    entryPoints: [bundle.entry, ...tests],
    entryNames: '[name]',
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node22',
    packages: 'external',
    external: ['vscode'],
    sourcemap: 'inline',
    plugins: [sourceUrls],
    logLevel: 'warning',
  });
  return join(outdir, `${basename(bundle.entry, '.ts')}.cjs`);
}

/** Bundles the tests of the host tier to `out/host/` and returns the path of their entry. */
export function bundleHostTests(): Promise<string> {
  return bundleForHost({ entry: 'test/host/entry.ts', tests: 'test/host/**/*.test.ts', folder: 'host' });
}
