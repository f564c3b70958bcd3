import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { HistoryOpening } from '../../../src/adapters/history/historyStore.ts';
import { schemaVersion } from '../../../src/adapters/history/migrations.ts';
import { schemaV1 } from '../../../src/adapters/history/schema.ts';
import { sampleComparison } from '../../support/comparisons.ts';
import { filter, idsOf, openTestHistory } from '../../support/historyStores.ts';
import { newRun, testUri } from '../../support/newRuns.ts';
import { projectRoot } from '../../support/paths.ts';
import { runToEnd } from '../../support/process.ts';

let root: string;
let folder: string;
let file: string;
let count = 0;

before(async () => {
  root = await mkdtemp(join(tmpdir(), 'prompt-tuner-history-files-'));
});

after(() => rm(root, { recursive: true, force: true }));

beforeEach(async () => {
  folder = join(root, `case ${++count}`);
  file = join(folder, 'history.db');
  await mkdir(folder);
});

/** Makes a database as another program leaves it, closed or, as after a crash, with what it wrote still in its log. */
async function leaveDatabase(sql: string, crashed = false): Promise<void> {
  const code = `
    const { DatabaseSync } = require('node:sqlite');
    const database = new DatabaseSync(${JSON.stringify(file)});
    database.exec(${JSON.stringify(sql)});
    ${crashed ? "process.kill(process.pid, 'SIGKILL')" : 'database.close()'}`;
  const end = await runToEnd(process.execPath, ['-e', code], { cwd: folder });
  assert.equal(end.code, crashed ? null : 0, end.output);
}

/** Adds a run and reads it back: the store does its work. */
async function addsAndReads(log: string[] = []): Promise<HistoryOpening> {
  const store = await openTestHistory(folder, { log: (sentence) => log.push(sentence) });
  await store.add(newRun({ id: 'new', startedAt: 9e12 }));
  assert.equal((await idsOf(store))[0], 'new');
  await store.close();
  return store.opening;
}

