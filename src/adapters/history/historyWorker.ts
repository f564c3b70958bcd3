import { mkdirSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { assertNever } from '../../core/assertNever.ts';
import { databaseAnswers } from './databaseAnswers.ts';
import { isDamage } from './databaseFault.ts';
import { type DatabaseHolder, holdDatabase } from './databaseHolder.ts';
import type { Sqlite } from './openDatabase.ts';
import { changesRuns, type StoreMethod } from './storeMethods.ts';
import type { FirstFromWorker, FromWorker, ToWorker, WorkerStart } from './workerProtocol.ts';

// The thread that owns the database: what takes SQLite long keeps no editor waiting.

/** How often other windows' changes are looked for, in ms. */
const pollMs = 400;

const say = (message: FirstFromWorker | FromWorker): void => parentPort?.postMessage(message);

const sqlite = await loadSqlite();
if (sqlite !== null) {
  try {
    const { folder } = workerData as WorkerStart;
    mkdirSync(folder, { recursive: true });
    serve(sqlite, folder);
  } catch (error) {
    say({ kind: 'unavailable', reason: 'no-permission', error });
  }
}

async function loadSqlite(): Promise<Sqlite | null> {
  const { emitWarning } = process;
  // On Node 22 the module says that it is experimental: in a log that is not ours, to people who can't do anything.
  process.emitWarning = (warning: string | Error, ...rest: unknown[]) => {
    if (!String(warning).includes('SQLite is an experimental feature')) {
      Reflect.apply(emitWarning, process, [warning, ...rest]);
    }
  };
  try {
    return await import('node:sqlite');
  } catch (error) {
    say({ kind: 'unavailable', reason: 'no-sqlite', error });
    return null;
  } finally {
    process.emitWarning = emitWarning;
  }
}

function serve(sqlite: Sqlite, folder: string): void {
  const holder = holdDatabase(sqlite, folder, (sentence) => say({ kind: 'log', sentence }));
  const calls = new Set<Promise<void>>();
  let polling: NodeJS.Timeout | null = null;
  let seen: unknown;
  let stopped = false;

  const act = async (method: StoreMethod, args: readonly unknown[]): Promise<unknown> => {
    const { statements, opening } = holder.current();
    const answers = databaseAnswers(statements, opening.file, () => stopped);
    return await Reflect.apply(answers[method], null, args);
  };

  const answer = async (id: number, method: StoreMethod, args: readonly unknown[]): Promise<void> => {
    try {
      const before = ownChanges(holder);
      const value = await act(method, args).catch((error) => {
        if (!isDamage(error)) throw error;
        holder.replace();
        return act(method, args);
      });
      say({ kind: 'result', id, value });
      const isTold = polling !== null && changesRuns[method];
      if (isTold && ownChanges(holder) !== before) say({ kind: 'changed' });
    } catch (error) {
      say({ kind: 'failed', id, error });
    }
  };

  const poll = (): void => {
    const version = versionOfData(holder);
    if (version !== seen && seen !== undefined) say({ kind: 'changed' });
    seen = version;
  };

  const watch = (on: boolean): void => {
    if (polling !== null) clearInterval(polling);
    polling = on ? setInterval(poll, pollMs) : null;
    seen = undefined;
    if (on) poll();
  };

  parentPort?.on('message', async (message: ToWorker) => {
    switch (message.kind) {
      case 'call': {
        const call = answer(message.id, message.method, message.args);
        calls.add(call);
        await call;
        calls.delete(call);
        break;
      }
      case 'watch':
        watch(message.on);
        break;
      case 'close':
        stopped = true;
        watch(false);
        await Promise.all(calls);
        holder.close();
        parentPort?.close();
        break;
      default:
        assertNever(message);
    }
  });
  say({ kind: 'opened', opening: holder.current().opening });
}

function ownChanges(holder: DatabaseHolder): unknown {
  return holder.current().statements.get('SELECT total_changes() AS n')?.n;
}

// Counts the commits of other connections alone. Where the database can't be asked, the next call says why.
function versionOfData(holder: DatabaseHolder): unknown {
  try {
    return holder.current().statements.get('PRAGMA data_version')?.data_version;
  } catch {
    return undefined;
  }
}
