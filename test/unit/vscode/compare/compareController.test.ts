import '../../../support/vscodeWords.ts';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { comparing } from '../../../support/comparing.ts';
import { sampleComparison } from '../../../support/comparisons.ts';

const { makeRuns } = await import('../../../../src/vscode/compare/compareRun.ts');

const { setup } = sampleComparison();
const running = sampleComparison({
  id: 'running',
  runs: 5,
  setup: { prompt: { ...setup.prompt, place: null } },
});
const other = sampleComparison({ id: 'other' });

describe('what the comparison panel shows', () => {
  it('is the comparison whose runs are made, whatever else is asked for', async () => {
    const refused = {
      name: 'UserError',
      message: 'A comparison is under way: others can be shown when it has ended.',
    };
    let made = 0;
    const { controller, parts, store } = await comparing({
      run: async () => {
        if (++made !== 3) return;
        await assert.rejects(controller.open(other.id), refused);
        assert.throws(() => controller.show(other, 'planned'), refused);
        assert.equal(await controller.open(running.id), true);
        const { phase, comparison } = controller.model;
        assert.deepEqual([phase, comparison?.outcome.runs.length], ['running', 2]);
      },
    });
    await store.saveComparison(other);
    controller.show(running, 'planned');
    assert.equal(await makeRuns(running, 0, new Map(), parts), 'complete');
    const { phase, comparison } = controller.model;
    assert.deepEqual([phase, comparison?.id, comparison?.outcome.runs.length], ['complete', 'running', 10]);
    assert.equal(await controller.open(other.id), true);
  });

  it('is the one from before a reload', async () => {
    const { controller, store } = await comparing({ shownBefore: other.id });
    await store.saveComparison(other);
    await controller.restore();
    assert.equal(controller.model.comparison?.id, other.id);
  });

  it('is not the one from before a reload where another was planned while it was read', async () => {
    const { controller, store } = await comparing({ shownBefore: other.id });
    await store.saveComparison(other);
    const restored = controller.restore();
    controller.show(running, 'planned');
    await restored;
    assert.deepEqual([controller.model.comparison?.id, controller.model.phase], ['running', 'planned']);
  });

  it('is not made while nobody looks', async () => {
    const { controller, parts, shown } = await comparing({ hidden: true });
    controller.show(running, 'planned');
    await makeRuns(running, 0, new Map(), parts);
    assert.deepEqual(shown, []);
  });

  it('says nothing aloud again to a page that is new', async () => {
    const { controller, shown, ready } = await comparing();
    controller.show(other, 'stopped', { announcement: 'Copied as Markdown.' });
    ready();
    controller.update({ notice: null });
    assert.deepEqual(
      shown.map(({ announcement }) => announcement),
      ['Copied as Markdown.', null, null],
    );
  });
});
