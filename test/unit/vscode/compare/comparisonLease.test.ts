import '../../../support/vscodeWords.ts';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import type { HistoryStore } from '../../../../src/adapters/history/historyStore.ts';
import { sampleComparison } from '../../../support/comparisons.ts';
import { openTestHistory } from '../../../support/historyStores.ts';

const { takeLease } = await import('../../../../src/vscode/compare/comparisonLease.ts');
const { UserError } = await import('../../../../src/vscode/userError.ts');

const { id } = sampleComparison();

describe('who makes the runs of a comparison', () => {
  let store: HistoryStore;

  beforeEach(async () => {
    mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'], now: 0 });
    store = await openTestHistory(null);
    await store.saveComparison(sampleComparison());
  });
  afterEach(() => {
    mock.timers.reset();
  });

  const holdElsewhere = (until: number) =>
    store.holdComparison(id, { holder: 'other', now: Date.now(), until });
  /** When the hold that another window would meet ends; it takes the comparison where there is none. */
  const heldUntil = () => holdElsewhere(Date.now() + 1);
  /** Lets what waits for the store go on. */
  const settle = async () => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  };
  const tick = async (ms: number) => {
    mock.timers.tick(ms);
    await settle();
  };
  const never = () => assert.fail('it was never lost');

  it('one that nobody has is held at once, for longer every five seconds, until its end', async () => {
    const lease = await takeLease(id, store, never);
    assert.equal(await heldUntil(), 15_000);
    await tick(4_999);
    assert.equal(await heldUntil(), 15_000);
    await tick(1);
    assert.equal(await heldUntil(), 20_000);
    await tick(5_000);
    assert.equal(await heldUntil(), 25_000);
    await lease.end();
    assert.equal(await heldUntil(), null);
    await tick(60_000);
    assert.equal(await heldUntil(), null);
  });

  it('one that a window left is taken when its time is over, not before', async () => {
    await holdElsewhere(9_000);
    let taken = false;
    const taking = takeLease(id, store, never).then((lease) => {
      taken = true;
      return lease;
    });
    await settle();
    await tick(8_999);
    assert.equal(taken, false);
    await tick(1);
    assert.equal(taken, true);
    assert.equal(await heldUntil(), 24_000);
    await (await taking).end();
  });

  it('one whose window lives is refused with a sentence, and left alone', async () => {
    await holdElsewhere(9_000);
    const taking = assert.rejects(takeLease(id, store, never), (error) => {
      assert.ok(error instanceof UserError);
      assert.match(error.message, /^Another window makes the runs of this comparison:/);
      return true;
    });
    await settle();
    await tick(5_000);
    await holdElsewhere(14_000);
    await tick(4_000);
    await taking;
    await tick(60_000);
    assert.equal(await heldUntil(), null);
  });

  it('one that another window took is lost, once', async () => {
    let lost = 0;
    const lease = await takeLease(id, store, () => lost++);
    // As after a sleep of the machine: nothing was renewed, and another window came first.
    mock.timers.setTime(16_000);
    assert.equal(await holdElsewhere(31_000), null);
    await lease.renew();
    assert.deepEqual([lease.held, lost], [false, 1]);
    await tick(30_000);
    await lease.renew();
    assert.deepEqual([lease.held, lost], [false, 1]);
    await lease.end();
  });

  it('a history that fails once does not end it', async () => {
    let failing = false;
    const failsOnce: HistoryStore = {
      ...store,
      holdComparison: async (...args) => {
        if (failing) throw new Error('no disk');
        return await store.holdComparison(...args);
      },
    };
    const lease = await takeLease(id, failsOnce, never);
    failing = true;
    await tick(5_000);
    failing = false;
    await tick(5_000);
    assert.deepEqual([lease.held, await heldUntil()], [true, 25_000]);
    await lease.end();
  });
});
