import type { HistoryOpening, HistoryStore } from './historyStore.ts';
import { newListeners } from './listeners.ts';
import { memoryAnswers } from './memoryAnswers.ts';
import { changesRuns, methodsBy } from './storeMethods.ts';

/** Why there is no database. */
export type NoDatabase = Extract<HistoryOpening, { readonly kind: 'memory' }>['reason'];

/** A history for this window alone: the same answers as from the database, as long as the window stays. */
export function memoryStore(reason: NoDatabase): HistoryStore {
  const answers = memoryAnswers();
  const listeners = newListeners(() => undefined);
  let closed = false;
  return {
    opening: { kind: 'memory', reason },
    ...methodsBy(async (method, args) => {
      if (closed) throw closedError();
      const result: unknown = Reflect.apply(answers[method], null, args);
      if (changesRuns[method]) listeners.tell();
      return result;
    }),
    onDidChange: (listener) => listeners.add(listener),
    async close() {
      closed = true;
      listeners.clear();
    },
  };
}

/** What every method says once the store is closed. */
export function closedError(): Error {
  return new Error('The history is closed.');
}
