import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { textHash } from '../../../src/adapters/history/textHash.ts';
import { sampleComparison } from '../../support/comparisons.ts';
import { filter } from '../../support/historyStores.ts';
import { inEachStore } from '../../support/historySuite.ts';
import { newRun, testUri } from '../../support/newRuns.ts';

const bob = 'file:///project/bob.prompt.md';

const dayMs = 86_400_000;

inEachStore(({ store, addAll, ids, promptOf }) => {
  describe('removed runs', () => {
    it('are out of sight everywhere, and come back', async () => {
      await addAll({ id: 'a', text: 'one' }, { id: 'b', text: 'two' }, { id: 'c', key: bob });
      const promptId = await promptOf(testUri);
      const seen = async () => ({
        runs: await ids(),
        count: await store().count(filter()),
        run: (await store().run('b'))?.run.id,
        prompts: (await store().prompts({ simulated: false, limit: 9, offset: 0 })).map(
          ({ key, runs, trend }) => [key, runs, trend.length],
        ),
        groups: (await store().groups(promptId, false)).map(({ runs }) => runs),
        versions: (await store().versions(promptId, false)).length,
      });
      const before = await seen();
      await store().remove(['b', 'c', 'never was']);
      assert.deepEqual(await seen(), {
        runs: ['a'],
        count: 1,
        run: undefined,
        prompts: [[testUri, 1, 1]],
        groups: [1],
        versions: 1,
      });
      await store().restore(['b', 'c']);
      assert.deepEqual(await seen(), before);
    });

    it('go for good when the history is tidied', async () => {
      await addAll({ id: 'a' }, { id: 'b' });
      await store().remove(['b']);
      assert.equal(await store().retain({ days: null, runs: null, bytes: null }), 1);
      await store().restore(['b']);
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
      assert.equal(await store().retain({ days: 10, runs: null, bytes: null }), 1);
      assert.deepEqual(await ids(), ['young']);
    });

    it('deletes the oldest of too many, simulated ones too', async () => {
      const runs = Array.from({ length: 250 }, (_, i) => ({
        id: `${i}`,
        state: { simulated: i % 2 === 0 },
      }));
      await addAll(...runs);
      assert.equal(await store().retain({ days: null, runs: 3, bytes: null }), 247);
      assert.deepEqual([await ids(), await ids({ simulated: true })], [['249', '247'], ['248']]);
    });

    it('deletes nothing that is within the limits', async () => {
      await addAll({ id: 'a', startedAt: Date.now() }, { id: 'b', startedAt: Date.now() });
      assert.equal(await store().retain({ days: 1, runs: 2, bytes: 500_000_000 }), 0);
      assert.equal(await store().count(filter()), 2);
    });

    it('forgets prompts, texts and versions that nothing belongs to any more', async () => {
      await addAll({ id: 'a', text: 'one' }, { id: 'b', text: 'two', key: bob });
      await store().retain({ days: null, runs: 1, bytes: null });
      assert.deepEqual(
        [
          await store().promptId(testUri),
          await store().text(textHash('one')),
          await store().text(textHash('two')),
        ],
        [null, null, 'two'],
      );
    });

    it('keeps a text that another run has', async () => {
      await addAll({ id: 'a', text: 'one' }, { id: 'b', text: 'one' });
      await store().retain({ days: null, runs: 1, bytes: null });
      assert.equal(await store().text(textHash('one')), 'one');
      assert.equal((await store().run('b'))?.record.prompt.text, 'one');
    });
  });

  it('cleared, it is empty, and goes on', async () => {
    await addAll({ id: 'a' }, { id: 'b', key: bob });
    const before = await promptOf(testUri);
    await store().clear();
    assert.deepEqual(
      [
        await ids(),
        await store().prompts({ simulated: false, limit: 9, offset: 0 }),
        await store().promptId(testUri),
        await store().text(textHash('Greet the reader.')),
      ],
      [[], [], null, null],
    );
    await addAll({ id: 'a' });
    assert.deepEqual(await ids(), ['a']);
    assert.notEqual(await promptOf(testUri), before, 'an id is never given twice');
  });

  describe('changes', () => {
    it('are told after each that changed something and after no other, until disposed', async () => {
      let told = 0;
      let heard: () => void = () => undefined;
      const listening = store().onDidChange(() => {
        told++;
        heard();
      });
      const next = () => new Promise<void>((resolve) => (heard = resolve));
      const acts: readonly (() => Promise<unknown>)[] = [
        () => store().saveComparison(sampleComparison()),
        () => store().add(newRun({ id: 'a' })),
        () => store().setLabel('a', 'x'),
        () => store().remove(['a']),
        () => store().restore(['a']),
        () => store().rename(testUri, bob),
        () => store().retain({ days: 1, runs: 0, bytes: null }),
      ];
      for (const act of acts) {
        await Promise.all([next(), act()]);
        await store().count(filter());
        await store().holdComparison('comparison', { holder: 'a window', now: told, until: told + 1 });
      }
      assert.equal(told, acts.length);
      listening.dispose();
      listening.dispose();
      await store().add(newRun({ id: 'b' }));
      await store().close();
      assert.equal(told, acts.length);
    });

    it('are told to each listener, one twice if it asked twice', async () => {
      let told = 0;
      const both = new Promise<void>((resolve) => {
        const listener = () => {
          if (++told === 2) resolve();
        };
        store().onDidChange(listener);
        store().onDidChange(listener);
      });
      await Promise.all([both, store().add(newRun())]);
      assert.equal(told, 2);
    });
  });

  it('closed, it refuses everything after what was asked before', async () => {
    const adding = store().add(newRun());
    const closing = store().close();
    await adding;
    await Promise.all([closing, store().close()]);
    const refused = { message: 'The history is closed.' };
    await assert.rejects(store().add(newRun({ id: 'b' })), refused);
    await assert.rejects(ids(), refused);
    await assert.rejects(store().size(), refused);
    store()
      .onDidChange(() => undefined)
      .dispose();
  });
});
