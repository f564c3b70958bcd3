import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type BuildResult, build as esbuild, type Metafile } from 'esbuild';
import { projectRoot } from '../test/support/paths.ts';
import { type BundleMode, entryOptions, hostOptions, webviewOptions } from './bundleOptions.ts';
import { iconFont } from './iconFont.ts';
import { thirdPartyNotices } from './notices.ts';
import { rankFile } from './tokenRanks.ts';

/** The esbuild metafiles of one build. */
export interface BundleResult {
  /** The file that VS Code loads. */
  readonly entry: Metafile;
  /** Everything else of the extension host. */
  readonly host: Metafile;
  readonly webview: Metafile;
}

/** Builds `dist/` (extension, webviews, icon font, notices); rejects with esbuild's error list when the code does not build. */
export async function bundle(mode: BundleMode): Promise<BundleResult> {
  const parts = {
    entry: await esbuild(entryOptions(mode)),
    host: await esbuild(hostOptions(mode)),
    webview: await esbuild(webviewOptions(mode)),
  };
  const built = Object.values(parts).flatMap((part) => [...outputs(part)]);
  const files = new Map([...built, ...(await iconFont()), ...(await rankFile())]);
  const metafiles = Object.values(parts).map(({ metafile }) => metafile);
  files.set(
    join(projectRoot, 'dist/ThirdPartyNotices.txt'),
    Buffer.from(thirdPartyNotices(metafiles, ['@vscode/codicons'])),
  );
  writeDist(files);
  const { entry, host, webview } = parts;
  return { entry: entry.metafile, host: host.metafile, webview: webview.metafile };
}

/** The files that a build made, by absolute path. */
export function outputs({
  outputFiles = [],
}: Pick<BuildResult, 'outputFiles'>): ReadonlyMap<string, Uint8Array> {
  return new Map(outputFiles.map((file) => [file.path, file.contents]));
}

/** Writes files that differ from what stands there. */
export function writeChanged(files: ReadonlyMap<string, Uint8Array>): void {
  for (const [path, contents] of files) {
    if (readOrNull(path)?.equals(contents) === true) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, contents);
  }
}

// Not emptied first: a VS Code that has the extension open would lose the chunks it has not loaded yet.
function writeDist(files: ReadonlyMap<string, Uint8Array>): void {
  writeChanged(files);
  const dist = join(projectRoot, 'dist');
  for (const entry of globSync('**', { cwd: dist, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !files.has(path)) rmSync(path);
  }
}

function readOrNull(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

/** A path for people: relative to the project's root. */
export function shown(path: string): string {
  return relative(projectRoot, path);
}
