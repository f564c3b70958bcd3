import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from './atExit.ts';
import { ensureCodeServer } from './codeServer.ts';
import { cleanEnvironment, endGroup, runToEnd, spawnGroup } from './process.ts';

/** User settings by full id. */
export type Settings = Readonly<Record<string, unknown>>;

/** What a VS Code server is started with. */
export interface ServerOptions {
  /** User settings on top of the quiet ones. */
  readonly settings?: Settings;
  /** Added to the environment of the server, from which the extension host has its own; never in the address. */
  readonly env?: Readonly<Record<string, string>>;
  /** Absolute path of an extension folder under development. */
  readonly extensionDevelopmentPath?: string;
  /** Absolute path of a module with `run()` that the extension host executes. */
  readonly extensionTestsPath?: string;
  /** Absolute path of a packaged extension that is installed first. */
  readonly vsix?: string;
  /** Display language, such as `de`; English unless given. */
  readonly language?: string;
}

/** A running VS Code server with fresh folders of its own. */
export interface VscodeServer {
  readonly port: number;
  /** Absolute path of the folder with all that the server keeps: settings, states, logs, extensions. */
  readonly home: string;
  /** The address at which the workbench opens with a folder of this machine. */
  url(workspace: string): string;
  /** All that the server printed so far. */
  log(): string;
  /** Ends the server with its extension hosts and removes its folders. */
  stop(): Promise<void>;
}

const startLimitMs = 60_000;

const quietSettings: Settings = {
  'chat.disableAIFeatures': true,
  'git.enabled': false,
  'github.gitAuthentication': false,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'extensions.autoUpdate': false,
  'telemetry.telemetryLevel': 'off',
  'files.hotExit': 'off',
  'window.confirmBeforeClose': 'never',
};

/** Starts a VS Code server on a free loopback port; rejects with its last log lines when it does not come up. */
export async function startVscodeServer(options: ServerOptions = {}): Promise<VscodeServer> {
  const folder = await ensureCodeServer();
  const home = mkdtempSync(join(tmpdir(), 'prompt-tuner-vscode-'));
  const env = { ...cleanEnvironment(), EXTENSIONS_GALLERY: '{"serviceUrl":""}', ...options.env };
  const main = join(folder, 'out/server-main.js');
  const folders = [`--user-data-dir=${home}/user`, `--server-data-dir=${home}/server`];
  folders.push(`--extensions-dir=${home}/extensions`);
  let child: ChildProcess | null = null;
  const removeHome = (): void =>
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  const keep = atExit(removeHome);
  const stop = async (): Promise<void> => {
    if (child !== null) await endGroup(child);
    removeHome();
    keep();
  };
  try {
    mkdirSync(join(home, 'user/User'), { recursive: true });
    const settings = JSON.stringify({ ...quietSettings, ...options.settings }, null, 2);
    writeFileSync(join(home, 'user/User/settings.json'), settings);
    if (options.vsix !== undefined) await installVsix(main, options.vsix, folders, env, folder);
    const quiet = ['--accept-server-license-terms', '--telemetry-level', 'off', '--disable-workspace-trust'];
    const listen = ['--host', '127.0.0.1', '--port', '0', '--without-connection-token'];
    if (options.language !== undefined) quiet.push('--locale', options.language);
    const args = [main, ...listen, ...quiet, '--enable-smoke-test-driver', ...folders];
    child = spawnGroup(process.execPath, args, { cwd: home, env });
    const { port, log } = await listening(child);
    return { port, home, url: (workspace) => address(port, workspace, options), log, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function installVsix(
  main: string,
  vsix: string,
  folders: readonly string[],
  env: NodeJS.ProcessEnv,
  cwd: string,
): Promise<void> {
  const args = [main, '--install-extension', vsix, '--force', ...folders];
  const end = await runToEnd(process.execPath, args, { cwd, env });
  if (end.code !== 0) throw new Error(`The extension could not be installed:\n${end.output.slice(-2000)}`);
}

function listening(child: ChildProcess): Promise<{ readonly port: number; log(): string }> {
  return new Promise((resolve, reject) => {
    let text = '';
    const fail = (why: string): void => {
      clearTimeout(timer);
      reject(new Error(`VS Code's server ${why}. Its last lines:\n${text.trimEnd().slice(-2000)}`));
    };
    const timer = setTimeout(() => fail(`did not start within ${startLimitMs / 1000} s`), startLimitMs);
    const read = (chunk: string): void => {
      text += chunk;
      const port = /listening on (\d+)/.exec(text)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve({ port: Number(port), log: () => text });
    };
    child.stdout?.setEncoding('utf8').on('data', read);
    child.stderr?.setEncoding('utf8').on('data', read);
    child.on('error', (error) => fail(`could not be started (${error.message})`));
    child.on('exit', (code) => fail(`ended with code ${code} before it listened`));
  });
}

function address(port: number, workspace: string, options: ServerOptions): string {
  const remote = (path: string): string => `vscode-remote://127.0.0.1:${port}${path}`;
  const payload: [string, string][] = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  if (options.extensionDevelopmentPath !== undefined) {
    payload.push(['extensionDevelopmentPath', remote(options.extensionDevelopmentPath)]);
  }
  if (options.extensionTestsPath !== undefined) {
    payload.push(['extensionTestsPath', remote(options.extensionTestsPath)]);
  }
  const query = new URLSearchParams({ folder: workspace, payload: JSON.stringify(payload) });
  return `http://127.0.0.1:${port}/?${query}`;
}
