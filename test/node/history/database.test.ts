import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as sqlite from 'node:sqlite';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { addRun } from '../../../src/adapters/history/addRun.ts';
import { setRemoved } from '../../../src/adapters/history/changeRuns.ts';
import { databaseAnswers } from '../../../src/adapters/history/databaseAnswers.ts';
import { clearRuns, retainRuns } from '../../../src/adapters/history/deleteRuns.ts';
import { type OpenDatabase, openDatabase } from '../../../src/adapters/history/openDatabase.ts';
import { type Statements, statementsOf } from '../../../src/adapters/history/statements.ts';
import type { RunFilter } from '../../../src/core/history/query.ts';
import { filter } from '../../support/historyStores.ts';
import { type NewRunFacts, newRun } from '../../support/newRuns.ts';

const none = { days: null, runs: null, bytes: null };
const never = () => false;

let root: string;
let folder: string;
let open: OpenDatabase;
let statements: Statements;

before(() => {
  root = mkdtempSync(join(tmpdir(), 'prompt-tuner-history-database-'));
});

after(() => rmSync(root, { recursive: true, force: true }));

beforeEach(() => {
  folder = mkdtempSync(join(root, 'case-'));
  open = openDatabase(sqlite, folder, false);
  statements = statementsOf(open.database);
});

afterEach(() => open.database.close());

const addAll = (...runs: readonly NewRunFacts[]): void => {
  for (const [i, facts] of runs.entries()) addRun(statements, newRun({ id: `${i}`, startedAt: i, ...facts }));
};

const rows = (table: string): number => Number(statements.get(`SELECT count(*) AS n FROM ${table}`)?.n);

const rowsOfAll = () =>
  Object.fromEntries(
    ['run', 'detail', 'text', 'prompt', 'prompt_key', 'run_group'].map((name) => [name, rows(name)]),
  );

describe('texts', () => {
  it('are kept once, however many runs have them', () => {
    addAll({}, {}, { answer: 'Good evening.' });
    // The prompt, the request, two answers.
    assert.equal(rows('text'), 4);
  });

  it('are not kept where they should not be', () => {
    addAll({ text: 'a secret of mine', answer: 'a secret of mine', storeText: false });
    assert.equal(rows('text'), 0);
    assert.doesNotMatch(written(), /a secret of mine/);
  });

  it('go with the last run that has them', async () => {
    addAll(
      { text: 'one' },
      { text: 'two' },
      { text: 'two', key: 'file:///b.md', model: 'claude-sonnet-5-5' },
    );
    setRemoved(statements, ['0', '2'], true);
    assert.equal(await retainRuns(statements, none, never), 2);
    assert.deepEqual(rowsOfAll(), { run: 1, detail: 1, text: 3, prompt: 1, prompt_key: 1, run_group: 1 });
  });

  it('are nowhere in the files once they were deleted', async () => {
    addAll({ text: 'a secret of mine' }, { text: 'harmless' });
    assert.match(written(), /a secret of mine/);
    setRemoved(statements, ['0'], true);
    await retainRuns(statements, none, never);
    assert.doesNotMatch(written(), /a secret of mine/);
    assert.match(written(), /harmless/);
    await clearRuns(statements, never);
    assert.doesNotMatch(written(), /harmless/);
    assert.deepEqual(rowsOfAll(), { run: 0, detail: 0, text: 0, prompt: 0, prompt_key: 0, run_group: 0 });
  });

  const written = (): string =>
    readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('');
});

describe('the limit of bytes', () => {
  it('takes the oldest runs until the rest fits, and gives their room back', async () => {
    addAll(...Array.from({ length: 40 }, (_, i) => ({ text: `${i} `.repeat(100_000) })));
    const { size } = databaseAnswers(statements, open.opening.file, never);
    const full = Number(size());
    const bytes = Math.round(full / 4);
    const deleted = await retainRuns(statements, { ...none, bytes }, never);
    assert.ok(Number(size()) <= bytes, `${size()} of ${full} bytes are left`);
    const left = statements.all('SELECT id FROM run ORDER BY started_at').map(({ id }) => Number(id));
    assert.deepEqual(
      left,
      Array.from({ length: 40 - deleted }, (_, i) => deleted + i),
    );
    assert.ok(left.length > 4, `${left.length} runs are left`);
  });

  it('that nothing fits ends with no run', async () => {
    addAll({}, {}, {});
    assert.equal(await retainRuns(statements, { ...none, bytes: 1 }, never), 3);
    assert.equal(rows('run'), 0);
  });
});

it('tidying stops between two batches when it is told to', async () => {
  addAll(...Array.from({ length: 250 }, () => ({ storeText: false })));
  let asked = 0;
  const deleted = await retainRuns(statements, { ...none, runs: 0 }, () => ++asked > 2);
  assert.deepEqual([deleted, rows('run')], [200, 50]);
});

describe('every query is read along an index', () => {
  const plans: readonly (readonly [Partial<RunFilter>, index: string])[] = [
    [{}, 'run_newest'],
    [{ since: 5 }, 'run_newest'],
    [{ endStates: ['failed'] }, 'run_newest'],
    [{ promptId: 1 }, 'run_of_prompt'],
    [{ promptId: 1, model: 'm', endStates: ['failed'], since: 5 }, 'run_of_prompt'],
    [{ promptId: 1, groupId: 1 }, 'run_of_prompt_group'],
    [{ promptId: 1, groupId: 1, promptHash: 'h', model: 'm' }, 'run_of_prompt_group'],
    [{ promptId: 1, promptHash: 'h' }, 'run_of_version'],
    [{ groupId: 1 }, 'run_of_group'],
    [{ groupId: 1, model: 'm' }, 'run_of_group'],
    [{ model: 'm', since: 5 }, 'run_of_model'],
  ];
  for (const [narrowed, index] of plans) {
    it(`${JSON.stringify(narrowed)} along ${index}`, () => {
      const after = { startedAt: 1, id: '0' };
      const answers = databaseAnswers(recorded, open.opening.file, never);
      answers.runs(filter(narrowed), { limit: 9, after });
      answers.runs(filter(narrowed), { limit: 9, after: null });
      answers.count(filter(narrowed));
      for (const plan of recordedPlans.splice(0)) {
        assert.match(plan, new RegExp(`^SEARCH run USING (?:COVERING )?INDEX ${index} \\(`));
        assert.doesNotMatch(plan, /TEMP B-TREE/);
      }
    });
  }

  it('and so are those of a prompt and of a run', () => {
    addAll({});
    const answers = databaseAnswers(recorded, open.opening.file, never);
    answers.prompts({ simulated: false, limit: 9, offset: 0 });
    answers.titles([1], false);
    answers.promptId('k');
    answers.groups(1, false);
    answers.versions(1, false);
    answers.run('0');
    answers.text('h');
    const found = recordedPlans.splice(0);
    assert.ok(found.length >= 10, `${found.length} queries`);
    for (const plan of found) assert.doesNotMatch(plan, /SCAN (?:run|detail|text|prompt_key)\b/);
  });

  const recordedPlans: string[] = [];

  // Does what it is asked, and keeps the plan of it.
  const recorded = new Proxy({} as Statements, {
    get: (_, name: keyof Statements) => {
      const value = statements[name];
      if (typeof value !== 'function') return value;
      return (sql: string, ...values: sqlite.SQLInputValue[]) => {
        const plan = statements.all(`EXPLAIN QUERY PLAN ${sql}`, ...values);
        recordedPlans.push(plan.map(({ detail }) => detail).join('\n'));
        return Reflect.apply(value, statements, [sql, ...values]);
      };
    },
  });
});
