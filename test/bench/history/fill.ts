import { mkdirSync } from 'node:fs';
import * as sqlite from 'node:sqlite';
import { addRun } from '../../../src/adapters/history/addRun.ts';
import { openDatabase } from '../../../src/adapters/history/openDatabase.ts';
import { statementsOf } from '../../../src/adapters/history/statements.ts';
import { inTransaction } from '../../../src/adapters/history/transaction.ts';
import { seededRandom } from '../../../src/core/random.ts';
import { newRun } from '../../support/newRuns.ts';

/** Key of the prompt that has a fifth of all runs, most of them in one group, in 40 versions. */
export const mainKey = 'file:///project/0.prompt.md';

const models = ['claude-haiku-5-5', 'claude-haiku-5-5', 'claude-haiku-5-5', 'claude-sonnet-5-5'];

const sentence = 'Answer in the language of the question, and name the page that you took it from. ';

/**
 * Fills a new database with runs of the last 90 days as a person makes them: a prompt for every 50 runs, texts of some
 * kilobytes. One transaction, which the product never makes.
 */
export function fillHistory(folder: string, runs: number): void {
  mkdirSync(folder, { recursive: true });
  const { database } = openDatabase(sqlite, folder, false);
  database.exec('PRAGMA synchronous = OFF');
  const statements = statementsOf(database);
  // Each run is added by a transaction of its own: here they are all within one.
  const within = { ...statements, database: { exec: () => undefined } as unknown as typeof database };
  const random = seededRandom(runs);
  const now = Date.now();
  inTransaction(database, () => {
    for (let i = 0; i < runs; i++) {
      const prompt = random() < 0.2 ? 0 : Math.floor(random() * Math.ceil(runs / 50));
      const version = Math.floor(random() * (prompt === 0 ? 40 : 4));
      const ends = random() < 0.9 ? {} : { endState: random() < 0.5 ? 'cancelled' : 'failed' };
      addRun(
        within,
        newRun({
          id: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
          startedAt: now - (runs - i) * ((90 * 86_400_000) / runs),
          key: mainKey.replace('0', String(prompt)),
          text: `Version ${version} of prompt ${prompt}. ${sentence.repeat(20)}`,
          answer: `Answer ${i}. ${sentence.repeat(5 + Math.floor(random() * 20))}`,
          model: models[Math.floor(random() * models.length)] ?? '',
          ttftMs: 300 + random() * 400,
          state: ends as { endState?: 'cancelled' | 'failed' },
        }),
      );
    }
  });
  database.close();
}
