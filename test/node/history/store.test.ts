import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { HistoryStore } from '../../../src/adapters/history/historyStore.ts';
import { textHash } from '../../../src/adapters/history/textHash.ts';
import type { HistoryRun } from '../../../src/core/history/historyRun.ts';
import type { RunCursor, RunFilter } from '../../../src/core/history/query.ts';
import type { EndState } from '../../../src/core/run/endState.ts';
import { filter, idsOf, openTestHistory } from '../../support/historyStores.ts';
import { type NewRunFacts, newRun, testUri } from '../../support/newRuns.ts';

const dayMs = 86_400_000;
let root: string;
let count = 0;

before(async () => {
  root = await mkdtemp(join(tmpdir(), 'prompt-tuner-history-'));
});

after(() => rm(root, { recursive: true, force: true }));

const stores: Readonly<Record<string, () => Promise<HistoryStore>>> = {
  'the history in a database': () => openTestHistory(join(root, `store ${++count}`)),
  'the history in memory': () => openTestHistory(null),
};

const bob = 'file:///project/bob.prompt.md';

for (const [name, open] of Object.entries(stores)) {
  describe(name, () => {
    let store: HistoryStore;

    beforeEach(async () => {
      store = await open();
    });

    afterEach(() => store.close());

    /** Adds runs, one ms after the other. */
    const addAll = async (...runs: readonly NewRunFacts[]): Promise<void> => {
      for (const [i, facts] of runs.entries()) await store.add(newRun({ startedAt: i, ...facts }));
    };

    const ids = (narrowed: Partial<RunFilter> = {}) => idsOf(store, narrowed);

    const promptOf = async (key: string): Promise<number> => {
      const id = await store.promptId(key);
      assert.ok(id !== null, `${key} has no prompt`);
      return id;
    };

    describe('a run', () => {
      it('is told at a glance', async () => {
        await store.add(newRun({ id: 'a', startedAt: 7, commit: 'c0ffee' }));
        const [run] = await store.runs(filter(), { limit: 1, after: null });
        const expected: HistoryRun = {
          id: 'a',
          promptId: await promptOf(testUri),
          groupId: (await store.groups(await promptOf(testUri), false))[0]?.groupId ?? 0,
          startedAt: 7,
          promptHash: textHash('Greet the reader.'),
          label: null,
          commit: 'c0ffee',
          modified: false,
          group: {
            model: 'claude-haiku-5-5',
            place: 'local',
            simulated: false,
            maxTokens: 4_096,
            effort: null,
            thinking: null,
            temperature: null,
            context: null,
            extra: null,
          },
          endState: 'complete',
          failure: null,
          cold: false,
          concurrent: false,
          attempts: 1,
          reused: false,
          thought: false,
          metrics: {
            ttftMs: 400,
            firstTextMs: 400,
            ttltMs: 1_987,
            otps: (120 * (1 - 5 / 500) * 1_000) / (2_990 - 1_413),
            connectMs: 12.5,
            headersMs: 187,
            serverMs: 150,
            longestGapMs: 80.5,
            waitedMs: 2_001,
          },
          hostDelayMs: 3.25,
          usage: {
            inputTokens: 40,
            cacheCreationTokens: 0,
            cacheReadTokens: 0,
            outputTokens: 120,
            thinkingTokens: 0,
            webSearchRequests: null,
            webFetchRequests: null,
            serviceTier: 'standard',
            speed: null,
          },
          cost: 0.0005,
        };
        assert.deepEqual(run, expected);
      });

      it('that failed before it was sent has no number', async () => {
        const failure = { kind: 'offline', status: null, code: 'ENOTFOUND', message: '' } as const;
        const state = {
          attempts: [],
          blocks: [],
          usageFinal: false,
          endState: 'failed',
          failure: { ...failure, requestId: null, retryAfterMs: null, parameter: null, retryable: true },
          firstTokenAt: null,
          firstTextAt: null,
          stoppedAt: null,
          endedAt: null,
          serverMs: null,
          longestGapMs: null,
        } as const;
        await store.add({ ...newRun({ state, record: { hostDelayMs: null, cold: true } }), cost: null });
        const run = (await store.run('run'))?.run;
        assert.deepEqual(
          [run?.endState, run?.failure, run?.attempts, run?.reused, run?.cold, run?.hostDelayMs, run?.cost],
          ['failed', 'offline', 0, null, true, null, null],
        );
        assert.deepEqual(Object.values(run?.metrics ?? {}), Array(9).fill(null));
      });

      it('that was stopped before it was billed has no output tokens', async () => {
        await store.add(newRun({ state: { endState: 'cancelled', usageFinal: false } }));
        const usage = (await store.run('run'))?.run.usage;
        assert.deepEqual([usage?.inputTokens, usage?.outputTokens, usage?.thinkingTokens], [40, null, null]);
      });

      it('that has not ended is refused', async () => {
        await assert.rejects(store.add(newRun({ state: { endState: null } })), /has not ended/);
        assert.deepEqual(await ids(), []);
      });

      it('comes back as it was', async () => {
        const body = { system: 'Be brief.', thinking: { type: 'enabled' }, top_k: 5 };
        const added = newRun({ body, storeText: true });
        await store.add(added);
        const stored = await store.run('run');
        assert.deepEqual([stored?.record, stored?.hasTexts], [added.record, true]);
        assert.equal(await store.text(textHash('Greet the reader.')), 'Greet the reader.');
      });

      it('without its texts keeps its numbers and parameters alone', async () => {
        const body = { system: [{ type: 'text', text: 'Secret.' }], temperature: 0.5, tools: ['Secret.'] };
        const added = newRun({ text: 'Secret.', answer: 'Secret.', body, storeText: false });
        await store.add(added);
        const stored = await store.run('run');
        const { record } = added;
        assert.deepEqual(stored?.record, {
          ...record,
          prompt: { ...record.prompt, text: '' },
          request: {
            version: null,
            body: {
              model: 'claude-haiku-5-5',
              max_tokens: 4_096,
              messages: [{ role: 'user', content: [{ type: 'text', text: '' }] }],
              stream: true,
              system: [{ type: 'text', text: '' }],
              temperature: 0.5,
            },
          },
          state: { ...record.state, blocks: [{ ...record.state.blocks[0], text: '' }] },
        });
        assert.deepEqual([stored?.hasTexts, stored?.run.metrics.ttftMs], [false, 400]);
        assert.equal(await store.text(textHash('Secret.')), null);
        const [version] = await store.versions(await promptOf(testUri), false);
        assert.equal(version?.hasText, false);
      });

      for (const [what, text] of Object.entries({
        'half a surrogate pair': 'a\ud800b\udc00\ud83d',
        'a zero character': 'a\0b',
        nothing: '',
        'a text of 5 MB': 'Wörter 字 '.repeat(500_000),
      })) {
        it(`keeps ${what}`, async () => {
          const added = newRun({ text, answer: text, storeText: true });
          await store.add(added);
          assert.deepEqual((await store.run('run'))?.record, added.record);
          assert.equal(await store.text(textHash(text)), text);
        });
      }

      it('with half a surrogate pair is another version than with its replacement', async () => {
        await addAll(
          { id: 'a', text: 'x\ud800' },
          { id: 'b', text: 'x\ufffd' },
          { id: 'c', text: 'x\ud801' },
        );
        assert.equal((await store.versions(await promptOf(testUri), false)).length, 3);
      });

      it('is kept once, however often it is added', async () => {
        await addAll({ id: 'a', text: 'one' }, { id: 'a', text: 'two', key: bob });
        assert.deepEqual([await ids(), await store.promptId(bob)], [['a'], null]);
        assert.equal((await store.run('a'))?.record.prompt.text, 'one');
      });

      it('that never was is null', async () => {
        assert.deepEqual(
          [await store.run('x'), await store.text('x'), await store.promptId('x')],
          [null, null, null],
        );
      });

      it('gets a label and loses it', async () => {
        await addAll({ id: 'a' }, { id: 'b' });
        await store.setLabel('a', 'best so far');
        const labels = async () =>
          (await store.runs(filter(), { limit: 9, after: null })).map(({ label }) => label);
        assert.deepEqual(await labels(), [null, 'best so far']);
        assert.equal((await store.run('a'))?.run.label, 'best so far');
        await store.setLabel('a', null);
        assert.deepEqual(await labels(), [null, null]);
      });
    });

    describe('the list of runs', () => {
      it('is read page by page, newest first, those of one moment by their ids', async () => {
        await addAll(
          { id: 'b', startedAt: 2 },
          { id: 'a', startedAt: 2 },
          { id: 'd', startedAt: 3 },
          { id: 'e', startedAt: 1 },
          { id: 'c', startedAt: 2 },
        );
        const read: string[] = [];
        let after: RunCursor | null = null;
        for (let page = 0; page < 4; page++) {
          const runs: readonly HistoryRun[] = await store.runs(filter(), { limit: 2, after });
          read.push(runs.map(({ id }) => id).join(''));
          after = runs.at(-1) ?? after;
        }
        assert.deepEqual(read, ['dc', 'ba', 'e', '']);
      });

      it('goes on behind a run that is gone', async () => {
        await addAll({ id: 'a' }, { id: 'b' }, { id: 'c' });
        const after = { startedAt: 1, id: 'b' };
        await store.remove(['b']);
        await store.retain({ days: null, runs: null, bytes: null });
        assert.deepEqual(
          (await store.runs(filter(), { limit: 9, after })).map(({ id }) => id),
          ['a'],
        );
      });

      it('is never longer than 1,000', async () => {
        for (let i = 0; i <= 1_000; i++) await store.add(newRun({ id: `${i}`, storeText: false }));
        const runs = await store.runs(filter(), { limit: 5_000, after: null });
        assert.deepEqual([runs.length, await store.count(filter())], [1_000, 1_001]);
      });

      it('is narrowed by every filter, and counted alike', async () => {
        await addAll(
          { id: 'a', text: 'one' },
          { id: 'b', text: 'two', model: 'claude-sonnet-5-5' },
          { id: 'c', text: 'two', state: { endState: 'cancelled' } },
          { id: 'd', text: 'two', key: bob, state: { endState: 'failed' } },
          { id: 'e', text: 'two', state: { simulated: true } },
        );
        const promptId = await promptOf(testUri);
        const [newest] = await store.groups(promptId, false);
        const hash = textHash('two');
        const ends: readonly EndState[] = ['cancelled', 'failed'];
        const expected: readonly (readonly [Partial<RunFilter>, string])[] = [
          [{}, 'dcba'],
          [{ simulated: true }, 'e'],
          [{ promptId }, 'cba'],
          [{ promptId: 99 }, ''],
          [{ groupId: newest?.groupId ?? 0 }, 'dca'],
          [{ promptId, groupId: newest?.groupId ?? 0 }, 'ca'],
          [{ model: 'claude-sonnet-5-5' }, 'b'],
          [{ promptId, model: 'claude-haiku-5-5' }, 'ca'],
          [{ promptHash: hash }, 'dcb'],
          [{ promptId, promptHash: hash }, 'cb'],
          [{ promptId, groupId: newest?.groupId ?? 0, promptHash: hash }, 'c'],
          [{ endStates: ends }, 'dc'],
          [{ endStates: [] }, ''],
          [{ promptId, endStates: ends }, 'c'],
          [{ since: 2 }, 'dc'],
          [{ promptId, since: 1, endStates: ['complete'] }, 'b'],
          [{ groupId: newest?.groupId ?? 0, model: 'claude-haiku-5-5', since: 3, simulated: true }, ''],
        ];
        for (const [narrowed, names] of expected) {
          const found = (await ids(narrowed)).join('');
          const counted = await store.count(filter(narrowed));
          assert.deepEqual([found, counted], [names, names.length], JSON.stringify(narrowed));
        }
      });
    });

    describe('the list of prompts', () => {
      it('has the one that ran last first, page by page', async () => {
        await addAll(
          { id: 'a', key: 'file:///a.md' },
          { id: 'b', key: bob, prompt: { title: 'old title' } },
          { id: 'c', key: 'file:///c.md' },
          { id: 'd', key: bob, prompt: { title: 'bob.prompt.md', role: 'system' } },
          { id: 'e', key: 'file:///e.md', state: { simulated: true } },
        );
        const page = async (limit: number, offset: number) =>
          (await store.prompts({ simulated: false, limit, offset })).map(
            ({ key, title, role, runs, lastRun }) => [key, title, role, runs, lastRun.id].join(' '),
          );
        assert.deepEqual(await page(2, 0), [
          `${bob} bob.prompt.md system 2 d`,
          'file:///c.md greet.prompt.md user 1 c',
        ]);
        assert.deepEqual(await page(2, 2), ['file:///a.md greet.prompt.md user 1 a']);
        const simulated = await store.prompts({ simulated: true, limit: 9, offset: 0 });
        assert.deepEqual(
          simulated.map(({ key, promptId }) => [key, promptId]),
          [['file:///e.md', await promptOf('file:///e.md')]],
        );
      });

      it('shows the trend of the newest clean runs of the last group, oldest first', async () => {
        await addAll(
          { id: 'a' },
          { id: 'b', model: 'claude-sonnet-5-5' },
          { id: 'c', state: { endState: 'cancelled' } },
          { id: 'd', attempts: 2 },
          { id: 'e', usage: { cacheReadTokens: 30 } },
          { id: 'f', record: { concurrent: true } },
          { id: 'g', record: { hostDelayMs: 51 } },
          { id: 'h', record: { cold: true } },
        );
        const [prompt] = await store.prompts({ simulated: false, limit: 1, offset: 0 });
        assert.equal(prompt?.trend.map(({ id }) => id).join(''), 'ah');
      });

      it('keeps a trend at 30 runs', async () => {
        await addAll(...Array.from({ length: 35 }, (_, i) => ({ id: `${i}` })));
        const [prompt] = await store.prompts({ simulated: false, limit: 1, offset: 0 });
        const expected = Array.from({ length: 30 }, (_, i) => `${i + 5}`);
        assert.deepEqual(
          prompt?.trend.map(({ id }) => id),
          expected,
        );
      });
    });

    it('groups are those of the prompt, the one that ran last first', async () => {
      await addAll(
        { id: 'a' },
        { id: 'b', body: { temperature: 0.5 } },
        { id: 'c' },
        { id: 'd', body: { temperature: 0.5 } },
        { id: 'e', key: bob, model: 'claude-sonnet-5-5' },
        { id: 'f', state: { simulated: true } },
        { id: 'g' },
      );
      const promptId = await promptOf(testUri);
      const told = async (simulated: boolean) =>
        (await store.groups(promptId, simulated)).map(({ group, runs, lastRunAt }) => [
          group.temperature,
          group.simulated,
          runs,
          lastRunAt,
        ]);
      assert.deepEqual(await told(false), [
        [null, false, 3, 6],
        [0.5, false, 2, 3],
      ]);
      assert.deepEqual(await told(true), [[null, true, 1, 5]]);
    });

    it('versions are numbered from the oldest', async () => {
      await addAll(
        { id: 'a', text: 'one' },
        { id: 'b', text: 'two', storeText: false },
        { id: 'c', text: 'one' },
        { id: 'd', text: 'three', key: bob },
        { id: 'e', text: 'one', state: { simulated: true } },
      );
      assert.deepEqual(await store.versions(await promptOf(testUri), false), [
        { promptHash: textHash('one'), number: 1, runs: 2, firstRunAt: 0, lastRunAt: 2, hasText: true },
        { promptHash: textHash('two'), number: 2, runs: 1, firstRunAt: 1, lastRunAt: 1, hasText: false },
      ]);
    });

    describe('removed runs', () => {
      it('are out of sight everywhere, and come back', async () => {
        await addAll({ id: 'a', text: 'one' }, { id: 'b', text: 'two' }, { id: 'c', key: bob });
        const promptId = await promptOf(testUri);
        const seen = async () => ({
          runs: await ids(),
          count: await store.count(filter()),
          run: (await store.run('b'))?.run.id,
          prompts: (await store.prompts({ simulated: false, limit: 9, offset: 0 })).map(
            ({ key, runs, trend }) => [key, runs, trend.length],
          ),
          groups: (await store.groups(promptId, false)).map(({ runs }) => runs),
          versions: (await store.versions(promptId, false)).length,
        });
        const before = await seen();
        await store.remove(['b', 'c', 'never was']);
        assert.deepEqual(await seen(), {
          runs: ['a'],
          count: 1,
          run: undefined,
          prompts: [[testUri, 1, 1]],
          groups: [1],
          versions: 1,
        });
        await store.restore(['b', 'c']);
        assert.deepEqual(await seen(), before);
      });

      it('go for good when the history is tidied', async () => {
        await addAll({ id: 'a' }, { id: 'b' });
        await store.remove(['b']);
        assert.equal(await store.retain({ days: null, runs: null, bytes: null }), 1);
        await store.restore(['b']);
        assert.deepEqual(await ids(), ['a']);
      });
    });

    describe('tidying', () => {
      it('deletes what is too old', async () => {
        const now = Date.now();
        await addAll(
          { id: 'old', startedAt: now - 10 * dayMs - 1 },
          { id: 'young', startedAt: now - 9 * dayMs },
        );
        assert.equal(await store.retain({ days: 10, runs: null, bytes: null }), 1);
        assert.deepEqual(await ids(), ['young']);
      });

      it('deletes the oldest of too many, simulated ones too', async () => {
        const runs = Array.from({ length: 250 }, (_, i) => ({
          id: `${i}`,
          state: { simulated: i % 2 === 0 },
        }));
        await addAll(...runs);
        assert.equal(await store.retain({ days: null, runs: 3, bytes: null }), 247);
        assert.deepEqual([await ids(), await ids({ simulated: true })], [['249', '247'], ['248']]);
      });

      it('deletes nothing that is within the limits', async () => {
        await addAll({ id: 'a', startedAt: Date.now() }, { id: 'b', startedAt: Date.now() });
        assert.equal(await store.retain({ days: 1, runs: 2, bytes: 500_000_000 }), 0);
        assert.equal(await store.count(filter()), 2);
      });

      it('forgets prompts, texts and versions that nothing belongs to any more', async () => {
        await addAll({ id: 'a', text: 'one' }, { id: 'b', text: 'two', key: bob });
        await store.retain({ days: null, runs: 1, bytes: null });
        assert.deepEqual(
          [
            await store.promptId(testUri),
            await store.text(textHash('one')),
            await store.text(textHash('two')),
          ],
          [null, null, 'two'],
        );
      });

      it('keeps a text that another run has', async () => {
        await addAll({ id: 'a', text: 'one' }, { id: 'b', text: 'one' });
        await store.retain({ days: null, runs: 1, bytes: null });
        assert.equal(await store.text(textHash('one')), 'one');
        assert.equal((await store.run('b'))?.record.prompt.text, 'one');
      });
    });

    it('cleared, it is empty, and goes on', async () => {
      await addAll({ id: 'a' }, { id: 'b', key: bob });
      const before = await promptOf(testUri);
      await store.clear();
      assert.deepEqual(
        [
          await ids(),
          await store.prompts({ simulated: false, limit: 9, offset: 0 }),
          await store.promptId(testUri),
          await store.text(textHash('Greet the reader.')),
        ],
        [[], [], null, null],
      );
      await addAll({ id: 'a' });
      assert.deepEqual(await ids(), ['a']);
      assert.notEqual(await promptOf(testUri), before, 'an id is never given twice');
    });

    describe('a linked key', () => {
      it('brings its runs along, and its next runs', async () => {
        await addAll({ id: 'a', text: 'one' }, { id: 'b', key: bob, text: 'two' });
        const promptId = await promptOf(testUri);
        await store.link(bob, promptId);
        await addAll({ id: 'c', startedAt: 3, key: bob, text: 'three' });
        assert.deepEqual([await ids({ promptId }), await store.promptId(bob)], [['c', 'b', 'a'], promptId]);
        assert.equal((await store.versions(promptId, false)).length, 3);
        const prompts = await store.prompts({ simulated: false, limit: 9, offset: 0 });
        assert.deepEqual(
          prompts.map(({ key, runs }) => [key, runs]),
          [[bob, 3]],
        );
      });

      it('may be linked before it runs', async () => {
        await addAll({ id: 'a' });
        const promptId = await promptOf(testUri);
        await store.link(bob, promptId);
        await addAll({ id: 'b', startedAt: 1, key: bob });
        assert.deepEqual(await ids({ promptId }), ['b', 'a']);
      });

      it('leaves the runs of other keys where they are', async () => {
        const carol = 'file:///carol.md';
        await addAll({ id: 'a' }, { id: 'b', key: bob }, { id: 'c', key: carol });
        await store.link(bob, await promptOf(testUri));
        await store.link(bob, await promptOf(carol));
        assert.deepEqual(
          [await ids({ promptId: await promptOf(testUri) }), await ids({ promptId: await promptOf(carol) })],
          [['a'], ['c', 'b']],
        );
      });

      it('is refused where there is no such prompt', async () => {
        await addAll({ id: 'a' });
        await assert.rejects(store.link(testUri, 99), /no such prompt/);
        assert.deepEqual(await ids({ promptId: await promptOf(testUri) }), ['a']);
      });
    });

    describe('a rename', () => {
      const moved: Readonly<Record<string, readonly [from: string, to: string, after: readonly string[]]>> = {
        'of a document takes what stands in it along, and nothing else': [
          'file:///p/a.md',
          'file:///q/b.md',
          ['file:///q/b.md', 'file:///q/b.md#SYSTEM', 'file:///p/a.mdx', 'file:///p/sub/a.md'],
        ],
        'of a folder takes all below it along': [
          'file:///p/',
          'file:///q/r/',
          ['file:///q/r/a.md', 'file:///q/r/a.md#SYSTEM', 'file:///q/r/a.mdx', 'file:///q/r/sub/a.md'],
        ],
        'of a folder into itself': [
          'file:///p/',
          'file:///p/sub/',
          [
            'file:///p/sub/a.md',
            'file:///p/sub/a.md#SYSTEM',
            'file:///p/sub/a.mdx',
            'file:///p/sub/sub/a.md',
          ],
        ],
        'of what never ran changes nothing': [
          'file:///p/a',
          'file:///q',
          ['file:///p/a.md', 'file:///p/a.md#SYSTEM', 'file:///p/a.mdx', 'file:///p/sub/a.md'],
        ],
      };
      for (const [title, [from, to, expected]] of Object.entries(moved)) {
        it(title, async () => {
          const keys = ['file:///p/a.md', 'file:///p/a.md#SYSTEM', 'file:///p/a.mdx', 'file:///p/sub/a.md'];
          await addAll(...keys.map((key) => ({ id: key, key })));
          const promptIds = await Promise.all(keys.map(promptOf));
          await store.rename(from, to);
          assert.deepEqual(await Promise.all(expected.map(promptOf)), promptIds);
          const prompts = await store.prompts({ simulated: false, limit: 9, offset: 0 });
          assert.deepEqual(prompts.map(({ key }) => key).reverse(), expected);
        });
      }

      it('shows in the records', async () => {
        const key = `${testUri}#SYSTEM`;
        await addAll({ id: 'a', key, prompt: { place: { uri: testUri, spans: [{ start: 1, end: 5 }] } } });
        await store.rename(testUri, bob);
        const prompt = (await store.run('a'))?.record.prompt;
        assert.deepEqual(
          [prompt?.key, prompt?.place],
          [`${bob}#SYSTEM`, { uri: bob, spans: [{ start: 1, end: 5 }] }],
        );
      });

      it('over a document that ran leaves its runs to the prompt that it was', async () => {
        await addAll({ id: 'a' }, { id: 'b', key: bob });
        const [greet, former] = [await promptOf(testUri), await promptOf(bob)];
        await store.rename(testUri, bob);
        await addAll({ id: 'c', startedAt: 2, key: bob }, { id: 'd', startedAt: 3 });
        assert.deepEqual(
          [await ids({ promptId: greet }), await ids({ promptId: former }), await promptOf(bob)],
          [['c', 'a'], ['b'], greet],
        );
        assert.notEqual(await promptOf(testUri), greet);
        const prompts = await store.prompts({ simulated: false, limit: 9, offset: 0 });
        assert.deepEqual(
          prompts.map(({ key }) => key),
          [testUri, bob, bob],
        );
      });
    });

    describe('changes', () => {
      it('are told after each that changed something, until disposed', async () => {
        let told = 0;
        let heard: () => void = () => undefined;
        const listening = store.onDidChange(() => {
          told++;
          heard();
        });
        const next = () => new Promise<void>((resolve) => (heard = resolve));
        const acts: readonly (() => Promise<unknown>)[] = [
          () => store.add(newRun({ id: 'a' })),
          () => store.setLabel('a', 'x'),
          () => store.remove(['a']),
          () => store.restore(['a']),
          () => store.rename(testUri, bob),
          () => store.retain({ days: 1, runs: 0, bytes: null }),
        ];
        for (const act of acts) await Promise.all([next(), act()]);
        assert.equal(told, acts.length);
        listening.dispose();
        listening.dispose();
        await store.add(newRun({ id: 'b' }));
        await store.close();
        assert.equal(told, acts.length);
      });

      it('are told to each listener, one twice if it asked twice', async () => {
        let told = 0;
        const both = new Promise<void>((resolve) => {
          const listener = () => {
            if (++told === 2) resolve();
          };
          store.onDidChange(listener);
          store.onDidChange(listener);
        });
        await Promise.all([both, store.add(newRun())]);
        assert.equal(told, 2);
      });
    });

    it('closed, it refuses everything after what was asked before', async () => {
      const adding = store.add(newRun());
      const closing = store.close();
      await adding;
      await Promise.all([closing, store.close()]);
      const refused = { message: 'The history is closed.' };
      await assert.rejects(store.add(newRun({ id: 'b' })), refused);
      await assert.rejects(ids(), refused);
      await assert.rejects(store.size(), refused);
      store.onDidChange(() => undefined).dispose();
    });
  });
}
