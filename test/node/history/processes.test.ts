import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, beforeEach, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { HistoryStore } from '../../../src/adapters/history/historyStore.ts';
import type { BlindChoice } from '../../../src/core/compare/blind.ts';
import { seededRandom } from '../../../src/core/random.ts';
import { armRun, sampleComparison } from '../../support/comparisons.ts';
import { bundleHistoryWorker, startWriter } from '../../support/historyProcesses.ts';
import { filter, openTestHistory } from '../../support/historyStores.ts';
import { newRun } from '../../support/newRuns.ts';
import { randomSeed } from '../../unit/randomSeed.ts';

let root: string;
let worker: string;
let folder: string;
let count = 0;

before(async () => {
  root = await mkdtemp(join(tmpdir(), 'prompt-tuner-history-processes-'));
  worker = await bundleHistoryWorker(join(root, 'worker'));
});

after(() => rm(root, { recursive: true, force: true }));

beforeEach(() => {
  folder = join(root, `case ${++count}`);
});

/** All ids in the database, and whether SQLite finds it whole. */
function contents(): { readonly ids: readonly string[]; readonly check: unknown } {
  const database = new DatabaseSync(join(folder, 'history.db'));
  const ids = database.prepare('SELECT id FROM run ORDER BY id').all();
  const check = database.prepare('PRAGMA integrity_check').get()?.integrity_check;
  const faults = database.prepare('PRAGMA foreign_key_check').all();
  database.close();
  return { ids: ids.map(({ id }) => String(id)), check: faults.length > 0 ? faults : check };
}

const idsOf = (prefix: string, length: number) => Array.from({ length }, (_, i) => `${prefix} ${i}`);

describe('several windows', () => {
  it('of two that go on with a comparison at once, one does; the other when it is let go', async () => {
    const [a, b] = await Promise.all([1, 2].map(() => openTestHistory(folder)));
    assert.ok(a && b);
    await a.saveComparison(sampleComparison());
    const hold = (store: HistoryStore, holder: string, now: number) =>
      store.holdComparison('comparison', { holder, now, until: now + 10 });
    const first = await Promise.all([hold(a, 'a', 1), hold(b, 'b', 1)]);
    assert.deepEqual(first.toSorted(), [11, null]);
    const [one, other] = first[0] === null ? [a, b] : [b, a];
    const [name, otherName] = one === a ? ['a', 'b'] : ['b', 'a'];
    assert.deepEqual([await hold(other, otherName, 9), await hold(one, name, 9)], [11, null]);
    await one.letGoComparison('comparison', name);
    assert.deepEqual([await hold(other, otherName, 9), await hold(one, name, 9)], [null, 19]);
    await Promise.all([a.close(), b.close()]);
  });

  it('what one judges stays while the other makes the runs', async () => {
    const [judging, running] = await Promise.all([1, 2].map(() => openTestHistory(folder)));
    assert.ok(judging && running);
    const comparison = sampleComparison();
    await running.saveComparison(comparison);
    const runs = [0, 1, 2, 3, 4].map((block) => armRun('A', block, {}));
    const choices = runs.map(
      ({ block }): BlindChoice => ({ block, arms: ['A', 'B'], preferred: 'B', neither: false }),
    );
    await Promise.all([
      ...choices.map((choice) => judging.judgeComparison(comparison.id, choice)),
      ...runs.map((_, at) => {
        const outcome = { ...comparison.outcome, runs: runs.slice(0, at + 1) };
        return running.saveComparison({ ...comparison, outcome });
      }),
    ]);
    const outcome = { ...comparison.outcome, runs, blind: choices };
    assert.deepEqual(await judging.comparison(comparison.id), { ...comparison, outcome });
    await Promise.all([judging.close(), running.close()]);
  });

  it('two processes add 1,000 runs each at once: 2,000 are there, none twice', async () => {
    const writers = ['a', 'b'].map((prefix) => startWriter(folder, worker, prefix, 1_000));
    assert.deepEqual(await Promise.all(writers.map(({ gone }) => gone)), [0, 0]);
    assert.deepEqual(contents(), {
      ids: [...idsOf('a', 1_000), ...idsOf('b', 1_000)].sort(),
      check: 'ok',
    });
  });

  it('two processes add the same runs at once: each is there once', async () => {
    const writers = [1, 2].map(() => startWriter(folder, worker, 'same', 300));
    assert.deepEqual(await Promise.all(writers.map(({ gone }) => gone)), [0, 0]);
    assert.deepEqual(contents(), { ids: idsOf('same', 300).sort(), check: 'ok' });
  });

  it('each sees the new runs of the others, and is told of them', async () => {
    const store = await openTestHistory(folder, { worker });
    await store.add(newRun({ id: 'own' }));
    const seen = async () => await store.count(filter());
    const told = new Promise<void>((resolve) => store.onDidChange(resolve));
    const writer = startWriter(folder, worker, 'other', 1);
    await writer.nextKept();
    assert.equal(await seen(), 2);
    await told;
    await writer.gone;
    await store.close();
  });

  it('one tidies while another adds: what is within the limits stays', async () => {
    const store = await openTestHistory(folder, { worker });
    const writer = startWriter(folder, worker, 'other', 300);
    await writer.nextKept();
    const limits = { days: null, runs: 50, bytes: null };
    let deleted = 0;
    while (writer.process.exitCode === null) deleted += await store.retain(limits);
    await writer.gone;
    deleted += await store.retain(limits);
    await store.close();
    const { ids, check } = contents();
    assert.deepEqual([ids.length, deleted, check], [50, 250, 'ok']);
  });
});

describe('a process that is killed', () => {
  const [rounds, together] = [10, 5];

  it(`at ${rounds * together} random moments loses no run that was kept, seed ${randomSeed}`, async () => {
    const random = seededRandom(randomSeed);
    const kept = new Set<string>();
    for (let round = 0; round < rounds; round++) {
      const writers = Array.from({ length: together }, (_, i) =>
        startWriter(folder, worker, `${round}.${i}`, 2_000),
      );
      const kills = writers.map(async (writer) => {
        // A third dies while it opens the database, the others among their runs.
        const runs = Math.floor(random() * 30) - 10;
        const more = random() * 20;
        for (let i = 0; i < runs; i++) await writer.nextKept();
        await setTimeout(runs <= 0 ? more * 10 : more);
        writer.process.kill('SIGKILL');
        assert.equal(await writer.gone, null, 'it was killed before it had ended');
        for (const id of writer.kept) kept.add(id);
      });
      await Promise.all(kills);
      const store = await openTestHistory(folder, { worker });
      assert.equal(store.opening.kind, 'opened');
      await store.add(newRun({ id: `after ${round}` }));
      kept.add(`after ${round}`);
      await store.close();
      const { ids, check } = contents();
      const there = new Set(ids);
      assert.deepEqual(
        { check, lost: [...kept].filter((id) => !there.has(id)), doubled: ids.length - there.size },
        { check: 'ok', lost: [], doubled: 0 },
        `round ${round}`,
      );
    }
    assert.ok(kept.size > rounds * together, `${kept.size} runs were kept`);
  });
});
