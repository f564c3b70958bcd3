import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Metafile } from 'esbuild';
import { runToEnd } from '../test/support/process.ts';
import { bundle } from './bundle.ts';
import { projectRoot } from './paths.ts';

/** A packaged extension; sizes in bytes. */
export interface Vsix {
  readonly path: string;
  readonly bytes: number;
  /** `dist/extension.js` with all that it imports statically: what activation loads. */
  readonly activationBytes: number;
  /** The warnings that vsce printed. */
  readonly warnings: readonly string[];
}

/** Builds and packages the extension; rejects with vsce's output when that fails. */
export async function packageVsix(path = defaultPath()): Promise<Vsix> {
  const { host } = await bundle({ dev: false });
  if (host === null) throw new Error('src/extension.ts is not there: nothing to package');
  mkdirSync(dirname(path), { recursive: true });
  const vsce = createRequire(import.meta.url).resolve('@vscode/vsce/vsce');
  const flags = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };
  const end = await runToEnd(process.execPath, [vsce, 'package', ...flags, '--out', path], {
    cwd: projectRoot,
    env,
  });
  if (end.code !== 0) throw new Error(`vsce could not package the extension:\n${end.output}`);
  return {
    path,
    bytes: statSync(path).size,
    activationBytes: staticBytes(host, 'dist/extension.js'),
    warnings: end.output.split('\n').filter((line) => /\bwarn(?:ing)?\b/i.test(line)),
  };
}

function defaultPath(): string {
  const manifest = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  return join(projectRoot, `prompt-tuner-${manifest.version}.vsix`);
}

// An output with all the outputs that it imports statically, each counted once.
function staticBytes(metafile: Metafile, entry: string): number {
  const seen = new Set([entry]);
  let bytes = 0;
  for (const path of seen) {
    const output = metafile.outputs[path];
    if (output === undefined) throw new Error(`${path} is not among the outputs`);
    bytes += output.bytes;
    for (const { path: imported, kind, external } of output.imports) {
      if (kind === 'import-statement' && external !== true) seen.add(imported);
    }
  }
  return bytes;
}
