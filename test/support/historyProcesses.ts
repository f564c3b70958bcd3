import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { atExit } from './atExit.ts';
import { projectRoot } from './paths.ts';

/** A process that adds runs to a history. */
export interface HistoryWriter {
  readonly process: ChildProcess;
  /** The ids of the runs of which it said that they are kept. */
  readonly kept: ReadonlySet<string>;
  /** Resolves when it said so of one more; rejects when it is gone before. */
  nextKept(): Promise<void>;
  /** Resolves with its exit code, null after a signal, once all that it said was read. */
  readonly gone: Promise<number | null>;
}

/** Builds the worker into a folder, bundled and minified as it ships; returns its path. */
export async function bundleHistoryWorker(folder: string): Promise<string> {
  const outfile = join(folder, 'historyWorker.mjs');
  await build({
    absWorkingDir: projectRoot,
    entryPoints: ['src/adapters/history/historyWorker.ts'],
    outfile,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
  });
  return outfile;
}

/** Starts a process that adds `count` runs whose ids begin with `prefix`, all at once. */
export function startWriter(folder: string, worker: string, prefix: string, count: number): HistoryWriter {
  const program = fileURLToPath(new URL('./historyWriter.ts', import.meta.url));
  const child = spawn(process.execPath, [program, folder, worker, prefix, String(count)], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const undo = atExit(() => child.kill('SIGKILL'));
  const kept = new Set<string>();
  const waiting = new Set<{ resolve(): void; reject(error: Error): void }>();
  let open = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (open + chunk).split('\n');
    open = lines.pop() ?? '';
    for (const line of lines) kept.add(line);
    for (const { resolve } of waiting) resolve();
    waiting.clear();
  });
  const gone = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      undo();
      for (const { reject } of waiting) reject(new Error(`The writer ended with ${code}.`));
      resolve(code);
    });
  });
  return {
    process: child,
    kept,
    nextKept: () => new Promise((resolve, reject) => waiting.add({ resolve, reject })),
    gone,
  };
}
