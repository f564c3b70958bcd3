import assert from 'node:assert/strict';
import { test } from 'node:test';
import { historyStates } from '../../support/gallery/historyStates.ts';
import type { PageName, PanelPage } from '../../support/panelPage.ts';
import { panelTests } from '../../support/panelTests.ts';
import { endedView, failedView, sampleBlocks, show, writingView } from '../../support/panelViews.ts';

const withPanel = panelTests('output');
const withHistory = panelTests('history');

test('the keyboard reaches everything in the order of reading', async () => {
  await withPanel(async (panel) => {
    await panel.tell(show(failedView, sampleBlocks.slice(1)));
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

const still = {
  'the system says so': async ({ page }) => await page.emulateMedia({ reducedMotion: 'reduce' }),
  'VS Code says so': async ({ page }) =>
    await page.evaluate(() => document.body.classList.add('vscode-reduce-motion')),
} satisfies Readonly<Record<string, (panel: PanelPage<PageName>) => Promise<void>>>;

for (const [why, reduce] of Object.entries(still)) {
  test(`nothing moves where ${why}`, async () => {
    await withPanel(async (panel) => {
      await panel.tell(show(writingView));
      assert.deepEqual(await moving(panel), [
        'turn on codicon-loading',
        'transition on codicon-chevron-right',
      ]);
      await reduce(panel);
      assert.deepEqual(await moving(panel), []);
    });
    await withHistory(async (panel) => {
      await panel.tell(...(historyStates.loading?.messages ?? []));
      // What comes a little later than the rest does not move.
      const appears = 'wait on message tone-busy';
      assert.deepEqual(await moving(panel), [appears, 'turn on codicon-loading']);
      await reduce(panel);
      assert.deepEqual(await moving(panel), [appears]);
    });
  });
}

test('while an answer streams a screen reader hears nothing, and at its end one sentence', async () => {
  await withPanel(async (panel) => {
    await panel.tell(show(writingView));
    const live = '[role=status], [role=alert], [role=log], [aria-live]:not([aria-live=off])';
    assert.equal(await panel.page.locator(live).count(), 1);
    await panel.page.evaluate((selector) => {
      const said: string[] = [];
      const region = document.querySelector(selector);
      if (region === null) return;
      Object.assign(globalThis, { said });
      new MutationObserver(() => said.push(region.textContent.trim())).observe(region, {
        subtree: true,
        childList: true,
        characterData: true,
      });
    }, live);
    const said = async () => [...new Set(await panel.page.evaluate<string[]>('said'))];
    for (const text of ['A first', ' line\n\n', '- and a list']) {
      const create = text === 'A first' ? { kind: 'text' as const, name: null } : null;
      await panel.tell({ type: 'progress', view: writingView, append: [{ position: 0, create, text }] });
    }
    assert.deepEqual(await said(), []);
    await panel.tell({ type: 'progress', view: endedView, append: [] });
    assert.deepEqual(await said(), [endedView.announcement]);
  });
});

/** What moves or would, by the class of its element. */
async function moving({ page }: PanelPage<PageName>): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const named = (element: Element) => element.className.replace(/^codicon /u, '');
    const animated = [...document.querySelectorAll('body *')].flatMap((element) => {
      const { animationName, transitionDuration } = getComputedStyle(element);
      const inner = element.querySelector('.codicon') ?? element;
      return [
        ...(animationName === 'none'
          ? []
          : [`${animationName} on ${named(animationName === 'turn' ? inner : element)}`]),
        ...(transitionDuration === '0s' ? [] : [`transition on ${named(element)}`]),
      ];
    });
    return [...new Set(animated)];
  });
}
