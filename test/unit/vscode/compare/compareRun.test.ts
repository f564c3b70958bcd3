import '../../../support/vscodeWords.ts';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { HistoryStore } from '../../../../src/adapters/history/historyStore.ts';
import type { BlindChoice } from '../../../../src/core/compare/blind.ts';
import type { Comparison } from '../../../../src/core/compare/comparison.ts';
import type { Failure } from '../../../../src/core/failure.ts';
import { comparing } from '../../../support/comparing.ts';
import { armRun, sampleComparison } from '../../../support/comparisons.ts';

const { makeRuns } = await import('../../../../src/vscode/compare/compareRun.ts');
const { onCompareMessage } = await import('../../../../src/vscode/compare/compareActions.ts');

/** A prompt of no document: it has no setting of its own. */
function ofNoDocument(): Comparison {
  const { setup } = sampleComparison();
  return sampleComparison({ runs: 5, setup: { prompt: { ...setup.prompt, place: null } } });
}

/** Takes the comparison over, as a window does that did not hear of this one for long. */
async function takeOver(store: HistoryStore, id: string): Promise<void> {
  const now = Date.now() + 60_000;
  assert.equal(await store.holdComparison(id, { holder: 'another window', now, until: now + 60_000 }), null);
}

describe('the runs of a comparison', () => {
  it('are made and kept one by one, and say when all of them are', async () => {
    const comparison = ofNoDocument();
    const { controller, parts, store } = await comparing();
    controller.show(comparison, 'planned');
    assert.equal(await makeRuns(comparison, 0, new Map(), parts), 'complete');
    const kept = await store.comparison(comparison.id);
    assert.deepEqual(
      [controller.model.phase, kept?.outcome.state, kept?.outcome.runs.length],
      ['complete', 'complete', 10],
    );
  });

  it('taken over in the middle are not written over: what is kept is shown, with a sentence', async () => {
    const comparison = ofNoDocument();
    const others = [armRun('A', 0, {}), armRun('B', 0, {}), armRun('A', 1, {})];
    const { controller, parts, store, shown } = await comparing({
      run: async () => {
        await takeOver(store, comparison.id);
        const outcome = { ...comparison.outcome, state: 'running' as const, runs: others };
        await store.saveComparison({ ...comparison, outcome });
      },
    });
    const begun = { ...comparison, outcome: { ...comparison.outcome, state: 'stopped' as const } };
    controller.show(begun, 'stopped');
    await onCompareMessage({ type: 'action', action: 'go-on' }, parts);
    const kept = (await store.comparison(comparison.id))?.outcome.runs;
    assert.deepEqual(kept, others);
    assert.deepEqual(controller.model.comparison?.outcome.runs, others);
    const { notice, announcement, buttons } = shown.at(-1) ?? {};
    assert.match(
      notice?.text ?? '',
      /^Stopped here: .* another one took the comparison over\. .*Go On continues/,
    );
    assert.equal(announcement, notice?.text);
    assert.equal(buttons?.[0]?.action, 'go-on');
  });

  it('taken over during the warm-up are not begun, nor written over', async () => {
    const comparison = ofNoDocument();
    const theirs = { ...comparison.outcome, state: 'running' as const, runs: [armRun('A', 0, {})] };
    const { controller, parts, store } = await comparing({
      warmUp: async () => {
        await takeOver(store, comparison.id);
        await store.saveComparison({ ...comparison, outcome: theirs });
      },
      run: async () => assert.fail('no run is made'),
    });
    await store.saveComparison(comparison);
    controller.show(comparison, 'stopped');
    assert.equal(await makeRuns(comparison, 0, new Map(), parts), 'taken-over');
    assert.deepEqual((await store.comparison(comparison.id))?.outcome, theirs);
    assert.equal(controller.model.phase, 'stopped');
  });

  it('that the history fails to keep end as stopped, with what was made so far', async () => {
    const comparison = ofNoDocument();
    const { controller, parts, store } = await comparing({
      run: async () => {
        if (controller.model.comparison?.outcome.runs.length === 2) {
          store.saveComparison = async () => Promise.reject(new Error('no disk'));
        }
      },
    });
    controller.show(comparison, 'planned');
    await assert.rejects(makeRuns(comparison, 0, new Map(), parts), new Error('no disk'));
    const { phase, comparison: left } = controller.model;
    assert.deepEqual([phase, left?.outcome.runs.length], ['stopped', 3]);
  });

  it('judged by another window meanwhile keep its judgements, and show them', async () => {
    const comparison = ofNoDocument();
    const choice: BlindChoice = { block: 0, arms: ['A', 'B'], preferred: 'B', neither: false };
    let made = 0;
    const { controller, parts, store } = await comparing({
      run: async () => {
        if (++made === 3) await store.judgeComparison(comparison.id, choice);
      },
    });
    controller.show(comparison, 'planned');
    await makeRuns(comparison, 0, new Map(), parts);
    assert.deepEqual((await store.comparison(comparison.id))?.outcome.blind, [choice]);
    assert.deepEqual(controller.model.comparison?.outcome.blind, [choice]);
  });

  it('wait after a failure that may pass, and a stop ends the wait', async () => {
    const comparison = ofNoDocument();
    const failure: Failure = {
      kind: 'rate-limit',
      status: 429,
      code: null,
      message: '',
      requestId: null,
      retryAfterMs: 60_000,
      parameter: null,
      retryable: true,
    };
    const { controller, parts, stop, store } = await comparing({
      run: async () => ({ endState: 'failed', failure }),
    });
    const waits = new Promise<void>((resolve) => {
      controller.onDidChange(() => {
        if (controller.model.paused !== null) resolve();
      });
    });
    controller.show(comparison, 'planned');
    const made = makeRuns(comparison, 0, new Map(), parts);
    await waits;
    assert.equal(controller.model.paused?.reason, 'rate-limit');
    stop();
    assert.equal(await made, 'cancelled');
    const { phase, paused } = controller.model;
    assert.deepEqual([phase, paused], ['stopped', null]);
    assert.equal((await store.comparison(comparison.id))?.outcome.state, 'stopped');
  });
});
