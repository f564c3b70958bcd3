import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { projectRoot } from '../test/support/paths.ts';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/**
 * The text of `ThirdPartyNotices.txt`: name, version and licence of every package of which the metafiles hold
 * a byte, and of those in `copied`; throws when a package has no licence text.
 */
export function thirdPartyNotices(metafiles: readonly Metafile[], copied: readonly string[]): string {
  const folders = new Set(copied.map((name) => `node_modules/${name}`));
  for (const metafile of metafiles) {
    for (const output of Object.values(metafile.outputs)) {
      for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
        const folder = packageFolder(input);
        if (folder !== null && bytesInOutput > 0) folders.add(folder);
      }
    }
  }
  const sections = [...folders].sort().map(section);
  const heading = 'Prompt Tuner for Claude contains the following third-party packages.';
  return `${[heading, ...sections].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

function packageFolder(input: string): string | null {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? null;
}

function section(folder: string): string {
  const path = join(projectRoot, folder);
  const manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as Manifest;
  const texts = readdirSync(path)
    .filter((name) => /^(?:licen[cs]e|copying)/i.test(name))
    .sort()
    .map((name) => readFileSync(join(path, name), 'utf8').trim());
  if (texts.length === 0)
    throw new Error(`${manifest.name} ${manifest.version} has no licence text in ${folder}`);
  return [`${manifest.name} ${manifest.version} (${manifest.license ?? 'see below'})`, ...texts].join('\n\n');
}
