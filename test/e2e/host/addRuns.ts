import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { extensions } from 'vscode';
import { openHistory } from '../../../src/adapters/history/openHistory.ts';
import { newRun } from '../../support/newRuns.ts';

/**
 * Runs in an extension host: adds so many runs to the history of a folder, by the worker that the extension ships, and
 * writes the id of each to a file once it is kept. First the id of its own process.
 */
export async function run(): Promise<void> {
  const { PROMPT_TUNER_FOLDER: folder, PROMPT_TUNER_KEPT: kept, PROMPT_TUNER_RUNS: runs } = process.env;
  const extension = extensions.getExtension('prompt-tuner.prompt-tuner');
  if (folder === undefined || kept === undefined || extension === undefined) {
    throw new Error('no folder, no file for what was kept, or no extension');
  }
  appendFileSync(kept, `${process.pid}\n`);
  const worker = join(extension.extensionPath, 'dist', 'historyWorker.js');
  const store = await openHistory({ folder, worker, log: console.log });
  if (store.opening.kind !== 'opened') throw new Error(`The history is ${store.opening.kind}.`);
  await Promise.all(
    Array.from({ length: Number(runs) }, async (_, i) => {
      const id = `${process.pid} ${i}`;
      await store.add(newRun({ id, startedAt: i, text: `Text of ${id}. `.repeat(50) }));
      appendFileSync(kept, `${id}\n`);
    }),
  );
  await store.close();
}
