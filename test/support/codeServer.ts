import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { projectRoot } from './paths.ts';
import { runToEnd } from './process.ts';

/** The npm package that holds VS Code's workbench and server; this version is VS Code 1.139.1. */
const version = '4.139.1';

/** The cache of everything that is downloaded for tests. */
const defaultCache = join(projectRoot, '.vscode-test');

/**
 * Path of VS Code's server folder, installed into the cache by npm when it is not there yet (about 20 s, once);
 * rejects with npm's last lines when that fails.
 */
export async function ensureCodeServer(cache = defaultCache): Promise<string> {
  const target = join(cache, 'code-server');
  if (!isComplete(target)) {
    console.log(`Installing the VS Code server (code-server ${version}, once, about 20 s) …`);
    const fresh = join(cache, `code-server-${process.pid}`);
    try {
      await install(fresh);
      moveInto(fresh, target);
    } finally {
      rmSync(fresh, { recursive: true, force: true });
    }
  }
  return serverFolder(target);
}

function serverFolder(root: string): string {
  return join(root, 'node_modules/code-server/lib/vscode');
}

function isComplete(root: string): boolean {
  const parts = ['out/server-main.js', 'node_modules', 'extensions/node_modules'];
  return parts.every((part) => existsSync(join(serverFolder(root), part)));
}

// The native parts are not needed, hence --ignore-scripts: no compiler, no Python.
async function install(root: string): Promise<void> {
  mkdirSync(root, { recursive: true });
  const server = serverFolder(root);
  await npm(root, ['--prefix', root, '--no-save', `code-server@${version}`]);
  await npm(server, ['--omit=dev']);
  await npm(join(server, 'extensions'), ['--omit=dev']);
}

async function npm(cwd: string, args: readonly string[]): Promise<void> {
  const env = {
    ...process.env,
    PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`,
  };
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const end = await runToEnd('npm', ['install', ...quiet, ...args], { cwd, env });
  if (end.code !== 0)
    throw new Error(`npm install of the VS Code server failed:\n${end.output.slice(-2000)}`);
}

// Whole or not at all: a broken or interrupted installation never stands at the final path.
function moveInto(fresh: string, target: string): void {
  if (isComplete(target)) return;
  rmSync(target, { recursive: true, force: true });
  renameSync(fresh, target);
}
