import { Worker } from 'node:worker_threads';
import type { HistoryOpening, HistoryStore } from './historyStore.ts';
import { newListeners } from './listeners.ts';
import { closedError, memoryStore } from './memoryStore.ts';
import { methodsBy, type StoreMethod } from './storeMethods.ts';
import type { FirstFromWorker, FromWorker, ToWorker, WorkerStart } from './workerProtocol.ts';

/** Where the history lies, and who keeps it. */
export interface HistoryOptions {
  /** The folder of the database, made where missing; null without one. */
  readonly folder: string | null;
  /** The worker's code: `historyWorker`, as it was built or as a source. */
  readonly worker: URL | string;
  /** Takes what was found out about the database, with no text of a prompt. */
  readonly log: (sentence: string) => void;
}

interface Call {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** Opens the history; where there can be no database, it is kept in memory. Never rejects. */
export async function openHistory({ folder, worker, log }: HistoryOptions): Promise<HistoryStore> {
  if (folder === null) return memoryStore('no-folder');
  try {
    return await openInWorker(folder, worker, log);
  } catch (error) {
    log(`The history's worker could not be started. ${String(error)}`);
    return memoryStore('no-sqlite');
  }
}

async function openInWorker(
  folder: string,
  code: URL | string,
  log: (sentence: string) => void,
): Promise<HistoryStore> {
  const start: WorkerStart = { folder };
  const worker = new Worker(code, { name: 'Prompt Tuner: history', workerData: start });
  const first = await new Promise<FirstFromWorker>((resolve, reject) => {
    worker.once('message', resolve).once('error', reject);
    worker.once('exit', (code) => reject(new Error(`It ended at once, with code ${code}.`)));
  });
  if (first.kind === 'opened') return workerStore(worker, first.opening, log);
  log(`There is no database for the history. ${String(first.error)}`);
  return memoryStore(first.reason);
}

function workerStore(worker: Worker, opening: HistoryOpening, log: (sentence: string) => void): HistoryStore {
  const calls = new Map<number, Call>();
  const tell = (message: ToWorker): void => worker.postMessage(message);
  const listeners = newListeners((on) => tell({ kind: 'watch', on }));
  let lastId = 0;
  let ended: Error | null = null;
  let closing: Promise<void> | null = null;

  const call = (method: StoreMethod, args: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (ended !== null) throw ended;
      const id = ++lastId;
      tell({ kind: 'call', id, method, args });
      calls.set(id, { resolve, reject });
    });

  const taken = (id: number): Call | undefined => {
    const found = calls.get(id);
    calls.delete(id);
    return found;
  };

  const end = (error: Error): void => {
    ended ??= error;
    for (const { reject } of calls.values()) reject(ended);
    calls.clear();
  };

  worker.on('message', (message: FromWorker) => {
    if (message.kind === 'result') taken(message.id)?.resolve(message.value);
    if (message.kind === 'failed') taken(message.id)?.reject(message.error);
    if (message.kind === 'changed') listeners.tell();
    if (message.kind === 'log') log(message.sentence);
  });
  worker.on('error', (error) => {
    log(`The history's worker failed. ${String(error)}`);
    end(new Error('The history is closed: its worker failed.', { cause: error }));
  });
  const gone = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      end(closedError());
      resolve();
    });
  });

  return {
    opening,
    ...methodsBy(call),
    onDidChange: (listener) => listeners.add(listener),
    close() {
      ended ??= closedError();
      listeners.clear();
      if (closing === null) tell({ kind: 'close' });
      closing ??= gone;
      return closing;
    },
  };
}
