import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { textHash } from '../../../src/adapters/history/textHash.ts';
import { inEachStore } from '../../support/historySuite.ts';
import { testUri } from '../../support/newRuns.ts';

const bob = 'file:///project/bob.prompt.md';

inEachStore(({ store, addAll, ids, promptOf }) => {
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
        (await store().prompts({ simulated: false, limit, offset })).map(
          ({ key, title, role, runs, lastRun }) => [key, title, role, runs, lastRun.id].join(' '),
        );
      assert.deepEqual(await page(2, 0), [
        `${bob} bob.prompt.md system 2 d`,
        'file:///c.md greet.prompt.md user 1 c',
      ]);
      assert.deepEqual(await page(2, 2), ['file:///a.md greet.prompt.md user 1 a']);
      const simulated = await store().prompts({ simulated: true, limit: 9, offset: 0 });
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
      const [prompt] = await store().prompts({ simulated: false, limit: 1, offset: 0 });
      assert.equal(prompt?.trend.map(({ id }) => id).join(''), 'ah');
    });

    it('keeps a trend at 30 runs', async () => {
      await addAll(...Array.from({ length: 35 }, (_, i) => ({ id: `${i}` })));
      const [prompt] = await store().prompts({ simulated: false, limit: 1, offset: 0 });
      const expected = Array.from({ length: 30 }, (_, i) => `${i + 5}`);
      assert.deepEqual(
        prompt?.trend.map(({ id }) => id),
        expected,
      );
    });
  });

  it('titles are those of the newest runs of the same kind, in sight', async () => {
    await addAll(
      { id: 'a' },
      { id: 'b', key: bob, prompt: { title: 'old title' } },
      { id: 'c', key: bob, prompt: { title: 'bob.prompt.md' } },
      { id: 'd', key: 'file:///d.md', state: { simulated: true } },
      { id: 'e', key: 'file:///e.md' },
      { id: 'f', key: 'file:///f.md', prompt: { title: 'f.md' } },
    );
    const [greet, former, d, e, f] = await Promise.all(
      [testUri, bob, 'file:///d.md', 'file:///e.md', 'file:///f.md'].map(promptOf),
    );
    assert.ok(greet && former && d && e && f);
    await store().remove(['e']);
    await store().link('file:///f.md', greet);
    assert.deepEqual(
      await store().titles([greet, former, d, e, 99], false),
      new Map([
        [greet, 'f.md'],
        [former, 'bob.prompt.md'],
      ]),
    );
    assert.deepEqual(await store().titles([greet, d], true), new Map([[d, 'greet.prompt.md']]));
    assert.deepEqual(await store().titles([], false), new Map());
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
      (await store().groups(promptId, simulated)).map(({ group, runs, lastRunAt }) => [
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
    assert.deepEqual(await store().versions(await promptOf(testUri), false), [
      { promptHash: textHash('one'), number: 1, runs: 2, firstRunAt: 0, lastRunAt: 2, hasText: true },
      { promptHash: textHash('two'), number: 2, runs: 1, firstRunAt: 1, lastRunAt: 1, hasText: false },
    ]);
  });

  describe('a linked key', () => {
    it('brings its runs along, and its next runs', async () => {
      await addAll({ id: 'a', text: 'one' }, { id: 'b', key: bob, text: 'two' });
      const promptId = await promptOf(testUri);
      await store().link(bob, promptId);
      await addAll({ id: 'c', startedAt: 3, key: bob, text: 'three' });
      assert.deepEqual([await ids({ promptId }), await store().promptId(bob)], [['c', 'b', 'a'], promptId]);
      assert.equal((await store().versions(promptId, false)).length, 3);
      const prompts = await store().prompts({ simulated: false, limit: 9, offset: 0 });
      assert.deepEqual(
        prompts.map(({ key, runs }) => [key, runs]),
        [[bob, 3]],
      );
    });

    it('may be linked before it runs', async () => {
      await addAll({ id: 'a' });
      const promptId = await promptOf(testUri);
      await store().link(bob, promptId);
      await addAll({ id: 'b', startedAt: 1, key: bob });
      assert.deepEqual(await ids({ promptId }), ['b', 'a']);
    });

    it('leaves the runs of other keys where they are', async () => {
      const carol = 'file:///carol.md';
      await addAll({ id: 'a' }, { id: 'b', key: bob }, { id: 'c', key: carol });
      await store().link(bob, await promptOf(testUri));
      await store().link(bob, await promptOf(carol));
      assert.deepEqual(
        [await ids({ promptId: await promptOf(testUri) }), await ids({ promptId: await promptOf(carol) })],
        [['a'], ['c', 'b']],
      );
    });

    it('is refused where there is no such prompt', async () => {
      await addAll({ id: 'a' });
      await assert.rejects(store().link(testUri, 99), /no such prompt/);
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
        ['file:///p/sub/a.md', 'file:///p/sub/a.md#SYSTEM', 'file:///p/sub/a.mdx', 'file:///p/sub/sub/a.md'],
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
        await store().rename(from, to);
        assert.deepEqual(await Promise.all(expected.map(promptOf)), promptIds);
        const prompts = await store().prompts({ simulated: false, limit: 9, offset: 0 });
        assert.deepEqual(prompts.map(({ key }) => key).reverse(), expected);
      });
    }

    it('shows in the records', async () => {
      const key = `${testUri}#SYSTEM`;
      await addAll({ id: 'a', key, prompt: { place: { uri: testUri, spans: [{ start: 1, end: 5 }] } } });
      await store().rename(testUri, bob);
      const prompt = (await store().run('a'))?.record.prompt;
      assert.deepEqual(
        [prompt?.key, prompt?.place],
        [`${bob}#SYSTEM`, { uri: bob, spans: [{ start: 1, end: 5 }] }],
      );
    });

    it('over a document that ran leaves its runs to the prompt that it was', async () => {
      await addAll({ id: 'a' }, { id: 'b', key: bob });
      const [greet, former] = [await promptOf(testUri), await promptOf(bob)];
      await store().rename(testUri, bob);
      await addAll({ id: 'c', startedAt: 2, key: bob }, { id: 'd', startedAt: 3 });
      assert.deepEqual(
        [await ids({ promptId: greet }), await ids({ promptId: former }), await promptOf(bob)],
        [['c', 'a'], ['b'], greet],
      );
      assert.notEqual(await promptOf(testUri), greet);
      const prompts = await store().prompts({ simulated: false, limit: 9, offset: 0 });
      assert.deepEqual(
        prompts.map(({ key }) => key),
        [testUri, bob, bob],
      );
    });
  });
});
