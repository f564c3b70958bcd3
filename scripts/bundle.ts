import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type BuildResult, build as esbuild, type Metafile } from 'esbuild';
import { type BundleMode, hostOptions, webviewOptions } from './bundleOptions.ts';
import { thirdPartyNotices } from './notices.ts';
import { projectRoot } from './paths.ts';

/** The esbuild metafiles of one build; null where a part has no entry. */
export interface BundleResult {
  readonly host: Metafile | null;
  readonly webview: Metafile | null;
}

/**
 * Builds `dist/` (extension, webviews, icon font, notices) and writes the metafiles to `out/`; rejects with
 * esbuild's error list when the code does not build.
 */
export async function bundle(mode: BundleMode): Promise<BundleResult> {
  const host = await run(hostOptions(mode));
  const webview = await run(webviewOptions(mode));
  const files = new Map([...outputs(host), ...outputs(webview), ...iconFont()]);
  const metafiles = [host?.metafile, webview?.metafile].filter((metafile) => metafile !== undefined);
  files.set(
    join(projectRoot, 'dist/ThirdPartyNotices.txt'),
    Buffer.from(thirdPartyNotices(metafiles, ['@vscode/codicons'])),
  );
  writeDist(files);
  writeMetafile('host', host?.metafile);
  writeMetafile('webview', webview?.metafile);
  return { host: host?.metafile ?? null, webview: webview?.metafile ?? null };
}

async function run(options: ReturnType<typeof hostOptions>): Promise<BuildResult | null> {
  return options === null ? null : await esbuild(options);
}

/** The files that a build made, by absolute path. */
export function outputs(result: BuildResult | null): ReadonlyMap<string, Uint8Array> {
  return new Map((result?.outputFiles ?? []).map((file) => [file.path, file.contents]));
}

/** The icon font and its style sheet, by the absolute path that they get in `dist/webview`. */
export function iconFont(): ReadonlyMap<string, Uint8Array> {
  const source = join(projectRoot, 'node_modules/@vscode/codicons/dist');
  return new Map(
    ['codicon.css', 'codicon.ttf'].map((name) => [
      join(projectRoot, 'dist/webview', name),
      readFileSync(join(source, name)),
    ]),
  );
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

function writeMetafile(name: string, metafile: Metafile | undefined): void {
  if (metafile === undefined) return;
  writeChanged(
    new Map([[join(projectRoot, `out/meta-${name}.json`), Buffer.from(JSON.stringify(metafile))]]),
  );
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
