import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BlindChoice } from '../../../src/core/compare/blind.ts';
import { armRun, sampleComparison } from '../../support/comparisons.ts';
import { inEachStore } from '../../support/historySuite.ts';
import { newRun } from '../../support/newRuns.ts';

const ofComparison = (id: string) => ({ record: { comparison: { id, arm: 'A', block: 0 } } });

inEachStore(({ store, addAll, ids }) => {
  describe('comparisons', () => {
    it('are kept with what came of them, the newest first', async () => {
      const [older, newer] = [
        sampleComparison({ id: 'older', startedAt: 1 }),
        sampleComparison({ id: 'newer', startedAt: 2 }),
      ];
      await store().saveComparison(older);
      await store().saveComparison(newer);
      assert.deepEqual(await store().comparisons(9), [newer, older]);
      assert.deepEqual(await store().comparisons(1), [newer]);
      assert.deepEqual(await store().comparison('older'), older);
      assert.equal(await store().comparison('never was'), null);
    });

    it('keep their plan, and take in how far they have come', async () => {
      const begun = sampleComparison();
      await store().saveComparison(begun);
      const outcome = { ...begun.outcome, runs: [armRun('A', 0, {})], state: 'stopped' as const };
      await store().saveComparison({ ...begun, setup: { ...begun.setup, varied: 'prompt' }, outcome });
      assert.deepEqual(await store().comparison(begun.id), { ...begun, outcome });
    });

    it('keep their judgements, the last one of each two answers', async () => {
      const begun = sampleComparison();
      const judged = (block: number, preferred: string | null): BlindChoice => ({
        block,
        arms: ['A', 'B'],
        preferred,
        neither: false,
      });
      await store().judgeComparison(begun.id, judged(0, 'A'));
      assert.equal(await store().comparison(begun.id), null);
      await store().saveComparison(begun);
      await store().judgeComparison(begun.id, judged(0, 'A'));
      await store().judgeComparison(begun.id, judged(1, 'B'));
      await store().judgeComparison(begun.id, { ...judged(0, null), arms: ['B', 'A'] });
      const outcome = { ...begun.outcome, runs: [armRun('A', 0, {})] };
      await store().saveComparison({ ...begun, outcome });
      const blind = [judged(1, 'B'), { ...judged(0, null), arms: ['B', 'A'] }];
      assert.deepEqual((await store().comparison(begun.id))?.outcome, { ...outcome, blind });
    });

    it('are known by their runs', async () => {
      await addAll({ id: 'a', ...ofComparison('one') }, { id: 'b' });
      const [of, by] = [await store().run('a'), await store().run('b')];
      assert.deepEqual([of?.run.comparisonId, by?.run.comparisonId], ['one', null]);
      assert.deepEqual(of?.record.comparison, { id: 'one', arm: 'A', block: 0 });
    });

    it('go with the last of their runs', async () => {
      await store().saveComparison(sampleComparison({ id: 'one' }));
      await store().saveComparison(sampleComparison({ id: 'two' }));
      await addAll({ id: 'a', ...ofComparison('one') }, { id: 'b', ...ofComparison('two') }, { id: 'c' });
      await store().remove(['a']);
      await store().retain({ days: null, runs: null, bytes: null });
      assert.deepEqual(await ids(), ['c', 'b']);
      assert.deepEqual(
        (await store().comparisons(9)).map(({ id }) => id),
        ['two'],
      );
    });

    it('are held by one at a time, until it lets go or nothing is heard of it for too long', async () => {
      const hold = (holder: string, now: number) =>
        store().holdComparison('comparison', { holder, now, until: now + 10 });
      assert.equal(await hold('a', 0), null);
      await store().saveComparison(sampleComparison());
      assert.equal(await hold('b', 1), null);
      assert.equal(await hold('a', 2), 11);
      assert.equal(await hold('b', 5), null);
      assert.equal(await hold('a', 14), 15);
      assert.equal(await hold('a', 15), null);
      assert.equal(await hold('b', 16), 25);
      await store().letGoComparison('comparison', 'b');
      assert.equal(await hold('b', 16), 25);
      await store().letGoComparison('comparison', 'a');
      assert.equal(await hold('b', 16), null);
      await store().saveComparison(sampleComparison());
      assert.equal(await hold('a', 17), 26);
      await store().clear();
      await store().saveComparison(sampleComparison());
      assert.equal(await hold('a', 18), null);
    });

    it('are gone when the history is cleared', async () => {
      await store().add(newRun({ id: 'a', ...ofComparison('comparison') }));
      await store().saveComparison(sampleComparison());
      await store().clear();
      assert.deepEqual(await store().comparisons(9), []);
    });
  });
});
