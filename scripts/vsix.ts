import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Metafile } from 'esbuild';
import { projectRoot } from '../test/support/paths.ts';
import { runToEnd } from '../test/support/process.ts';
import { bundle } from './bundle.ts';

/** A packaged extension; sizes in bytes. */
export interface Vsix {
  readonly path: string;
  readonly bytes: number;
  /** `dist/extension.cjs`: what activation loads. */
  readonly activationBytes: number;
  /** The warnings that vsce printed. */
  readonly warnings: readonly string[];
}

/** Builds and packages the extension; rejects with vsce's output when that fails. */
export async function packageVsix(path = defaultPath()): Promise<Vsix> {
  const { entry } = await bundle({ dev: false });
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
    activationBytes: bytesOf(entry, 'dist/extension.cjs'),
    warnings: end.output.split('\n').filter((line) => /\bwarn(?:ing)?\b/i.test(line)),
  };
}

function defaultPath(): string {
  const manifest = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  return join(projectRoot, `prompt-tuner-${manifest.version}.vsix`);
}

function bytesOf({ outputs }: Metafile, path: string): number {
  const output = outputs[path];
  if (output === undefined) throw new Error(`${path} is not among the outputs`);
  return output.bytes;
}
