import assert from 'node:assert/strict';
import { test } from 'node:test';
import { panelTests } from '../support/panelTests.ts';
import { failedView, sampleBlocks, show, writingView } from '../support/panelViews.ts';

const withPanel = panelTests('output');

test('the keyboard reaches everything in the order of reading', async () => {
  await withPanel(async (panel) => {
    await panel.send(show(failedView, sampleBlocks.slice(1)));
    await panel.settled();
    const seen: string[] = [];
    for (let presses = 0; presses < 60; presses++) {
      await panel.page.keyboard.press('Tab');
      const at = await panel.page.evaluate(() => {
        const element = document.activeElement;
        if (element === null || element === document.body) return null;
        const { chip, figure, action, explain, language, url } = (element as HTMLElement).dataset;
        const name = chip ?? figure ?? action ?? explain ?? language ?? url;
        return name ?? element.id ?? element.textContent?.trim() ?? element.localName;
      });
      if (at === null) break;
      seen.push(at === '' ? 'other' : at);
    }
    const order = ['model', 'enter-key', 'ttft', 'cost', 'run-again', 'https://example.com/incidents/42'];
    const places = order.map((name) => seen.indexOf(name));
    assert.ok(!places.includes(-1), `${order} in ${seen}`);
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
    assert.equal(new Set(seen.filter((name) => name === 'model')).size, 1);
  });
});

test('with reduced motion nothing moves', async () => {
  await withPanel(async (panel) => {
    await panel.page.emulateMedia({ reducedMotion: 'reduce' });
    await panel.send(show(writingView));
    await panel.settled();
    const animation = await panel.page.evaluate(() => {
      const icon = document.querySelector('#state .state-icon');
      return icon === null ? '' : getComputedStyle(icon).animationName;
    });
    assert.equal(animation, 'none');
  });
});