// Reading makes an index of the log, and a log where there is none: an empty one says nothing.
const digests = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => !name.endsWith('-shm') && statSync(join(folder, name)).size > 0)
      .map((name) => [
        name,
        createHash('md5')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  );

describe('the database of the history', () => {
  it('is begun where there is none, with its folder', async () => {
    folder = join(folder, 'not', 'there yet');
    file = join(folder, 'history.db');
    assert.deepEqual(await addsAndReads(), { kind: 'opened', file });
    const database = new DatabaseSync(file, { readOnly: true });
    const pragma = (name: string) => Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
    assert.deepEqual(['user_version', 'journal_mode', 'auto_vacuum'].map(pragma), [schemaVersion, 'wal', 2]);
    database.close();
  });

  it('is begun in an empty file', async () => {
    await writeFile(file, '');
    assert.deepEqual(await addsAndReads(), { kind: 'opened', file });
  });

  it('is opened again with its runs, closed or killed', async () => {
    const store = await openTestHistory(folder);
    await store.add(newRun({ id: 'old', startedAt: 1 }));
    const other = await openTestHistory(folder);
    assert.deepEqual(await idsOf(other), ['old']);
    await Promise.all([store.close(), other.close()]);
    assert.deepEqual(await addsAndReads(), { kind: 'opened', file });
    const again = await openTestHistory(folder);
    assert.deepEqual(await idsOf(again), ['new', 'old']);
    await again.close();
  });

  it('is begun anew where its file was deleted under it', async () => {
    const store = await openTestHistory(folder);
    await store.add(newRun({ id: 'a' }));
    for (const name of readdirSync(folder)) await rm(join(folder, name));
    await store.add(newRun({ id: 'b' }));
    assert.deepEqual(await idsOf(store), ['b']);
    await store.close();
  });
});

describe('migrations', () => {
  it('there is a test for each', () => assert.equal(schemaVersion, 3));

  it('version 1: its tables with their rows are read and written as they are', async () => {
    await leaveDatabase(`
      PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL;
      ${schemaV1}
      PRAGMA user_version = 1;
      INSERT INTO prompt VALUES (4);
      INSERT INTO prompt_key VALUES (5, '${testUri}', 1, 4, 'greet', 'user');
      INSERT INTO run_group VALUES (6, '{"model":"m","place":"local","simulated":false,"maxTokens":9,"effort":null,"thinking":null,"temperature":null,"context":null,"extra":null}');
      INSERT INTO text VALUES (7, 'hash', 'Greet.'), (8, 'hash of request', '{"model":"m","max_tokens":9,"messages":[]}'), (9, 'hash of answer', '["Hello."]');
      INSERT INTO run (seq, id, prompt_id, key_id, group_id, model, simulated, removed, started_at, prompt_hash, label, end_state, cold, concurrent, attempts, thought, ttft_ms, input_tokens)
        VALUES (1, 'old', 4, 5, 6, 'm', 0, 0, 1000, 'hash', 'first', 'complete', 1, 0, 1, 0, 412.5, 12);
      INSERT INTO detail VALUES (1, '{"id":"old","prompt":{"key":"${testUri}","text":""},"request":{"body":{}},"state":{"blocks":[{"kind":"text","text":""}]}}', 7, 8, 9);
    `);
    assert.deepEqual(await addsAndReads(), { kind: 'opened', file });
    const store = await openTestHistory(folder);
    assert.deepEqual(await idsOf(store, { promptId: 4 }), ['new', 'old']);
    const stored = await store.run('old');
    assert.deepEqual(stored?.record, {
      id: 'old',
      prompt: { key: testUri, text: 'Greet.' },
      request: { body: { model: 'm', max_tokens: 9, messages: [] } },
      state: { blocks: [{ kind: 'text', text: 'Hello.' }] },
    });
    const { run } = stored;
    assert.deepEqual(
      [run.label, run.group.model, run.cold, run.metrics.ttftMs, run.metrics.otps, run.usage.inputTokens],
      ['first', 'm', true, 412.5, null, 12],
    );
    assert.equal(run.comparisonId, null);
    assert.deepEqual(await store.comparisons(9), []);
    await store.saveComparison(sampleComparison({ id: 'first' }));
    assert.deepEqual(await store.comparison('first'), sampleComparison({ id: 'first' }));
    await store.close();
  });

  it('version 2: its comparisons are read as they are, and nobody holds them', async () => {
    const comparison = sampleComparison({ id: 'first' });
    const [plan, outcome] = [JSON.stringify(comparison.setup), JSON.stringify(comparison.outcome)];
    await leaveDatabase(`
      PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL;
      ${schemaV1}
      ALTER TABLE run ADD COLUMN comparison_id TEXT;
      CREATE INDEX run_of_comparison ON run (comparison_id) WHERE comparison_id IS NOT NULL;
      CREATE TABLE comparison (id TEXT PRIMARY KEY, started_at REAL NOT NULL, plan TEXT NOT NULL, outcome TEXT NOT NULL) STRICT;
      CREATE INDEX comparison_newest ON comparison (started_at, id);
      PRAGMA user_version = 2;
      INSERT INTO comparison VALUES ('first', ${comparison.startedAt}, '${plan}', '${outcome}');
    `);
    assert.deepEqual(await addsAndReads(), { kind: 'opened', file });
    const store = await openTestHistory(folder);
    assert.deepEqual(await store.comparisons(9), [comparison]);
    assert.equal(await store.holdComparison('first', { holder: 'a window', now: 0, until: 9 }), null);
    assert.equal(await store.holdComparison('first', { holder: 'another', now: 1, until: 10 }), 9);
    await store.close();
  });
});

describe('a file that can’t be used', () => {
  const newer = `PRAGMA journal_mode = WAL; ${schemaV1} CREATE TABLE later (x); PRAGMA user_version = ${schemaVersion + 1};`;

  const leave: Readonly<Record<string, { readonly as: 'newer' | 'damaged'; make(): Promise<void> }>> = {
    'of a newer version': { as: 'newer', make: () => leaveDatabase(newer) },
    'of a newer version, its log not yet written back': {
      as: 'newer',
      make: () => leaveDatabase(newer, true),
    },
    'of another program': { as: 'damaged', make: () => leaveDatabase('CREATE TABLE cookies (x)') },
    'with a version and without its tables': {
      as: 'damaged',
      make: () => leaveDatabase('PRAGMA user_version = 1'),
    },
    'that is no database': {
      as: 'damaged',
      make: async () => {
        await writeFile(file, 'not a database, but long enough to be taken for one. '.repeat(200));
        await writeFile(`${file}-wal`, 'a log without a database');
      },
    },
    'full of zeros': { as: 'damaged', make: () => writeFile(file, Buffer.alloc(8_192)) },
  };

  for (const [what, { as, make }] of Object.entries(leave)) {
    it(`${what}, is set aside untouched under a name that is told`, async () => {
      await make();
      const before = digests();
      const log: string[] = [];
      const opening = await addsAndReads(log);
      assert.ok(opening.kind === 'set-aside', opening.kind);
      const aside = basename(opening.asideFile);
      assert.match(aside, new RegExp(`^history-${as}-\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d\\.db$`));
      assert.deepEqual(opening, { kind: 'set-aside', file, asideFile: join(folder, aside), reason: as });
      const kept = Object.entries(digests()).filter(([name]) => name.startsWith(aside));
      assert.deepEqual(
        kept.map(([name, digest]) => [name.replace(aside, 'history.db'), digest]),
        Object.entries(before),
      );
      assert.deepEqual(await addsAndReads(), { kind: 'opened', file });
    });
  }

  it('a second one of the same second gets a name of its own', async () => {
    const asides = new Set<string>();
    for (let i = 0; i < 3; i++) {
      await writeFile(file, 'no database '.repeat(100));
      const store = await openTestHistory(folder);
      assert.ok(store.opening.kind === 'set-aside');
      asides.add(store.opening.asideFile);
      await store.close();
    }
    assert.equal(asides.size, 3);
  });

  it('that windows find at once, is set aside by one of them', async () => {
    await writeFile(file, 'no database '.repeat(100));
    const stores = await Promise.all(Array.from({ length: 4 }, () => openTestHistory(folder)));
    assert.deepEqual(stores.map(({ opening }) => opening.kind).sort(), [
      'opened',
      'opened',
      'opened',
      'set-aside',
    ]);
    await Promise.all(stores.map((store, i) => store.add(newRun({ id: `${i}` }))));
    for (const store of stores) assert.deepEqual(await idsOf(store), ['3', '2', '1', '0']);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('that turns out damaged while it is open, is set aside, and no new run is lost, in any window', async () => {
    const first = await openTestHistory(folder);
    for (let i = 0; i < 300; i++) await first.add(newRun({ id: `old ${i}`, startedAt: i }));
    await first.close();
    // The schema stands in the first half: the file opens, and fails where its newest rows are read.
    const bytes = readFileSync(file);
    await writeFile(file, bytes.fill(0x55, bytes.length / 2));
    const log: string[] = [];
    const options = { log: (sentence: string) => log.push(sentence) };
    const stores = [await openTestHistory(folder, options), await openTestHistory(folder, options)] as const;
    await stores[0].add(newRun({ id: 'a', startedAt: 1 }));
    await stores[1].add(newRun({ id: 'b', startedAt: 2 }));
    for (const store of stores) {
      assert.deepEqual(await idsOf(store), ['b', 'a']);
      await store.close();
    }
    assert.match(
      log.join('\n'),
      /^The history's database is damaged\. It is kept as .+history-damaged-.+\.db\.$/,
    );
  });
});

describe('without a database', () => {
  it('no folder: the history is kept in memory', async () => {
    const store = await openTestHistory(null);
    assert.deepEqual(store.opening, { kind: 'memory', reason: 'no-folder' });
    await store.close();
  });

  it('a folder that can’t be made or written: in memory, and the log says why', async () => {
    await writeFile(join(folder, 'taken'), 'a file where the folder should be');
    const log: string[] = [];
    const options = { log: (sentence: string) => log.push(sentence) };
    const store = await openTestHistory(join(folder, 'taken'), options);
    assert.deepEqual(store.opening, { kind: 'memory', reason: 'no-permission' });
    await store.add(newRun({ id: 'a' }));
    assert.equal(await store.count(filter()), 1);
    assert.match(log.join('\n'), /^There is no database for the history\. Error: EEXIST/);
    await store.close();
  });

  it('a worker that can’t be started: in memory, and the log says why', async () => {
    const log: string[] = [];
    const worker = new URL('./noWorker.ts', import.meta.url);
    const store = await openTestHistory(folder, { worker, log: (sentence) => log.push(sentence) });
    assert.deepEqual(store.opening, { kind: 'memory', reason: 'no-sqlite' });
    assert.match(log.join('\n'), /^The history's worker could not be started\. Error: Cannot find module/);
  });

  it('no node:sqlite: in memory', async () => {
    const code = `
      import { openTestHistory } from './test/support/historyStores.ts';
      const store = await openTestHistory(${JSON.stringify(folder)});
      console.log(JSON.stringify(store.opening));`;
    const args = ['--no-experimental-sqlite', '--input-type=module', '-e', code];
    const end = await runToEnd(process.execPath, args, { cwd: projectRoot });
    assert.equal(end.output.trim(), '{"kind":"memory","reason":"no-sqlite"}');
    assert.deepEqual(readdirSync(folder), []);
  });
});
