import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, beforeEach, describe } from 'node:test';
import type { HistoryStore } from '../../src/adapters/history/historyStore.ts';
import type { RunFilter } from '../../src/core/history/query.ts';
import { idsOf, openTestHistory } from './historyStores.ts';
import { type NewRunFacts, newRun } from './newRuns.ts';

/** A store under test, fresh in each test, and what tests do with it. */
export interface StoreUnderTest {
  store(): HistoryStore;
  /** Adds runs, one ms after the other. */
  addAll(...runs: readonly NewRunFacts[]): Promise<void>;
  /** Ids of the runs, newest first. */
  ids(narrowed?: Partial<RunFilter>): Promise<readonly string[]>;
  /** Id of a prompt that has run. */
  promptOf(key: string): Promise<number>;
}

/** Defines the same tests over a database and over the memory. */
export function inEachStore(define: (under: StoreUnderTest) => void): void {
  const root = mkdtempSync(join(tmpdir(), 'prompt-tuner-history-'));
  let count = 0;
  const stores: Readonly<Record<string, () => Promise<HistoryStore>>> = {
    'the history in a database': () => openTestHistory(join(root, `store ${++count}`)),
    'the history in memory': () => openTestHistory(null),
  };
  after(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, open] of Object.entries(stores)) {
    describe(name, () => {
      let store: HistoryStore;
      beforeEach(async () => {
        store = await open();
      });
      afterEach(() => store.close());
      define({
        store: () => store,
        async addAll(...runs) {
          for (const [i, facts] of runs.entries()) await store.add(newRun({ startedAt: i, ...facts }));
        },
        ids: (narrowed) => idsOf(store, narrowed),
        async promptOf(key) {
          const id = await store.promptId(key);
          assert.ok(id !== null, `${key} has no prompt`);
          return id;
        },
      });
    });
  }
}
